// The quantile of the standard normal.

import { normalTail } from "./normalTail.ts";

/**
 * z with Φ(z) = p, to about 1e-14: the rational start of Abramowitz and Stegun 26.2.23 (4.5e-4) and Halley's steps on the tail probability, so
 * that small p keep their digits too.
 * @param p - above 0 and below 1
 * @throws RangeError otherwise
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normalQuantile needs a probability between 0 and 1, got ${p}`);
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 3; step++) {
    const error = (normalTail(z) - p) / (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
    z += error / (1 - (z * error) / 2);
  }
  return -z;
}
