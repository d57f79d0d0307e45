// An invented past: hotspots and days that differ, and counts that come together more than Poisson counts do.

import { drawGamma } from "../../../../core/stats/drawGamma.ts";
import { drawPoisson } from "../../../../core/stats/drawPoisson.ts";
import type { Random } from "../../../../core/stats/random.ts";

/** Means of hotspots, gamma with mean 0.3 and shape 3. */
export const hotspotMeans = (random: Random, hotspots: number): number[] => Array.from({ length: hotspots }, () => drawGamma(random, 3, 0.1));

/** Negative binomial counts with shape 2 about hotspot mean × day effect × `left(cell)`; day × hotspots + hotspot. */
export function inventedCounts(random: Random, means: readonly number[], days: number, left: (cell: number) => number = () => 1): Float64Array {
  const count = new Float64Array(days * means.length);
  for (let day = 0, cell = 0; day < days; day++) {
    const effect = drawGamma(random, 10, 0.1);
    for (let hotspot = 0; hotspot < means.length; hotspot++, cell++) count[cell] = drawPoisson(random, means[hotspot] * effect * drawGamma(random, 2, 0.5) * left(cell));
  }
  return count;
}
