// The regularised incomplete gamma function, either tail to full relative precision.

import { logGamma } from "./logGamma.ts";

/**
 * P(a, x) = ∫₀ˣ t^(a−1) e^(−t) dt / Γ(a) and Q = 1 − P. Below x = a + 1 P by its series, from there Q by its continued fraction (Abramowitz and
 * Stegun 6.5.29 and 6.5.31, the latter by Lentz's method): the smaller tail is never a difference.
 * @param a - above 0
 * @param x - 0 or above
 */
export function incompleteGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    const lower = front * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = front * fraction(a, x);
  return { lower: 1 - upper, upper };
}

/** Of a chi-squared with `df` degrees of freedom: P(X ≥ x). */
export const chiSquaredTail = (x: number, df: number): number => incompleteGamma(df / 2, x / 2).upper;

/** Of a Poisson count: P(X ≤ k) and P(X ≥ k). */
export const poissonAtMost = (k: number, mean: number): number => (k < 0 ? 0 : incompleteGamma(k + 1, mean).upper);
export const poissonAtLeast = (k: number, mean: number): number => (k <= 0 ? 1 : incompleteGamma(k, mean).lower);

function series(a: number, x: number): number {
  let term = 1 / a, sum = term;
  for (let n = 1; term > sum * Number.EPSILON; n++) sum += term *= x / (a + n);
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a, c = Infinity, d = 1 / b, h = d;
  for (let i = 1; ; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 2 * Number.EPSILON) return h;
  }
}
