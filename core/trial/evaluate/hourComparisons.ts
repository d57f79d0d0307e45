// Treatment against control at each hour of the clock.

import { normalQuantile } from "../../stats/normalQuantile.ts";
import { total } from "../../stats/total.ts";
import { meanSummary } from "./compareMeans.ts";
import { splitByArm } from "./splitByArm.ts";
import type { HourComparison } from "./trialEvaluation.ts";

/**
 * 24 comparisons of incidents per location-day; intervals are the difference ± z √(s₁²/n₁ + s₂²/n₂).
 * @param byHour - location-day × 24 + hour
 */
export function hourComparisons(byHour: Uint16Array, arms: Uint8Array, level: number): HourComparison[] {
  const z = normalQuantile(1 - level / 2);
  const values = new Float64Array(arms.length);
  return Array.from({ length: 24 }, (_, hour) => {
    for (let i = 0; i < values.length; i++) values[i] = byHour[24 * i + hour];
    const split = splitByArm(values, arms);
    const one = meanSummary(split.treatment), other = meanSummary(split.control);
    const difference = one.mean - other.mean;
    const reach = z * Math.sqrt(one.variance / one.n + other.variance / other.n);
    return {
      hour,
      incidents: { treatment: total(split.treatment), control: total(split.control) },
      treatment: one.mean,
      control: other.mean,
      difference,
      interval: reach > 0 ? { low: difference - reach, high: difference + reach, method: "normal, Welch's standard error" } : null,
    };
  });
}
