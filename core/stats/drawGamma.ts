// A draw from the gamma distribution.

import { drawNormal } from "./drawNormal.ts";
import type { Random } from "./random.ts";

/**
 * Density x^(a−1) e^(−x/θ) / (Γ(a) θ^a), mean aθ, variance aθ²: Marsaglia and Tsang, "A simple method for generating
 * gamma variables", ACM TOMS 26 (2000); below shape 1 by their section 6, Gamma(a+1) U^(1/a).
 *
 * @param shape - a > 0
 * @param scale - θ > 0, the inverse of the rate
 * @throws RangeError unless both are positive and finite
 */
export function drawGamma(random: Random, shape: number, scale = 1): number {
  if (!(shape > 0 && shape < Infinity && scale > 0 && scale < Infinity)) {
    throw new RangeError(`drawGamma needs shape > 0 and scale > 0, got ${shape} and ${scale}`);
  }
  if (shape < 1) {
    const above = drawGamma(random, shape + 1, scale);
    return above * (1 - random.uniform()) ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = drawNormal(random);
    const t = 1 + c * z;
    if (t <= 0) continue;
    const v = t * t * t;
    if (Math.log(1 - random.uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v * scale;
  }
}
