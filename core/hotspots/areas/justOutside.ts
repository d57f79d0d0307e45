// Crime just outside the patrol areas: locations within a distance of one and in none.

import { bounds, boxesMeet } from "../../geo/bounds.ts";
import { contains } from "../../geo/contains.ts";
import { pointDistance } from "../../geo/distance.ts";
import type { Locations } from "../../geo/mergeStacks.ts";
import type { PointIndex } from "../../geo/pointIndex.ts";
import type { Bounds, Shape } from "../../geo/types.ts";

export interface JustOutside extends Locations {
  /** Incidents at them all (the sum of their weights). */
  readonly total: number;
}

/**
 * @param metres - how far from a shape
 * @param treated - everything that patrols are sent to: what lies in it is not outside, e.g. where `shapes` is one area of many
 */
export function justOutside(index: PointIndex, shapes: readonly Shape[], metres: number, treated = shapes): JustOutside {
  const boxes = treated.map(bounds);
  const found = new Set<number>();
  for (const shape of shapes) {
    const box = widened(bounds(shape), metres);
    const others = treated.filter((other, i) => other !== shape && boxesMeet(box, boxes[i]));
    for (const location of near(index, shape, metres)) {
      if (others.every((other) => !contains(other, index.x[location], index.y[location]))) found.add(location);
    }
  }
  const locations = Uint32Array.from(found).sort();
  const take = (values: Float64Array): Float64Array => Float64Array.from(locations, (location) => values[location]);
  const weight = take(index.weight);
  return { x: take(index.x), y: take(index.y), weight, total: weight.reduce((sum, one) => sum + one, 0) };
}

// Shapes are immutable, so that only the one that is dragged is asked anew.
const known = new WeakMap<PointIndex, WeakMap<Shape, { readonly metres: number; readonly locations: Uint32Array }>>();

/** Indices of the locations outside the shape and within the distance. */
function near(index: PointIndex, shape: Shape, metres: number): Uint32Array {
  let ofIndex = known.get(index);
  if (!ofIndex) known.set(index, (ofIndex = new WeakMap()));
  const before = ofIndex.get(shape);
  if (before?.metres === metres) return before.locations;
  const { minX, minY, maxX, maxY } = widened(bounds(shape), metres);
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.floor(value)));
  const first = clamp((minX - index.originX) / index.cell, index.columns - 1), last = clamp((maxX - index.originX) / index.cell, index.columns - 1);
  const bottom = clamp((minY - index.originY) / index.cell, index.rows - 1), top = clamp((maxY - index.originY) / index.cell, index.rows - 1);
  const found: number[] = [];
  for (let row = bottom; row <= top; row++) {
    for (let i = index.starts[row * index.columns + first]; i < index.starts[row * index.columns + last + 1]; i++) {
      const x = index.x[i], y = index.y[i];
      if (x < minX || x > maxX || y < minY || y > maxY || contains(shape, x, y)) continue;
      if (pointDistance(shape, { x, y }) <= metres) found.push(i);
    }
  }
  const locations = Uint32Array.from(found);
  ofIndex.set(shape, { metres, locations });
  return locations;
}

const widened = ({ minX, minY, maxX, maxY }: Bounds, metres: number): Bounds => ({ minX: minX - metres, minY: minY - metres, maxX: maxX + metres, maxY: maxY + metres });
