// The bandwidth that an α stands for, in metres or hours.

import type { Summary } from "../forecast.ts";

export const AXES = ["east", "north", "time"] as const;

export interface Bandwidth {
  readonly axis: (typeof AXES)[number];
  readonly unit: "m" | "h";
  /** At the mean of α, where A = 1; null where α is 0: the kernel is uniform. */
  readonly at: number | null;
  /** Of its 95 % interval: a quantile of 1/α is 1 over the opposite quantile of α. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * h = 1/α in metres for the first two axes. In time 1/α₃ is in radians of the day (τ = 1/h² is a concentration, (5) and (8)
 * of the Delhi paper), so that h = (12/π)/α₃ hours; the paper's Table 12 reads the radians as hours and prints their minutes.
 * @param alpha - in 1/m, 1/m, 1/radian: a model's own, in that order
 */
export function bandwidthsOf(alpha: readonly Pick<Summary, "mean" | "q025" | "q975">[]): Bandwidth[] {
  return alpha.map(({ mean, q025, q975 }, k) => {
    const scale = AXES[k] === "time" ? 12 / Math.PI : 1;
    const over = (value: number): number | null => (value > 0 ? scale / value : null);
    return { axis: AXES[k], unit: AXES[k] === "time" ? "h" : "m", at: over(mean), low: over(q975), high: over(q025) };
  });
}
