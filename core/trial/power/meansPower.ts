// Power of Student's t-test of two means.

import { noncentralTCdf } from "../../stats/noncentralT.ts";
import { tQuantile } from "../../stats/studentT.ts";

/**
 * P(|T| > t) of a noncentral T with n₁ + n₂ − 2 degrees of freedom and noncentrality δ / (σ √(1/n₁ + 1/n₂)).
 * @param difference - δ, in the unit of σ
 * @param sd - σ, the same in both groups
 * @param designEffect - by which the variance of the difference differs from that of independent units
 */
export function meansPower(difference: number, sd: number, n1: number, n2: number, level: number, designEffect = 1): number {
  const df = n1 + n2 - 2, t = tQuantile(1 - level / 2, df);
  const shift = Math.abs(difference) / (sd * Math.sqrt(designEffect * (1 / n1 + 1 / n2)));
  // All but 1e-15 of it: the quadrature need not look further.
  if (shift > t + 20) return 1;
  return 1 - noncentralTCdf(t, df, shift) + noncentralTCdf(-t, df, shift);
}
