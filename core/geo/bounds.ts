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

/** True where two boxes share a point: only then can what is in them. */
export const boxesMeet = (a: Bounds, b: Bounds): boolean =>
  a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;

/** How far apart two boxes are, 0 where they meet: never more than the gap between what is in them. */
export function boundsGap(a: Bounds, b: Bounds): number {
  const dx = Math.max(a.minX - b.maxX, b.minX - a.maxX, 0);
  const dy = Math.max(a.minY - b.maxY, b.minY - a.maxY, 0);
  return Math.hypot(dx, dy);
}
