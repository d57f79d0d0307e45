// Power of a two-sided z test.

import { normalCdf } from "../../stats/normalCdf.ts";
import { normalQuantile } from "../../stats/normalQuantile.ts";

/** P(|Z + shift| > z): power of a two-sided z test whose statistic has this mean. */
export function bothTails(shift: number, level: number): number {
  const z = normalQuantile(1 - level / 2);
  return normalCdf(shift - z) + normalCdf(-shift - z);
}
