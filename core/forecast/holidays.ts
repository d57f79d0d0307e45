// Holiday or working day: the covariate of the Delhi paper's Table 14, from dates alone.

import type { Covariate } from "./covariates.ts";

/** Which kind of day the forecast is for, and the public holidays; Saturdays and Sundays count as holidays. */
export type DayKind = {
  readonly forecast: "holiday" | "workday";
  /** Midnights, ms of local civil time read as UTC. */
  readonly publicHolidays: readonly number[];
};

export const DAY_KINDS: Readonly<Record<DayKind["forecast"], string>> = { workday: "working days", holiday: "weekends and holidays" };

export const HOLIDAY_COVARIATE: Covariate = { kind: "categorical", name: "holiday", levels: 2 };

const DAY = 86_400_000;

/** 1 on Saturdays, Sundays and the given days, else 0. */
export function holidayLevel(start: number, publicHolidays: ReadonlySet<number>): 0 | 1 {
  const day = Math.floor(start / DAY);
  // Day 0 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  return weekday >= 5 || publicHolidays.has(day * DAY) ? 1 : 0;
}
