// The days of a trial: which one a time falls in, its date, and its length where the clocks move.

import type { TrialDays } from "../protocol.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The trial day that a time falls in: day i runs from `startHour` of its date to `startHour` of the next.
 * @param ms - local civil time read as UTC
 * @returns 0 to days − 1; −1 before the first and after the last
 */
export function trialDayOf(ms: number, { first, days, startHour }: TrialDays): number {
  const day = Math.floor((ms - first - startHour * HOUR) / DAY);
  return day >= 0 && day < days ? day : -1;
}

/** Midnight of the date that a trial day begins on, ms. */
export const dateOfTrialDay = (day: number, { first }: Pick<TrialDays, "first">): number => first + day * DAY;

/** From when to when a trial day runs, ms of local civil time read as UTC; the end is not within it. */
export function spanOfTrialDay(day: number, { first, startHour }: Pick<TrialDays, "first" | "startHour">): { readonly from: number; readonly to: number } {
  const from = first + day * DAY + startHour * HOUR;
  return { from, to: from + DAY };
}

/** How many trial days are over at a time. @param ms - local civil time read as UTC */
export const trialDaysOver = (ms: number, { first, days, startHour }: TrialDays): number =>
  Math.min(days, Math.max(0, Math.floor((ms - first - startHour * HOUR) / DAY)));

/** How many have begun: the one under way too. @param ms - local civil time read as UTC */
export const trialDaysBegun = (ms: number, { first, days, startHour }: TrialDays): number =>
  Math.min(days, Math.max(0, Math.floor((ms - first - startHour * HOUR) / DAY) + 1));

/**
 * Hours that each trial day really lasted: 24, or 23 and 25 where the clocks move within it. "europe": the last Sundays of March
 * and October at 01:00 UTC, which in Britain skips the hour from 01:00 and doubles it (in central Europe the hour from 02:00; the
 * two differ only for trial days that start at 02:00). "north-america": the second Sunday of March skips the hour from 02:00, the
 * first Sunday of November doubles the hour from 01:00.
 *
 * Clock times alone cannot tell the two passes of a doubled hour apart, and data hold none of a skipped one: incidents of both
 * passes count to the one trial day that holds them, and these hours are what a rate per hour must be divided by.
 * @returns one value a day
 */
export function hoursOfTrialDays({ first, days, startHour, clocks }: TrialDays): Float64Array {
  const hours = new Float64Array(days).fill(24);
  if (clocks === "none") return hours;
  for (let day = 0; day < days; day++) {
    // The night in which clocks move is the Sunday's where the trial day starts early, and the Saturday's otherwise.
    for (const date of [dateOfTrialDay(day, { first }), dateOfTrialDay(day + 1, { first })]) {
      const change = clockChange(date, clocks);
      if (change && (startHour <= change.hour) === (date === dateOfTrialDay(day, { first }))) hours[day] += change.by;
    }
  }
  return hours;
}

/** What a date does to the clocks: the hour of the clock that is skipped (−1) or doubled (+1). */
function clockChange(date: number, clocks: "europe" | "north-america"): { readonly hour: number; readonly by: -1 | 1 } | null {
  const when = new Date(date);
  if (when.getUTCDay() !== 0) return null;
  const month = when.getUTCMonth(), nth = Math.ceil(when.getUTCDate() / 7), last = when.getUTCDate() > 24;
  if (clocks === "europe") {
    if (!last) return null;
    return month === 2 ? { hour: 1, by: -1 } : month === 9 ? { hour: 1, by: 1 } : null;
  }
  if (month === 2 && nth === 2) return { hour: 2, by: -1 };
  return month === 10 && nth === 1 ? { hour: 1, by: 1 } : null;
}
