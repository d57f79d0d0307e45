// What a phone may show now: the trial day by its clock, and which treatment hotspots of a team are available at this hour.

import { isoDay } from "../../incidents/isoDay.ts";
import type { PackData, PackUnit } from "./packData.ts";

const HOUR = 3_600_000;

export interface PackTask {
  readonly unit: PackUnit;
  /** null: now. Otherwise "from 10:00", or "no more today". */
  readonly unavailable: string | null;
}

export interface PackNow {
  /** The trial day's date, "2024-05-01"; after midnight it is the day before's until the starting hour. */
  readonly date: string;
  /** False: the pack is of other days (or the clock is wrong), and nothing is listed. */
  readonly inPack: boolean;
  /** Of the team, by availability and then in the pack's order. */
  readonly tasks: readonly PackTask[];
}

/**
 * @param local - the phone's local civil time read as UTC, ms
 * @param team - sees its own hotspots and those of no team
 */
export function packNow({ days, units, startHour }: PackData, local: number, team: string): PackNow {
  const date = isoDay(local - startHour * HOUR);
  const day = days.find((one) => one.date === date);
  const hour = new Date(local).getUTCHours();
  const tasks = (day?.units ?? [])
    .map((index) => units[index])
    .filter((unit) => unit.team === "" || unit.team === team)
    .map((unit) => ({ unit, unavailable: unavailableAt(unit, hour, startHour) }));
  return { date, inPack: day !== undefined, tasks: [...tasks.filter(({ unavailable }) => unavailable === null), ...tasks.filter(({ unavailable }) => unavailable !== null)] };
}

function unavailableAt({ hours }: PackUnit, hour: number, startHour: number): string | null {
  if (hours === null || hours.includes(hour)) return null;
  // The hours that are left of the trial day, which may run over midnight.
  for (let next = (hour + 1) % 24; next !== startHour; next = (next + 1) % 24) {
    if (hours.includes(next)) return `from ${String(next).padStart(2, "0")}:00`;
  }
  return "no more today";
}
