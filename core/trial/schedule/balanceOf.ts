// What a draw came to: location-days of both arms by block, unit and weekday, and the baselines.

import { weekdayOf } from "../../incidents/selectIncidents.ts";
import { parseTime } from "../../incidents/parseTime.ts";
import type { DrawUnit } from "./blocks.ts";
import { baselineOf, imbalanceOf, treatedDays, type BaselineBalance, type Imbalance } from "./imbalanceOf.ts";

/** Location-days. */
export interface ArmCounts {
  readonly treatment: number;
  readonly control: number;
}

export interface ScheduleBalance extends ArmCounts {
  /** A day of a stratum each. */
  readonly blocks: readonly (ArmCounts & { readonly day: string; readonly stratum: string })[];
  readonly strata: readonly (ArmCounts & { readonly stratum: string })[];
  readonly units: readonly (ArmCounts & { readonly id: string })[];
  /** Monday first; null where the days have no dates. */
  readonly weekdays: readonly ArmCounts[] | null;
  /** null where the units have none. */
  readonly baseline: BaselineBalance | null;
  readonly imbalance: Imbalance;
}

/** @param arms - 1 treatment, 0 control; day × units + unit */
export function balanceOf(units: readonly DrawUnit[], days: readonly string[], share: number, arms: Uint8Array): ScheduleBalance {
  const strata = [...new Set(units.map(({ stratum }) => stratum))];
  const blocks = days.flatMap((day, d) => strata.map((stratum) => {
    const of = units.flatMap((unit, u) => (unit.stratum === stratum ? [arms[d * units.length + u]] : []));
    return { day, stratum, ...countsOf(of) };
  }));
  const treated = treatedDays(units.length, days.length, arms);
  const dates = days.map((day) => parseTime(day, "year-first")).flatMap((read) => (typeof read === "string" || read.precision !== "day" ? [] : [read.ms]));
  return {
    ...countsOf(arms),
    blocks,
    strata: strata.map((stratum) => ({ stratum, ...summed(blocks.filter((block) => block.stratum === stratum)) })),
    units: units.map(({ id }, u) => ({ id, treatment: treated[u], control: days.length - treated[u] })),
    weekdays: dates.length < days.length ? null : Array.from({ length: 7 }, (_, weekday) => summed(blocks.filter((_block, b) => weekdayOf(dates[Math.floor(b / strata.length)]) === weekday))),
    baseline: baselineOf(units, days.length, treated),
    imbalance: imbalanceOf(units, days.length, share, arms),
  };
}

function countsOf(arms: ArrayLike<number>): ArmCounts {
  let treatment = 0;
  for (let i = 0; i < arms.length; i++) treatment += arms[i];
  return { treatment, control: arms.length - treatment };
}

const summed = (counts: readonly ArmCounts[]): ArmCounts => ({
  treatment: counts.reduce((sum, { treatment }) => sum + treatment, 0),
  control: counts.reduce((sum, { control }) => sum + control, 0),
});
