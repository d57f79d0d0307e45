// Is an area's crime emerging or fading? The Mann-Kendall test on its monthly series.

import type { Month } from "../../incidents/monthsOfFilter.ts";
import { mannKendall, type MannKendall, type Series } from "../../stats/mannKendall.ts";

export interface MonthlyTrend extends Pick<MannKendall, "s" | "tau" | "p"> {
  /** Incidents a month more, or fewer, from one year to the next (Sen's slope). */
  readonly slopePerYear: number;
  /** Rising or falling at the 5 % level; otherwise steady. */
  readonly kind: "emerging" | "fading" | "steady";
  /** "seasonal" compares each calendar month with itself in other years, "plain" every month with every other. */
  readonly test: "seasonal" | "plain";
  /** Whole months that the test stands on. */
  readonly months: number;
}

const LEVEL = 0.05;
const FEWEST = 4; // months: with three no order is rare enough

/**
 * Seasonal where some calendar month occurs in three years or more, otherwise plain: with two years each month gives a single pair.
 * @param counts - incidents, one value a month
 * @returns null with fewer than four whole months
 */
export function monthlyTrend(counts: Float64Array, months: readonly Month[]): MonthlyTrend | null {
  const whole = months.flatMap(({ from, whole: isWhole }, k) => {
    const date = new Date(from), month = date.getUTCMonth();
    return isWhole ? [{ month, time: date.getUTCFullYear() + month / 12, value: counts[k] }] : [];
  });
  if (whole.length < FEWEST) return null;
  const seasons = Array.from({ length: 12 }, (_, month) => whole.filter((each) => each.month === month));
  const seasonal = seasons.some((season) => season.length >= 3);
  const series = (seasonal ? seasons : [whole]).map((each): Series => ({ times: each.map(({ time }) => time), values: each.map(({ value }) => value) }));
  const { s, tau, p, slope } = mannKendall(series);
  const kind = p > LEVEL ? "steady" : s > 0 ? "emerging" : "fading";
  return { s, tau, p, slopePerYear: slope, kind, test: seasonal ? "seasonal" : "plain", months: whole.length };
}
