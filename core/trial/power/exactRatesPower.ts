// Power of the conditional exact test of two Poisson counts, by enumeration.

import { binomialTest } from "../../stats/binomialTest.ts";
import { logGamma } from "../../stats/logGamma.ts";
import { binomialChances } from "./binomialChances.ts";
import type { TwoRates } from "./ratesPower.ts";

const NEGLIGIBLE = 1e-16;

/**
 * Given their sum, the first of two Poisson counts is binomial; under equal rates with share t₁ / (t₁ + t₂) (Przyborowski and Wilenski
 * 1940). The probability that R's two-sided binom.test gives p ≤ level. Takes a time in proportion to the square of the expected sum.
 */
export function exactRatesPower({ rate1, exposure1, rate2, exposure2 }: TwoRates, level: number): number {
  const mean1 = rate1 * exposure1, mean = mean1 + rate2 * exposure2, share = exposure1 / (exposure1 + exposure2);
  let power = 0;
  for (let sum = 0; ; sum++) {
    const chance = Math.exp(sum * Math.log(mean) - mean - logGamma(sum + 1));
    if (chance < NEGLIGIBLE) {
      if (sum > mean) return power;
      continue;
    }
    const first = binomialChances(sum, mean1 / mean);
    let rejected = 0;
    // p falls from the middle outwards: each side is asked from its end until the test keeps the null.
    let low = 0;
    while (low <= sum && binomialTest(low, sum, share) <= level) rejected += first[low++];
    for (let high = sum; high >= low && binomialTest(high, sum, share) <= level; high--) rejected += first[high];
    power += chance * rejected;
  }
}
