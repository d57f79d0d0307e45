// In how many days a trial reaches a power.

import { powerFormulas, type FormulaCase } from "./powerFormulas.ts";

/** Ten years: no trial that is worth asking about is longer. */
export const MOST_DAYS = 3660;

/**
 * By the formula of the planned test, whose power rises with the days.
 * @param hotspots - how many; `share` of them are treated each day
 * @returns null where `MOST_DAYS` are too few
 */
export function daysNeeded(given: Omit<FormulaCase, "treatment" | "control">, hotspots: number, share: number, fall: number, target: number): number | null {
  const reaches = (days: number): boolean =>
    powerFormulas({ ...given, treatment: share * hotspots * days, control: (1 - share) * hotspots * days }).planned.powerOf(fall) >= target;
  if (!reaches(MOST_DAYS)) return null;
  let low = 1, high = MOST_DAYS;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
