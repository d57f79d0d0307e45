// The arms' activity week by week.

import type { DosageSeries, DosageWeek } from "./dosage.ts";
import { ratioOfArms, type RatioLimits } from "./ratioOfArms.ts";

/** Weeks of seven trial days from the first; the last may be shorter. */
export function weeksOf(series: readonly DosageSeries[], arms: Uint8Array, units: number, limits: RatioLimits): DosageWeek[] {
  const days = arms.length / units;
  return Array.from({ length: Math.ceil(days / 7) }, (_, week) => {
    const from = 7 * week, until = Math.min(days, from + 7);
    return {
      from,
      until,
      ratios: series.map((one) => {
        const start = Math.max(from, one.from), end = Math.min(until, one.until);
        return start < end ? ratioOfArms(one, arms, units, start, end, limits) : null;
      }),
    };
  });
}
