// Segments between two points: distance to a point, side of a line, crossing.

import type { Point } from "./types.ts";

/** Squared distance from p to the segment from a to b, m². */
export function segmentDistanceSquared(p: Point, a: Point, b: Point): number {
  const ex = b.x - a.x, ey = b.y - a.y;
  const length2 = ex * ex + ey * ey;
  const along = length2 > 0 ? ((p.x - a.x) * ex + (p.y - a.y) * ey) / length2 : 0;
  const t = Math.min(1, Math.max(0, along));
  const dx = a.x + t * ex - p.x, dy = a.y + t * ey - p.y;
  return dx * dx + dy * dy;
}

/** Twice the area of the triangle; above 0 where c lies to the left of the line from a to b. */
export const leftOf = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** True where two segments cross inside both; ends that only touch have distance 0 without it. */
export function segmentsMeet(a1: Point, a2: Point, b1: Point, b2: Point): boolean {
  return leftOf(a1, a2, b1) > 0 !== leftOf(a1, a2, b2) > 0 && leftOf(b1, b2, a1) > 0 !== leftOf(b1, b2, a2) > 0;
}
