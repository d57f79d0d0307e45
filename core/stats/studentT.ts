// Student's t distribution: p-values that keep their digits however small, and quantiles.

import { incompleteBeta } from "./incompleteBeta.ts";
import { normalQuantile } from "./normalQuantile.ts";
import { rootOf } from "./rootOf.ts";

/** P(|T| ≥ |t|) = I_{df/(df + t²)}(df/2, 1/2); 0 where it is under 1e-308. */
export const twoSidedTP = (t: number, df: number): number => incompleteBeta(df / (df + t * t), df / 2, 0.5, (t * t) / (df + t * t)).lower;

/**
 * t with P(T ≤ t) = p.
 * @param p - above 0 and below 1
 * @param df - above 0, whole or not
 */
export function tQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -tQuantile(1 - p, df);
  const tail = 2 * (1 - p);
  let high = Math.max(1, 2 * normalQuantile(p));
  while (twoSidedTP(high, df) > tail) high *= 2;
  return rootOf((t) => twoSidedTP(t, df) - tail, 0, high);
}
