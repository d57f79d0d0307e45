// The incidents of a map's frame: place by place where they are few, otherwise square by square.

import type { PointIndex } from "../geo/pointIndex.ts";
import type { Bounds } from "../geo/types.ts";

export interface FrameStacks {
  /** Places, or middles of squares, m. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Incidents there. */
  readonly weight: Float64Array;
  readonly largest: number;
  /** Side of a square, m; null: single places. */
  readonly square: number | null;
}

/** More places than this are drawn by square: the eye cannot tell them apart, and the file would grow. */
const MOST_PLACES = 1500;
/** Side of a square on paper, mm. */
const SQUARE = 2;

/** @returns null where no incident is in the frame */
export function frameStacks(index: PointIndex, frame: Bounds, metresPerMm: number): FrameStacks | null {
  const { minX, minY, maxX, maxY } = frame;
  const { originX, originY, cell, columns, rows, starts } = index;
  const inside: number[] = [];
  const column = (x: number): number => Math.min(columns - 1, Math.max(0, Math.floor((x - originX) / cell)));
  const row = (y: number): number => Math.min(rows - 1, Math.max(0, Math.floor((y - originY) / cell)));
  for (let r = row(minY); r <= row(maxY); r++) {
    for (let i = starts[r * columns + column(minX)]; i < starts[r * columns + column(maxX) + 1]; i++) {
      if (index.x[i] >= minX && index.x[i] <= maxX && index.y[i] >= minY && index.y[i] <= maxY) inside.push(i);
    }
  }
  if (inside.length === 0) return null;
  if (inside.length <= MOST_PLACES) {
    // The largest first, so that small circles lie on top.
    inside.sort((a, b) => index.weight[b] - index.weight[a]);
    const take = (values: Float64Array): Float64Array => Float64Array.from(inside, (i) => values[i]);
    return { x: take(index.x), y: take(index.y), weight: take(index.weight), largest: index.weight[inside[0]], square: null };
  }
  const side = SQUARE * metresPerMm;
  const wide = Math.ceil((maxX - minX) / side);
  const sums = new Map<number, number>();
  for (const i of inside) {
    const key = Math.floor((index.y[i] - minY) / side) * wide + Math.min(wide - 1, Math.floor((index.x[i] - minX) / side));
    sums.set(key, (sums.get(key) ?? 0) + index.weight[i]);
  }
  const weight = Float64Array.from(sums.values());
  return {
    x: Float64Array.from(sums.keys(), (key) => minX + ((key % wide) + 0.5) * side),
    y: Float64Array.from(sums.keys(), (key) => minY + (Math.floor(key / wide) + 0.5) * side),
    weight,
    largest: weight.reduce((a, b) => Math.max(a, b)),
    square: side,
  };
}
