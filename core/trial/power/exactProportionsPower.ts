// Power of the chi-squared test of two proportions by enumeration of every table that can happen.

import { normalQuantile } from "../../stats/normalQuantile.ts";
import { binomialChances } from "./binomialChances.ts";
import type { TwoProportions } from "./proportionsPower.ts";

/** What is rarer than this in one group adds nothing that is told. */
const NEGLIGIBLE = 1e-16;

/**
 * The probability of both binomials that χ² ≥ z² (1 degree of freedom). A table with an empty margin is not rejected.
 * @param yates - with N/2 taken from |ad − bc|, at least 0
 */
export function exactProportionsPower({ p1, n1, p2, n2 }: TwoProportions, level: number, yates: boolean): number {
  const critical = normalQuantile(1 - level / 2) ** 2;
  const first = binomialChances(n1, p1), second = binomialChances(n2, p2);
  const n = n1 + n2;
  let power = 0;
  for (let a = 0; a <= n1; a++) {
    if (first[a] < NEGLIGIBLE) continue;
    let inRow = 0;
    for (let c = 0; c <= n2; c++) {
      const yes = a + c;
      if (second[c] < NEGLIGIBLE || yes === 0 || yes === n) continue;
      const cross = Math.max(0, Math.abs(a * (n2 - c) - c * (n1 - a)) - (yates ? n / 2 : 0));
      if ((n * cross * cross) / (n1 * n2 * yes * (n - yes)) >= critical) inRow += second[c];
    }
    power += first[a] * inRow;
  }
  return power;
}
