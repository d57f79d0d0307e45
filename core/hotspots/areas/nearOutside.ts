// For each patrol area the locations just outside it: within a distance and in no area at all.

import { bounds } from "../../geo/bounds.ts";
import { containsTest } from "../../geo/contains.ts";
import type { PointIndex } from "../../geo/pointIndex.ts";
import { rings } from "../../geo/rings.ts";
import { segmentDistanceSquared } from "../../geo/segment.ts";
import { rememberClusters, shapeClusters } from "../../geo/shapeClusters.ts";
import type { Point, Ring, Shape } from "../../geo/types.ts";

/** By shape, indices into the point index, ascending; a location near two shapes stands under both. */
export type NearOutside = ReadonlyMap<Shape, Uint32Array>;

/** @param metres - how far from a shape. What stands still is remembered, so that a drag is cheap. */
export function nearOutside(index: PointIndex, shapes: readonly Shape[], metres: number): NearOutside {
  const ofCluster = outsideClusters(index, metres);
  // Shapes further apart than the distance have nothing to do with each other.
  return new Map(shapeClusters(shapes, metres).flatMap((cluster) => {
    const near = ofCluster(cluster);
    return cluster.map((shape, k) => [shape, near[k]] as const);
  }));
}

type OfCluster = (cluster: readonly Shape[]) => readonly Uint32Array[];

const known = new WeakMap<PointIndex, { readonly metres: number; readonly ofCluster: OfCluster }>();

function outsideClusters(index: PointIndex, metres: number): OfCluster {
  const before = known.get(index);
  if (before?.metres === metres) return before.ofCluster;
  const ofCluster = rememberClusters((cluster) => outsideCluster(index, cluster, metres));
  known.set(index, { metres, ofCluster });
  return ofCluster;
}

/** For each shape the indices of the locations within the distance of it and outside all of them. */
function outsideCluster({ originX, originY, cell, columns, rows, starts, x, y }: PointIndex, cluster: readonly Shape[], metres: number): Uint32Array[] {
  const tests = cluster.map(containsTest);
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.floor(value)));
  return cluster.map((shape, k) => {
    const others = tests.filter((_, other) => other !== k);
    const found: number[] = [];
    const outline = rings(shape);
    const { minX, minY, maxX, maxY } = bounds(shape);
    const first = clamp((minX - metres - originX) / cell, columns - 1), last = clamp((maxX + metres - originX) / cell, columns - 1);
    const bottom = clamp((minY - metres - originY) / cell, rows - 1), top = clamp((maxY + metres - originY) / cell, rows - 1);
    for (let row = bottom; row <= top; row++) {
      for (let column = first; column <= last; column++) {
        const from = starts[row * columns + column], to = starts[row * columns + column + 1];
        if (from === to) continue;
        // One question for a whole cell: it may be too far from the outline, or all on one side of it, or all near.
        const middle = { x: originX + (column + 0.5) * cell, y: originY + (row + 0.5) * cell };
        const away = Math.sqrt(outlineDistanceSquared(outline, middle)), half = cell * Math.SQRT1_2;
        const isClear = away > half;
        if (away > metres + half || (isClear && tests[k](middle.x, middle.y))) continue;
        const isNear = away + half < metres;
        for (let i = from; i < to; i++) {
          if (!isNear && outlineDistanceSquared(outline, { x: x[i], y: y[i] }) > metres * metres) continue;
          if (!isClear && tests[k](x[i], y[i])) continue;
          if (others.every((inside) => !inside(x[i], y[i]))) found.push(i);
        }
      }
    }
    return Uint32Array.from(found);
  });
}

function outlineDistanceSquared(outline: readonly Ring[], place: Point): number {
  let least = Infinity;
  for (const ring of outline) {
    for (let i = 0; i < ring.length; i++) least = Math.min(least, segmentDistanceSquared(place, ring[i], ring[i + 1 === ring.length ? 0 : i + 1]));
  }
  return least;
}
