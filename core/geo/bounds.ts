// The box around a shape, with sides to the east and north.

import { hexagonBounds } from "./hexagon.ts";
import type { Bounds, Point, Polygon, Shape } from "./types.ts";

const known = new WeakMap<Polygon, Bounds>();

/** Shapes are immutable, so a polygon's box is worked out once. */
export function bounds(shape: Shape): Bounds {
  if (shape.kind === "hexagon") return hexagonBounds(shape);
  let found = known.get(shape);
  if (!found) known.set(shape, (found = pointBounds(shape.rings[0])));
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

/** How far apart two boxes are, 0 where they meet: never more than the gap between what is in them. */
export function boundsGap(a: Bounds, b: Bounds): number {
  const dx = Math.max(a.minX - b.maxX, b.minX - a.maxX, 0);
  const dy = Math.max(a.minY - b.maxY, b.minY - a.maxY, 0);
  return Math.hypot(dx, dy);
}
