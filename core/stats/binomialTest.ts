// The exact test of a share, and its exact interval.

import { binomialAtLeast, binomialAtMost } from "./incompleteBeta.ts";
import { logGamma } from "./logGamma.ts";
import { rootOf } from "./rootOf.ts";

/** Outcomes this close in probability count as equally likely, as in R. */
const ALIKE = 1 + 1e-7;

/**
 * Two-sided: the probability of all counts that are not likelier than the one seen (R: binom.test).
 * @param k - successes, 0 to n
 * @param share - under the null hypothesis, between 0 and 1
 */
export function binomialTest(k: number, n: number, share: number): number {
  const chance = (x: number): number =>
    logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1) + x * Math.log(share) + (n - x) * Math.log1p(-share);
  const limit = chance(k) + Math.log(ALIKE);
  const mode = Math.floor((n + 1) * share);
  if (chance(mode) <= limit) return 1;
  // On the other side of the mode chances fall steadily: the first count that is not likelier, by bisection.
  const below = k > mode;
  let likelier = mode, not = below ? -1 : n + 1;
  while (Math.abs(not - likelier) > 1) {
    const middle = (not + likelier) >> 1;
    if (chance(middle) > limit) likelier = middle;
    else not = middle;
  }
  return Math.min(1, below ? binomialAtMost(not, n, share) + binomialAtLeast(k, n, share) : binomialAtMost(k, n, share) + binomialAtLeast(not, n, share));
}

/** Clopper and Pearson (1934): shares under which so many, or so few, have probability `level` / 2. */
export function clopperPearson(k: number, n: number, level: number): { readonly low: number; readonly high: number } {
  return {
    low: k === 0 ? 0 : rootOf((share) => binomialAtLeast(k, n, share) - level / 2, 0, 1),
    high: k === n ? 1 : rootOf((share) => binomialAtMost(k, n, share) - level / 2, 0, 1),
  };
}
