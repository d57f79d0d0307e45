// Crime just outside the patrol areas: locations within a distance of one and in none.

import { bounds } from "../../geo/bounds.ts";
import { containsTest } from "../../geo/contains.ts";
import type { Locations } from "../../geo/mergeStacks.ts";
import type { PointIndex } from "../../geo/pointIndex.ts";
import { rings } from "../../geo/rings.ts";
import { segmentDistanceSquared } from "../../geo/segment.ts";
import { rememberClusters, shapeClusters } from "../../geo/shapeClusters.ts";
import type { Point, Shape } from "../../geo/types.ts";

export interface JustOutside extends Locations {
  /** Incidents at them all (the sum of their weights). */
  readonly total: number;
}

/** @param metres - how far from a shape */
export function justOutside(index: PointIndex, shapes: readonly Shape[], metres: number): JustOutside {
  const near = outsideClusters(index, metres);
  // Twice the distance apart, so that no location is within it of two clusters.
  const locations = shapeClusters(shapes, 2 * metres).map(near);
  const size = locations.reduce((sum, some) => sum + some.length, 0);
  const found = { x: new Float64Array(size), y: new Float64Array(size), weight: new Float64Array(size) };
  let n = 0, total = 0;
  for (const some of locations) {
    for (const location of some) {
      found.x[n] = index.x[location];
      found.y[n] = index.y[location];
      total += found.weight[n++] = index.weight[location];
    }
  }
  return { ...found, total };
}

type Near = (cluster: readonly Shape[]) => Uint32Array;

const known = new WeakMap<PointIndex, { readonly metres: number; readonly near: Near }>();

function outsideClusters(index: PointIndex, metres: number): Near {
  const before = known.get(index);
  if (before?.metres === metres) return before.near;
  const near = rememberClusters((cluster) => outsideCluster(index, cluster, metres));
  known.set(index, { metres, near });
  return near;
}

/** Indices of the locations outside all the shapes and within the distance of one. */
function outsideCluster(index: PointIndex, cluster: readonly Shape[], metres: number): Uint32Array {
  const { originX, originY, cell, columns, rows, starts } = index;
  const tests = cluster.map(containsTest);
  const seen = new Set<number>();
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.floor(value)));
  for (const [k, shape] of cluster.entries()) {
    const { minX, minY, maxX, maxY } = bounds(shape);
    const first = clamp((minX - metres - originX) / cell, columns - 1), last = clamp((maxX + metres - originX) / cell, columns - 1);
    const bottom = clamp((minY - metres - originY) / cell, rows - 1), top = clamp((maxY + metres - originY) / cell, rows - 1);
    for (let row = bottom; row <= top; row++) {
      for (let column = first; column <= last; column++) {
        const from = starts[row * columns + column], to = starts[row * columns + column + 1];
        if (from === to) continue;
        // One question for a whole cell: it may be too far from the outline, or all inside.
        const middle = { x: originX + (column + 0.5) * cell, y: originY + (row + 0.5) * cell };
        const away = Math.sqrt(outlineDistanceSquared(shape, middle)), half = cell * Math.SQRT1_2;
        if (away > metres + half || (away > half && tests[k](middle.x, middle.y))) continue;
        for (let i = from; i < to; i++) {
          const place = { x: index.x[i], y: index.y[i] };
          if (outlineDistanceSquared(shape, place) <= metres * metres && !tests.some((inside) => inside(place.x, place.y))) seen.add(i);
        }
      }
    }
  }
  return Uint32Array.from(seen);
}

function outlineDistanceSquared(shape: Shape, place: Point): number {
  let least = Infinity;
  for (const ring of rings(shape)) {
    for (let i = 0; i < ring.length; i++) least = Math.min(least, segmentDistanceSquared(place, ring[i], ring[i + 1 === ring.length ? 0 : i + 1]));
  }
  return least;
}
