// A draw from the standard normal distribution.

import type { Random } from "./random.ts";

/** Mean 0, standard deviation 1: the polar method (Marsaglia and Bray 1964), which needs no sine; the spare is dropped so that a draw has no memory. */
export function drawNormal(random: Random): number {
  for (;;) {
    const u = 2 * random.uniform() - 1, v = 2 * random.uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}
