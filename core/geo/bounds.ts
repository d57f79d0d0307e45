// The box around a shape, with sides to the east and north.

import { hexagonBounds } from "./hexagon.ts";
import type { Bounds, Point, Shape } from "./types.ts";

const known = new WeakMap<Shape, Bounds>();

/** Shapes are immutable, so a shape's box is worked out once. */
export function bounds(shape: Shape): Bounds {
  let found = known.get(shape);
  if (!found) known.set(shape, (found = shape.kind === "hexagon" ? hexagonBounds(shape) : pointBounds(shape.rings[0])));
  return found;
}

export function pointBounds(points: readonly Point[]): Bounds {
  let minX = Infinity, minY = Infinity, maxX = -Infinity, maxY = -Infinity;
  for (const { x, y } of points) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return { minX, minY, maxX, maxY };
}

/** Around points in columns; of none the box that any other swallows (from Infinity to -Infinity). */
export function columnBounds(x: Float64Array, y: Float64Array): Bounds {
  const [minX, maxX] = extent(x);
  const [minY, maxY] = extent(y);
  return { minX, minY, maxX, maxY };
}

/** Of none: Infinity and -Infinity. */
export function extent(values: Float64Array | Int32Array): [least: number, most: number] {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** The box around both. */
export const around = (a: Bounds, b: Bounds): Bounds => ({
  minX: Math.min(a.minX, b.minX),
  minY: Math.min(a.minY, b.minY),
  maxX: Math.max(a.maxX, b.maxX),
  maxY: Math.max(a.maxY, b.maxY),
});

/** The box with every side moved out by so many metres. */
export const grown = ({ minX, minY, maxX, maxY }: Bounds, by: number): Bounds => ({ minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by });

/** True where two boxes share a point: only then can what is in them. */
export const boxesMeet = (a: Bounds, b: Bounds): boolean =>
  a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;

/** How far apart two boxes are, 0 where they meet: never more than the gap between what is in them. */
export function boundsGap(a: Bounds, b: Bounds): number {
  const dx = Math.max(a.minX - b.maxX, b.minX - a.maxX, 0);
  const dy = Math.max(a.minY - b.maxY, b.minY - a.maxY, 0);
  return Math.hypot(dx, dy);
}
