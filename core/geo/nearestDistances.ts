// How far it is from each location to the nearest other one.

import type { PointIndex } from "./pointIndex.ts";
import { withinDistance } from "./withinDistance.ts";

/** m, one value a location of the index; Infinity where it is the only one. The circle is doubled until it holds another. */
export function nearestDistances(index: PointIndex): Float64Array {
  const { x, y, cell, columns, rows } = index;
  const widest = cell * Math.hypot(columns, rows);
  return x.map((_, i) => {
    let nearest = Infinity;
    for (let reach = cell; nearest === Infinity && reach < 4 * widest; reach *= 2) {
      withinDistance(index, x[i], y[i], reach, (j, squared) => {
        if (j !== i && squared < nearest) nearest = squared;
      });
    }
    return Math.sqrt(nearest);
  });
}
