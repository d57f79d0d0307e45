// The regularised incomplete beta function, either tail to full relative precision.

import { logGamma } from "./logGamma.ts";

/**
 * I_x(a, b) = ∫₀ˣ t^(a−1) (1−t)^(b−1) dt / B(a, b) and its complement, by the continued fraction 26.5.8 of Abramowitz and Stegun (Lentz's
 * method) on the side of the mean where it converges fast: the smaller tail is never a difference.
 * @param x - from 0 to 1
 * @param rest - 1 − x, to be given where the caller knows it more precisely than by subtraction
 * @throws RangeError where an argument is not a number
 */
export function incompleteBeta(x: number, a: number, b: number, rest = 1 - x): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (rest <= 0) return { lower: 1, upper: 0 };
  const front = Math.exp(a * Math.log(x) + b * Math.log(rest) + logGamma(a + b) - logGamma(a) - logGamma(b));
  if (Number.isNaN(front)) throw new RangeError(`incompleteBeta(${x}, ${a}, ${b}) is not defined`);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (front * fraction(x, a, b)) / a;
    return { lower, upper: 1 - lower };
  }
  const upper = (front * fraction(rest, b, a)) / b;
  return { lower: 1 - upper, upper };
}

/** Of a binomial count: P(X ≥ k) and P(X ≤ k). */
export const binomialAtLeast = (k: number, n: number, p: number): number => (k <= 0 ? 1 : k > n ? 0 : incompleteBeta(p, k, n - k + 1).lower);
export const binomialAtMost = (k: number, n: number, p: number): number => (k < 0 ? 0 : k >= n ? 1 : incompleteBeta(p, k + 1, n - k).upper);

function fraction(x: number, a: number, b: number): number {
  let c = 1, d = 1 / guarded(1 - ((a + b) * x) / (a + 1)), h = d;
  for (let m = 1; ; m++) {
    for (const term of [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))]) {
      d = 1 / guarded(1 + term * d);
      c = guarded(1 + term / c);
      h *= d * c;
    }
    // Two roundings: a stricter limit might never be met.
    if (Math.abs(d * c - 1) < 4 * Number.EPSILON) return h;
  }
}

/** Lentz's method must not divide by 0. */
const guarded = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
