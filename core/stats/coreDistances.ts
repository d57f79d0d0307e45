// How far each location must reach to hold so many incidents: small where they are dense.

import type { PointIndex } from "../geo/pointIndex.ts";
import { withinDistance } from "../geo/withinDistance.ts";
import type { JobContext } from "../job.ts";

/**
 * The distance to the `least`-th nearest incident, the location's own counted first (Campello, Moulavi and Sander 2013), m; one
 * value a location of the index. 0 where a location alone holds as many.
 * @param least - at most as many as there are incidents
 */
export function coreDistances(index: PointIndex, least: number, context?: Pick<JobContext, "progress">): Float64Array {
  const { x, y, weight, cell } = index;
  const squares = new Float64Array(x.length), weights = new Float64Array(x.length);
  let reach = cell;
  return x.map((_, i) => {
    if (i % 1024 === 0) context?.progress(i / x.length);
    if (weight[i] >= least) return 0;
    for (;;) {
      let n = 0, held = 0;
      withinDistance(index, x[i], y[i], reach, (j, squared) => {
        squares[n] = squared;
        weights[n++] = weight[j];
        held += weight[j];
      });
      if (held < least) {
        reach *= 1.5;
        continue;
      }
      const distance = Math.sqrt(weightedSelect(squares, weights, n, least));
      // Locations of the index that follow one another lie near one another, so a little more than this serves the next.
      reach = Math.max(1.2 * distance, cell / 8);
      return distance;
    }
  });
}

/** The smallest of the first n values at which the weights of all up to it reach `wanted`; rearranges both (Hoare's selection). */
function weightedSelect(values: Float64Array, weights: Float64Array, n: number, wanted: number): number {
  let from = 0, to = n - 1, before = 0;
  while (from < to) {
    const pivot = values[(from + to) >>> 1];
    let i = from, j = to, low = 0;
    while (i <= j) {
      while (values[i] < pivot) low += weights[i++];
      while (values[j] > pivot) j--;
      if (i > j) break;
      [values[i], values[j]] = [values[j], values[i]];
      [weights[i], weights[j]] = [weights[j], weights[i]];
      low += weights[i++];
      j--;
    }
    // from … j are at most the pivot, i … to at least; between them, if anything, the pivot itself.
    let left = 0;
    for (let k = from; k <= j; k++) left += weights[k];
    if (before + left >= wanted) to = j;
    else if (before + low >= wanted) return pivot;
    else {
      before += low;
      from = i;
    }
  }
  return values[from];
}
