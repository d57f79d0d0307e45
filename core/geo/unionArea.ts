// The area that several shapes cover together, overlaps counted once: exact, and quick enough for every frame of a drag.

import { area } from "./area.ts";
import { rings } from "./rings.ts";
import { rememberClusters, shapeClusters } from "./shapeClusters.ts";
import type { Point, Shape } from "./types.ts";

/** m². */
export const unionArea = (shapes: readonly Shape[]): number => shapeClusters(shapes).reduce((sum, cluster) => sum + clusterArea(cluster), 0);

const clusterArea = rememberClusters((cluster) => (cluster.length === 1 ? area(cluster[0]) : sweptArea(cluster)));

interface Edge {
  readonly shape: number;
  readonly low: Point;
  readonly high: Point;
}

/**
 * Between two neighbouring heights among all corners and all crossings no edges cross, so each slab is made of
 * trapezia: its covered length half way up, times its height, is exact.
 */
function sweptArea(shapes: readonly Shape[]): number {
  const edges = shapes.flatMap((shape, i) =>
    rings(shape).flatMap((ring) =>
      ring.flatMap((a, k): Edge[] => {
        const b = ring[(k + 1) % ring.length];
        return a.y === b.y ? [] : [a.y < b.y ? { shape: i, low: a, high: b } : { shape: i, low: b, high: a }];
      }),
    ),
  );
  edges.sort((a, b) => a.low.y - b.low.y);
  const heights = new Set<number>();
  edges.forEach((edge, i) => {
    heights.add(edge.low.y).add(edge.high.y);
    for (let j = i + 1; j < edges.length && edges[j].low.y < edge.high.y; j++) {
      const y = crossingHeight(edge, edges[j]);
      if (y !== null) heights.add(y);
    }
  });
  const levels = [...heights].sort((a, b) => a - b);
  let total = 0, next = 0;
  let active: Edge[] = [];
  for (let k = 0; k + 1 < levels.length; k++) {
    const bottom = levels[k], top = levels[k + 1], middle = (bottom + top) / 2;
    active = active.filter(({ high }) => high.y > bottom);
    while (next < edges.length && edges[next].low.y <= bottom) active.push(edges[next++]);
    total += (top - bottom) * coveredLength(active, middle, shapes.length);
  }
  return total;
}

/** The length of a horizontal line that lies in any shape. */
function coveredLength(active: readonly Edge[], y: number, shapes: number): number {
  const crossings = active
    .map(({ shape, low, high }) => ({ shape, x: low.x + ((y - low.y) / (high.y - low.y)) * (high.x - low.x) }))
    .sort((a, b) => a.x - b.x);
  const inside = new Uint8Array(shapes);
  let depth = 0, length = 0, entered = 0;
  for (const { shape, x } of crossings) {
    inside[shape] ^= 1;
    if (inside[shape] === 1 && depth++ === 0) entered = x;
    if (inside[shape] === 0 && --depth === 0) length += x - entered;
  }
  return length;
}

function crossingHeight(a: Edge, b: Edge): number | null {
  const ax = a.high.x - a.low.x, ay = a.high.y - a.low.y, bx = b.high.x - b.low.x, by = b.high.y - b.low.y;
  const cross = ax * by - ay * bx;
  if (cross === 0) return null;
  const t = ((b.low.x - a.low.x) * by - (b.low.y - a.low.y) * bx) / cross;
  const y = a.low.y + t * ay;
  return t > 0 && t < 1 && y > b.low.y && y < b.high.y ? y : null;
}
