// Tail probabilities of the standard normal, to full relative precision however small.

import { normalCdf } from "./normalCdf.ts";

/** 1 − Φ(z); from z = 3 by the continued fraction φ(z) / (z + 1/(z + 2/(z + …))) (Laplace; Abramowitz and Stegun 26.2.14). */
export function normalTail(z: number): number {
  if (z < 3) return 1 - normalCdf(z);
  let fraction = z;
  for (let k = TERMS; k >= 1; k--) fraction = z + k / fraction;
  return Math.exp((-z * z) / 2) / (Math.sqrt(2 * Math.PI) * fraction);
}

/** Enough for 15 digits at z = 3. */
const TERMS = 120;

/** Of a two-sided test: P(|Z| ≥ |z|). */
export const twoSidedP = (z: number): number => 2 * normalTail(Math.abs(z));
