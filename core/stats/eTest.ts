// Whether two Poisson rates differ: the test by the estimated distribution of their studentised difference.

import { logGamma } from "./logGamma.ts";
import { poissonAtLeast, poissonAtMost } from "./incompleteGamma.ts";

/**
 * The E-test of Krishnamoorthy and Thomson (2004), of equal rates: P(|T(X₁, X₂)| ≥ |T(k₁, k₂)|) with T = (X₁/n₁ − X₂/n₂) / √(X₁/n₁² + X₂/n₂²) and
 * Xᵢ Poisson of mean nᵢ (k₁ + k₂) / (n₁ + n₂). For each X₁ the values of X₂ that T holds for less extreme are one interval, so that the
 * sum is over X₁ alone. Two-sided; 1 where nothing was counted.
 * @param k1 - events in an exposure of n1, and k2 in n2
 */
export function eTest(k1: number, n1: number, k2: number, n2: number): number {
  const seen = k1 / n1 - k2 / n2;
  if (seen === 0) return 1;
  const limit = seen ** 2 / (k1 / n1 ** 2 + k2 / n2 ** 2);
  const rate = (k1 + k2) / (n1 + n2);
  const mean1 = n1 * rate, mean2 = n2 * rate;
  // All but 1e-20 of the first count.
  const reach = 10 * Math.sqrt(mean1) + 50;
  let p = 0;
  for (let x = Math.max(0, Math.floor(mean1 - reach)); x <= mean1 + reach; x++) {
    const chance = Math.exp(x * Math.log(mean1) - mean1 - logGamma(x + 1));
    // T² ≥ limit where X₂ lies outside the roots of y² − (2 a n₂ + limit) y + (a² − limit x / n₁²) n₂², a = x / n₁.
    const half = (x * n2) / n1 + limit / 2;
    const root = Math.sqrt(Math.max(0, half ** 2 - ((x * n2) / n1) ** 2 + (limit * x * n2 ** 2) / n1 ** 2));
    // What equals the limit counts as so extreme, rounding or not.
    const slack = 1e-9 * (half + root);
    const few = Math.floor(half - root + slack), many = Math.ceil(half + root - slack);
    // With X₁ = 0 the lower root is X₂ = 0: no difference.
    p += chance * ((x === 0 ? 0 : poissonAtMost(few, mean2)) + poissonAtLeast(many, mean2));
  }
  return Math.min(1, p);
}
