// The arms of a schedule that was made elsewhere, matched with the trial's units and laid out by day.

import { InputError } from "../../errors.ts";
import { isoDay } from "../../incidents/isoDay.ts";
import { parseTime } from "../../incidents/parseTime.ts";
import { readSchedule } from "./readSchedule.ts";

const DAY = 86_400_000;

export interface FileArms {
  /** Midnight of the first date, ms. */
  readonly first: number;
  readonly days: number;
  /** 1 treatment, 0 control; day × units + unit. */
  readonly arms: Uint8Array<ArrayBuffer>;
}

/**
 * Units are found by id, then by name. Nothing is filled in: each unit needs one arm on each day from the first date to the last.
 * @throws InputError where a row cannot be read, names another unit, or a location-day is missing or stands twice
 */
export function armsFromFile(text: string, file: string, units: readonly { readonly id: string; readonly name: string }[]): FileArms {
  const { rows, setAside } = readSchedule(text, file);
  if (setAside.length > 0) throw new InputError(`${setAside.length} rows of ${file} cannot be read; the first, on line ${setAside[0].line}: ${setAside[0].reason}. Mend the file.`);
  if (rows.length === 0) throw new InputError(`${file} has no row under its header. Choose a schedule.`);
  const column = new Map([...units.map(({ name }, i) => [name, i] as const), ...units.map(({ id }, i) => [id, i] as const)]);
  const dates = rows.map(({ day, line }) => {
    const read = parseTime(day, "year-first");
    if (typeof read === "string" || read.precision !== "day") throw new InputError(`Line ${line} of ${file} is of day ${day}, which is no date. Give dates such as 2024-04-01.`);
    return read.ms;
  });
  const first = dates.reduce((least, date) => Math.min(least, date), Infinity);
  const days = (dates.reduce((most, date) => Math.max(most, date), first) - first) / DAY + 1;
  const arms = new Uint8Array(days * units.length), lines = new Map<number, number>();
  rows.forEach(({ line, unit, arm, day }, i) => {
    const u = column.get(unit);
    if (u === undefined) throw new InputError(`Line ${line} of ${file} names ${unit || "no unit"}, which is no unit of the trial: they are ${units.slice(0, 5).map(({ id }) => id).join(", ")}${units.length > 5 ? " …" : ""}. Take the units that the schedule was made for.`);
    const at = ((dates[i] - first) / DAY) * units.length + u;
    const before = lines.get(at);
    if (before !== undefined) throw new InputError(`${unit} on ${day} stands on lines ${before} and ${line} of ${file}. Leave one.`);
    lines.set(at, line);
    arms[at] = arm;
  });
  if (lines.size < arms.length) {
    const at = arms.findIndex((_, i) => !lines.has(i));
    throw new InputError(`${file} says nothing of ${units[at % units.length].id} on ${isoDay(first + Math.floor(at / units.length) * DAY)}, and of ${arms.length - lines.size - 1} further location-days. Give an arm for every unit on every day.`);
  }
  return { first, days, arms };
}
