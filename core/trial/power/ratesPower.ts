// Power of tests of two rates of counts.

import { bothTails } from "./bothTails.ts";

export interface TwoRates {
  /** Per unit of exposure. */
  readonly rate1: number;
  readonly exposure1: number;
  readonly rate2: number;
  readonly exposure2: number;
}

export interface RatesPower {
  /** |ln(λ₁/λ₂)| / √(φ (1/(λ₁t₁) + 1/(λ₂t₂))): Wald's test of the log rate ratio, as in a Poisson model. */
  readonly logRatio: number;
  /** |λ₁ − λ₂| / √(φ (λ₁/t₁ + λ₂/t₂)). */
  readonly difference: number;
  /** 2 |√λ₁ − √λ₂| / √(φ (1/t₁ + 1/t₂)). */
  readonly squareRoot: number;
}

/**
 * Both tails of each z. A rate of 0 has no logarithm: its `logRatio` is 0.
 * @param dispersion - φ: variance over mean, 1 for Poisson counts
 */
export function ratesPower({ rate1, exposure1, rate2, exposure2 }: TwoRates, level: number, dispersion = 1): RatesPower {
  const logError = Math.sqrt(dispersion * (1 / (rate1 * exposure1) + 1 / (rate2 * exposure2)));
  return {
    logRatio: rate1 > 0 && rate2 > 0 ? bothTails(Math.log(rate1 / rate2) / logError, level) : 0,
    difference: bothTails((rate1 - rate2) / Math.sqrt(dispersion * (rate1 / exposure1 + rate2 / exposure2)), level),
    squareRoot: bothTails((2 * (Math.sqrt(rate1) - Math.sqrt(rate2))) / Math.sqrt(dispersion * (1 / exposure1 + 1 / exposure2)), level),
  };
}
