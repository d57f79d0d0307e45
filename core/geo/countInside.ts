// How many incidents lie in a shape: whole cells of the index by their sums, only cells on the edge point by point.

import { bounds, boxesMeet } from "./bounds.ts";
import { containsTest } from "./contains.ts";
import { rings } from "./rings.ts";
import { rememberClusters, shapeClusters } from "./shapeClusters.ts";
import type { PointIndex } from "./pointIndex.ts";
import type { Bounds, Ring, Shape } from "./types.ts";

/** Incidents in the shape, its boundary included (the sum of their weights). */
export const countInside = (index: PointIndex, shape: Shape): number =>
  sumWhere(index, bounds(shape), [rings(shape)], containsTest(shape));

/** Incidents in any of the shapes, each counted once. */
export function countInAny(index: PointIndex, shapes: readonly Shape[]): number {
  let count = counted.get(index);
  if (!count) counted.set(index, (count = rememberClusters((cluster) => countInCluster(index, cluster))));
  return shapeClusters(shapes).reduce((sum, cluster) => sum + count(cluster), 0);
}

const counted = new WeakMap<PointIndex, (cluster: readonly Shape[]) => number>();

/** Those of each shape that lie in none of the shapes before it. */
function countInCluster(index: PointIndex, cluster: readonly Shape[]): number {
  const tests = cluster.map(containsTest), boxes = cluster.map(bounds);
  let sum = 0;
  for (let i = 0; i < cluster.length; i++) {
    const before = cluster.flatMap((shape, j) => (j < i && boxesMeet(boxes[i], boxes[j]) ? [{ shape, inside: tests[j] }] : []));
    const outlines = [cluster[i], ...before.map(({ shape }) => shape)].map(rings);
    sum += sumWhere(index, boxes[i], outlines, (x, y) => tests[i](x, y) && !before.some(({ inside }) => inside(x, y)));
  }
  return sum;
}

/** A drag's numbers: incidents inside where it is now, and gained and lost against where it started. */
export function gainedLost(index: PointIndex, from: Shape, to: Shape): { inside: number; gained: number; lost: number } {
  const inside = countInside(index, to);
  const inFrom = containsTest(from), inTo = containsTest(to);
  const both = sumWhere(index, shared(bounds(from), bounds(to)), [rings(from), rings(to)], (x, y) => inFrom(x, y) && inTo(x, y));
  return { inside, gained: inside - both, lost: countInside(index, from) - both };
}

const shared = (a: Bounds, b: Bounds): Bounds => ({
  minX: Math.max(a.minX, b.minX),
  minY: Math.max(a.minY, b.minY),
  maxX: Math.min(a.maxX, b.maxX),
  maxY: Math.min(a.maxY, b.maxY),
});

// Marks of the cells of one question; grown when needed, never shrunk: no garbage in a drag.
let marks = new Uint8Array(4096);

/**
 * Sum of the weights of the locations within `box` for which `test` holds. Cells that no edge passes through are all
 * in or all out, so one test decides a whole run of them.
 * @param outlines - every ring across which the answer of `test` may change
 */
function sumWhere(
  { originX, originY, cell, columns, rows, starts, x, y, weight, before }: PointIndex,
  box: Bounds,
  outlines: readonly (readonly Ring[])[],
  test: (x: number, y: number) => boolean,
): number {
  if (!(box.minX <= box.maxX) || !(box.minY <= box.maxY)) return 0;
  const first = Math.max(0, Math.floor((box.minX - originX) / cell) - 1);
  const last = Math.min(columns - 1, Math.floor((box.maxX - originX) / cell) + 1);
  const bottom = Math.max(0, Math.floor((box.minY - originY) / cell) - 1);
  const top = Math.min(rows - 1, Math.floor((box.maxY - originY) / cell) + 1);
  const wide = last - first + 1, high = top - bottom + 1;
  if (wide <= 0 || high <= 0) return 0;
  if (marks.length < wide * high) marks = new Uint8Array(2 * wide * high);
  else marks.fill(0, 0, wide * high);
  for (const outline of outlines) {
    for (const ring of outline) {
      for (let i = 0; i < ring.length; i++) {
        const a = ring[i], b = ring[i + 1 === ring.length ? 0 : i + 1];
        markEdge(
          (a.x - originX) / cell - first, (a.y - originY) / cell - bottom,
          (b.x - originX) / cell - first, (b.y - originY) / cell - bottom,
          wide, high,
        );
      }
    }
  }
  let sum = 0;
  for (let row = 0; row < high; row++) {
    const base = (bottom + row) * columns + first;
    let column = 0;
    while (column < wide) {
      let end = column + 1;
      if (marks[row * wide + column] === 0) {
        while (end < wide && marks[row * wide + end] === 0) end++;
        const from = starts[base + column], to = starts[base + end];
        // Any location of the run speaks for all of them.
        if (to > from && test(x[from], y[from])) sum += before[to] - before[from];
      } else {
        while (end < wide && marks[row * wide + end] !== 0) end++;
        for (let i = starts[base + column], to = starts[base + end]; i < to; i++) {
          if (test(x[i], y[i])) sum += weight[i];
        }
      }
      column = end;
    }
  }
  return sum;
}

/** Marks every cell that an edge (in cells) passes through, and a hair beyond, so that rounding cannot miss one. */
function markEdge(ax: number, ay: number, bx: number, by: number, wide: number, high: number): void {
  const hair = 1e-6;
  if (ay > by) [ax, ay, bx, by] = [bx, by, ax, ay];
  const slope = by - ay > hair ? (bx - ax) / (by - ay) : 0;
  const fromRow = Math.max(0, Math.floor(ay - hair)), toRow = Math.min(high - 1, Math.floor(by + hair));
  for (let row = fromRow; row <= toRow; row++) {
    let left = Math.min(ax, bx), right = Math.max(ax, bx);
    if (slope !== 0) {
      const low = ax + slope * (Math.max(row - hair, ay) - ay);
      const up = ax + slope * (Math.min(row + 1 + hair, by) - ay);
      left = Math.max(left, Math.min(low, up));
      right = Math.min(right, Math.max(low, up));
    }
    const from = Math.max(0, Math.floor(left - hair)), to = Math.min(wide - 1, Math.floor(right + hair));
    if (from <= to) marks.fill(1, row * wide + from, row * wide + to + 1);
  }
}
