// HDBSCAN: clusters of whatever density, each taken where in the hierarchy it persists longest.

import type { PointIndex } from "../geo/pointIndex.ts";
import type { JobContext } from "../job.ts";
import { jobPart } from "../jobPart.ts";
import { coreDistances } from "./coreDistances.ts";
import type { Clusters } from "./dbscan.ts";
import { linkageTree } from "./linkageTree.ts";
import { mutualReachabilityTree } from "./mutualReachabilityTree.ts";

/**
 * Campello, Moulavi and Sander (2013): single linkage under mutual reachability; a branch with fewer than `least` incidents
 * falls out of its cluster as noise; of the clusters left, those with the largest excess of mass Σ (1/d_out − 1/d_birth) that
 * do not hold one another. The whole is no cluster. Edges of one length are cut at once, so ties depend on no order.
 * @param index - of the incidents: a location with several counts as several
 * @param least - both the incidents that make a core and those that make a cluster
 * @param floor - m, above 0: closer locations are taken to be that far apart. Without it a repeated address would be infinitely dense
 */
export function hdbscan(index: PointIndex, least: number, floor: number, context?: JobContext): Clusters {
  const { x, y, weight, total } = index;
  const n = x.length;
  if (total < least) return { label: new Int32Array(n).fill(-1), clusters: 0 };
  const core = coreDistances(index, least, context && jobPart(context, 0, 0.5));
  const tree = mutualReachabilityTree(x, y, core, floor, context && jobPart(context, 0.5, 1));
  const { children, size, distance, root } = linkageTree(tree, weight);

  // The condensed tree: clusters in the order in which they are born, each location in the last that it belongs to.
  const parent: number[] = [-1], birth: number[] = [0], mass: number[] = [0];
  const lastCluster = new Int32Array(n);
  const open: [node: number, cluster: number][] = [[root, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, cluster] = next;
    const density = 1 / (node < n ? Math.max(core[node], floor) : distance[node]);
    if (node < n) lastCluster[node] = cluster;
    const heavy = node < n ? [] : children[node - n].filter((child) => size[child] >= least);
    const leaving = size[node] - (heavy.length === 1 ? size[heavy[0]] : 0);
    mass[cluster] += leaving * (density - birth[cluster]);
    if (node < n) continue;
    for (const child of children[node - n]) {
      if (size[child] < least) settle(child, cluster);
      else if (heavy.length === 1) open.push([child, cluster]);
      else {
        parent.push(cluster);
        birth.push(density);
        mass.push(0);
        open.push([child, parent.length - 1]);
      }
    }
  }

  // Excess of mass, from the youngest clusters to the oldest.
  const below = new Float64Array(parent.length);
  const chosen = new Uint8Array(parent.length);
  for (let c = parent.length - 1; c >= 1; c--) {
    chosen[c] = mass[c] >= below[c] ? 1 : 0;
    below[parent[c]] += Math.max(mass[c], below[c]);
  }
  // Older clusters come first: the oldest chosen one takes all that are below it.
  const owner = new Int32Array(parent.length).fill(-1);
  for (let c = 1; c < parent.length; c++) owner[c] = owner[parent[c]] >= 0 ? owner[parent[c]] : chosen[c] ? c : -1;
  const numbers = new Map<number, number>();
  const label = lastCluster.map((cluster) => {
    const c = owner[cluster];
    if (c < 0) return -1;
    if (!numbers.has(c)) numbers.set(c, numbers.size);
    return numbers.get(c)!;
  });
  return { label, clusters: numbers.size };

  /** All locations below a branch that falls out. */
  function settle(branch: number, cluster: number): void {
    const stack = [branch];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node < n) lastCluster[node] = cluster;
      else for (const child of children[node - n]) stack.push(child);
    }
  }
}
