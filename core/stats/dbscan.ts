// DBSCAN: clusters where incidents lie close together, and noise elsewhere.

import type { PointIndex } from "../geo/pointIndex.ts";
import { withinDistance } from "../geo/withinDistance.ts";

export interface Clusters {
  /** The cluster of each location of the index, from 0; -1 = noise. */
  readonly label: Int32Array;
  readonly clusters: number;
}

/**
 * Ester, Kriegel, Sander and Xu (1996). A location is core where at least `least` incidents, its own among them, lie at most
 * `radius` from it; core locations within the radius of one another are one cluster, and a location that is not core joins the
 * cluster of a core location within the radius (of several: the first found). The rest is noise.
 * @param index - of the incidents: a location with several counts as several
 * @param radius - m
 */
export function dbscan(index: PointIndex, radius: number, least: number): Clusters {
  const n = index.x.length;
  const isCore = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    let incidents = 0;
    withinDistance(index, index.x[i], index.y[i], radius, (j) => (incidents += index.weight[j]));
    isCore[i] = incidents >= least ? 1 : 0;
  }
  const label = new Int32Array(n).fill(-1);
  let clusters = 0;
  const open: number[] = [];
  for (let seed = 0; seed < n; seed++) {
    if (!isCore[seed] || label[seed] >= 0) continue;
    label[seed] = clusters;
    open.push(seed);
    while (open.length > 0) {
      const i = open.pop() as number;
      withinDistance(index, index.x[i], index.y[i], radius, (j) => {
        if (label[j] >= 0) return;
        label[j] = clusters;
        if (isCore[j]) open.push(j);
      });
    }
    clusters++;
  }
  return { label, clusters };
}
