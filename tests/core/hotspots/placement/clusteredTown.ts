// Incidents in clusters of every density, the same at every run, for the tests of placement.

import type { Polygon } from "../../../../core/geo/types.ts";
import { createRandom } from "../../../../core/stats/random.ts";

/** @param reach - clusters lie up to so far from the middle, m */
export function clusteredTown(seed: string, incidents: number, reach: number): { readonly x: Float64Array; readonly y: Float64Array } {
  const random = createRandom(seed);
  const clusters = Array.from({ length: 25 }, () => ({
    x: reach * (random.uniform() - 0.5), y: reach * (random.uniform() - 0.5), size: 60 + 300 * random.uniform(),
  }));
  const x = new Float64Array(incidents), y = new Float64Array(incidents);
  for (let i = 0; i < incidents; i++) {
    const cluster = clusters[Math.floor(clusters.length * random.uniform() ** 2)];
    // To the metre, so that some share their place.
    x[i] = Math.round(cluster.x + cluster.size * (random.uniform() + random.uniform() - 1));
    y[i] = Math.round(cluster.y + cluster.size * (random.uniform() + random.uniform() - 1));
  }
  return { x, y };
}

export const square = (x: number, y: number, size: number): Polygon => ({
  kind: "polygon",
  rings: [[{ x, y }, { x: x + size, y }, { x: x + size, y: y + size }, { x, y: y + size }]],
});
