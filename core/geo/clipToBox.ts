// A ring cut by a box with sides to the east and north.

import type { Bounds, Point, Ring } from "./types.ts";

/**
 * The part of the ring in the box (Sutherland and Hodgman 1974), one side after the other. Where a concave ring falls into
 * several parts they are joined by edges along the box's sides that enclose nothing: the area is exact, but not the outline.
 * @returns empty where nothing of the ring is in the box
 */
export function clipToBox(ring: Ring, { minX, minY, maxX, maxY }: Bounds): Ring {
  const sides = [
    (p: Point): number => p.x - minX,
    (p: Point): number => maxX - p.x,
    (p: Point): number => p.y - minY,
    (p: Point): number => maxY - p.y,
  ];
  return sides.reduce<Ring>(clipBySide, ring);
}

/** @param inside - how far a point is inside the side, m */
function clipBySide(ring: Ring, inside: (p: Point) => number): Point[] {
  const kept: Point[] = [];
  ring.forEach((to, i) => {
    const from = ring[(i + ring.length - 1) % ring.length];
    const a = inside(from), b = inside(to);
    if (a < 0 !== b < 0) {
      const t = a / (a - b);
      kept.push({ x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) });
    }
    if (b >= 0) kept.push(to);
  });
  return kept;
}
