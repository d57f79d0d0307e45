// The exact gap between two shapes in metres: what every buffer check rests on.

import { bounds, boundsGap } from "./bounds.ts";
import { contains } from "./contains.ts";
import { hexagonDistance, hexagonRing } from "./hexagon.ts";
import { rings } from "./rings.ts";
import { segmentDistanceSquared, segmentsMeet } from "./segment.ts";
import type { Hexagon, Point, Ring, Shape } from "./types.ts";

/**
 * The shortest distance between two shapes, m; 0 where they touch or overlap, or where one lies in the other
 * (in a hole of the other it does not).
 */
export function distance(a: Shape, b: Shape): number {
  if (a.kind === "hexagon" && b.kind === "hexagon") return hexagonGap(a, b);
  const ringsA = rings(a), ringsB = rings(b);
  if (boundsGap(bounds(a), bounds(b)) === 0) {
    if (contains(a, ringsB[0][0].x, ringsB[0][0].y) || contains(b, ringsA[0][0].x, ringsA[0][0].y)) return 0;
  }
  let least = Infinity;
  for (const ringA of ringsA) {
    for (const ringB of ringsB) {
      least = Math.min(least, ringGap(ringA, ringB, least));
      if (least === 0) return 0;
    }
  }
  return least;
}

/** Never more than the gap, and cheap: boxes, or circles about hexagons. */
export function distanceAtLeast(a: Shape, b: Shape): number {
  if (a.kind === "hexagon" && b.kind === "hexagon") {
    return Math.max(0, Math.hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y) - a.side - b.side);
  }
  return boundsGap(bounds(a), bounds(b));
}

/** The distance from a point to a shape, 0 inside and on the boundary, m. */
export function pointDistance(shape: Shape, point: Point): number {
  if (shape.kind === "hexagon") return hexagonDistance(shape, point.x, point.y);
  if (contains(shape, point.x, point.y)) return 0;
  let least = Infinity;
  for (const ring of shape.rings) {
    for (let i = 0; i < ring.length; i++) {
      least = Math.min(least, segmentDistanceSquared(point, ring[i], ring[(i + 1) % ring.length]));
    }
  }
  return Math.sqrt(least);
}

/**
 * Two convex shapes that do not overlap are closest at a corner of one of them, so twelve distances
 * from a point to a hexagon are exact.
 */
function hexagonGap(a: Hexagon, b: Hexagon): number {
  if (hexagonPenetration(a, b) >= 0) return 0;
  let least = Infinity;
  for (const { x, y } of hexagonRing(a)) least = Math.min(least, hexagonDistance(b, x, y));
  for (const { x, y } of hexagonRing(b)) least = Math.min(least, hexagonDistance(a, x, y));
  return least;
}

/**
 * By how much two hexagons overlap along the direction in which they overlap least (separating axes: the
 * six directions across the flats), m; below 0 where they are apart.
 */
export function hexagonPenetration(a: Hexagon, b: Hexagon): number {
  const dx = b.centre.x - a.centre.x, dy = b.centre.y - a.centre.y;
  let least = Infinity;
  for (const turn of [a.rotation, b.rotation]) {
    for (const third of [Math.PI / 6, Math.PI / 2, (5 * Math.PI) / 6]) {
      const angle = turn + third;
      const apart = Math.abs(dx * Math.cos(angle) + dy * Math.sin(angle));
      least = Math.min(least, halfWidth(a, angle) + halfWidth(b, angle) - apart);
      if (least < 0) return least;
    }
  }
  return least;
}

/** Half the width of a hexagon in a direction: side · cos of the angle to the nearest corner. */
function halfWidth({ side, rotation }: Hexagon, angle: number): number {
  const sixth = Math.PI / 3;
  const turn = (angle - rotation) / sixth;
  return side * Math.cos((turn - Math.round(turn)) * sixth);
}

/** The shortest distance between the edges of two rings; pairs of edges further than `below` are passed over. */
function ringGap(a: Ring, b: Ring, below: number): number {
  let least = below * below;
  for (let i = 0; i < a.length; i++) {
    const a1 = a[i], a2 = a[(i + 1) % a.length];
    const minX = Math.min(a1.x, a2.x), maxX = Math.max(a1.x, a2.x);
    const minY = Math.min(a1.y, a2.y), maxY = Math.max(a1.y, a2.y);
    for (let j = 0; j < b.length; j++) {
      const b1 = b[j], b2 = b[(j + 1) % b.length];
      const dx = Math.max(minX - Math.max(b1.x, b2.x), Math.min(b1.x, b2.x) - maxX, 0);
      const dy = Math.max(minY - Math.max(b1.y, b2.y), Math.min(b1.y, b2.y) - maxY, 0);
      if (dx * dx + dy * dy >= least) continue;
      if (segmentsMeet(a1, a2, b1, b2)) return 0;
      least = Math.min(
        least,
        segmentDistanceSquared(a1, b1, b2),
        segmentDistanceSquared(a2, b1, b2),
        segmentDistanceSquared(b1, a1, a2),
        segmentDistanceSquared(b2, a1, a2),
      );
    }
  }
  return Math.sqrt(least);
}
