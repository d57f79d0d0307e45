// A draw from the Poisson distribution.

import type { Random } from "./random.ts";

/**
 * P(k) = e^(−μ) μ^k / k!. Below μ = 10 by inversion, from there by transformed rejection (PTRS: Hörmann, "The transformed
 * rejection method for generating Poisson random variables", Insurance: Mathematics and Economics 12 (1993)).
 *
 * @param mean - μ, 0 ≤ μ ≤ 2³¹
 * @throws RangeError outside that
 */
export function drawPoisson(random: Random, mean: number): number {
  if (!(mean >= 0 && mean <= 2 ** 31)) throw new RangeError(`drawPoisson needs a mean from 0 to 2^31, got ${mean}`);
  return mean < 10 ? inversion(random, mean) : transformedRejection(random, mean);
}

function inversion(random: Random, mean: number): number {
  let left = random.uniform();
  let p = Math.exp(-mean);
  let k = 0;
  // p reaches 0 long after all 53 bits are used up, so that the loop ends for every u.
  while (left >= p && p > 0) {
    left -= p;
    k++;
    p *= mean / k;
  }
  return k;
}

function transformedRejection(random: Random, mean: number): number {
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = 1 - random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const accept = Math.log((v * inverseAlpha) / (a / (us * us) + b));
    if (accept <= k * logMean - mean - logFactorial(k)) return k;
  }
}

/** ln k!: the product below 10, Stirling's series (error under 1e-13) from there. */
function logFactorial(k: number): number {
  if (k < 10) {
    let product = 1;
    for (let i = 2; i <= k; i++) product *= i;
    return Math.log(product);
  }
  const n = k + 1;
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5) - 1 / (1680 * n ** 7) + 1 / (1188 * n ** 9);
  return (n - 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}
