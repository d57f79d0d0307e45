// Power of tests of two proportions, and the size that a power needs.

import { normalCdf } from "../../stats/normalCdf.ts";
import { normalQuantile } from "../../stats/normalQuantile.ts";
import { bothTails } from "./bothTails.ts";

export interface TwoProportions {
  readonly p1: number;
  readonly n1: number;
  readonly p2: number;
  readonly n2: number;
}

export interface ProportionsPower {
  /** Φ((|d| − z s₀) / s₁), s₀ from the pooled proportion, s₁ from both: R's power.prop.test, and the plain chi-squared test. */
  readonly pooledOneTail: number;
  /** With the other tail: Φ((|d| − z s₀) / s₁) + Φ((−|d| − z s₀) / s₁). */
  readonly pooled: number;
  /** Both tails of |d| / s₁. */
  readonly unpooled: number;
  /** Both tails of h / √(1/n₁ + 1/n₂), h = 2 asin √p₁ − 2 asin √p₂ (Cohen 1988). */
  readonly arcsine: number;
}

/**
 * d = p₁ − p₂, z = Φ⁻¹(1 − level/2). Fleiss, Levin and Paik, "Statistical Methods for Rates and Proportions" (2003), chapter 4.
 * @param designEffect - by which the variance of d differs from that of independent units
 */
export function proportionsPower({ p1, n1, p2, n2 }: TwoProportions, level: number, designEffect = 1): ProportionsPower {
  const z = normalQuantile(1 - level / 2);
  const difference = Math.abs(p1 - p2), all = (n1 * p1 + n2 * p2) / (n1 + n2), inverse = 1 / n1 + 1 / n2;
  // The test knows nothing of a design effect, but the analysis that goes with one does: both errors grow with it.
  const s0 = Math.sqrt(designEffect * all * (1 - all) * inverse);
  const s1 = Math.sqrt(designEffect * ((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2));
  const h = 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2));
  const arcsine = bothTails(h / Math.sqrt(designEffect * inverse), level);
  // Nothing varies: what differs is always seen.
  if (s1 === 0) return { pooledOneTail: difference, pooled: difference, unpooled: difference, arcsine };
  const pooledOneTail = normalCdf((difference - z * s0) / s1);
  return {
    pooledOneTail,
    pooled: pooledOneTail + normalCdf((-difference - z * s0) / s1),
    unpooled: bothTails(difference / s1, level),
    arcsine,
  };
}

/** Units in each of two equal groups for `power`, not rounded: (z √(2 p̄ q̄) + Φ⁻¹(power) √(p₁q₁ + p₂q₂))² / d², as R's power.prop.test. */
export function proportionsSize(p1: number, p2: number, power: number, level: number): number {
  const all = (p1 + p2) / 2;
  const root = normalQuantile(1 - level / 2) * Math.sqrt(2 * all * (1 - all)) + normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return (root / (p1 - p2)) ** 2;
}
