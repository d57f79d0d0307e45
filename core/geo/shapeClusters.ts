// Shapes that may touch each other, through others too: what has to be asked together when overlaps count once.

import { bounds, boundsGap } from "./bounds.ts";
import type { Shape } from "./types.ts";

/** Shapes whose boxes are at most `reach` m apart are in one cluster, and so are those that such shapes link. In the order given. */
export function shapeClusters(shapes: readonly Shape[], reach = 0): Shape[][] {
  const boxes = shapes.map(bounds);
  const rest = new Set(shapes.keys());
  const clusters: Shape[][] = [];
  for (const seed of shapes.keys()) {
    if (!rest.delete(seed)) continue;
    const cluster = [seed];
    for (const member of cluster) {
      for (const other of rest) {
        if (boundsGap(boxes[member], boxes[other]) > reach) continue;
        rest.delete(other);
        cluster.push(other);
      }
    }
    clusters.push(cluster.sort((a, b) => a - b).map((i) => shapes[i]));
  }
  return clusters;
}

/**
 * Remembers what was worked out for a cluster: in a drag all but one are asked again as they were. Shapes are immutable.
 * Under each shape stand the last clusters that began with it, one of each size, so that it may be asked alone too.
 */
export function rememberClusters<Value>(work: (cluster: readonly Shape[]) => Value): (cluster: readonly Shape[]) => Value {
  const known = new WeakMap<Shape, Map<number, { readonly cluster: readonly Shape[]; readonly value: Value }>>();
  return (cluster) => {
    const [first] = cluster;
    let ofFirst = known.get(first);
    if (!ofFirst) known.set(first, (ofFirst = new Map()));
    const before = ofFirst.get(cluster.length);
    if (before?.cluster.every((shape, i) => shape === cluster[i])) return before.value;
    const value = work(cluster);
    ofFirst.set(cluster.length, { cluster, value });
    return value;
  };
}
