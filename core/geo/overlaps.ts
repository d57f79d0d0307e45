// Do two shapes share area? Touching is not overlapping.

import { bounds, boundsGap } from "./bounds.ts";
import { contains } from "./contains.ts";
import { distance, hexagonPenetration } from "./distance.ts";
import { interiorPoint } from "./interiorPoint.ts";
import { rings } from "./rings.ts";
import { leftOf, segmentDistanceSquared } from "./segment.ts";
import type { Point, Ring, Shape } from "./types.ts";

/** Two shapes that share less than this in depth only touch: rounding must not make a violation; m. */
export const TOUCH = 1e-6;

/** True where the insides meet by more than `TOUCH`. */
export function overlaps(a: Shape, b: Shape): boolean {
  if (a.kind === "hexagon" && b.kind === "hexagon") return hexagonPenetration(a, b) > TOUCH;
  if (boundsGap(bounds(a), bounds(b)) > 0 || distance(a, b) > 0) return false;
  return (
    deepIn(b, interiorPoint(a)) || deepIn(a, interiorPoint(b)) ||
    edgePoints(a).some((point) => deepIn(b, point)) || edgePoints(b).some((point) => deepIn(a, point)) ||
    rings(a).some((ringA) => rings(b).some((ringB) => ringsCross(ringA, ringB)))
  );
}

function deepIn(shape: Shape, point: Point): boolean {
  if (!contains(shape, point.x, point.y)) return false;
  return rings(shape).every((ring) =>
    ring.every((from, i) => segmentDistanceSquared(point, from, ring[(i + 1) % ring.length]) > TOUCH * TOUCH),
  );
}

/** Corners and middles of edges. */
const edgePoints = (shape: Shape): Point[] =>
  rings(shape).flatMap((ring) =>
    ring.flatMap((from, i) => {
      const to = ring[(i + 1) % ring.length];
      return [from, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }];
    }),
  );

const ringsCross = (a: Ring, b: Ring): boolean =>
  a.some((a1, i) => b.some((b1, j) => crossDeep(a1, a[(i + 1) % a.length], b1, b[(j + 1) % b.length])));

/** Both ends of each segment lie further than `TOUCH` from the line of the other, on opposite sides. */
function crossDeep(a1: Point, a2: Point, b1: Point, b2: Point): boolean {
  const touchA = TOUCH * Math.hypot(a2.x - a1.x, a2.y - a1.y), touchB = TOUCH * Math.hypot(b2.x - b1.x, b2.y - b1.y);
  const c = leftOf(a1, a2, b1), d = leftOf(a1, a2, b2), e = leftOf(b1, b2, a1), f = leftOf(b1, b2, a2);
  return Math.min(c, d) < -touchA && Math.max(c, d) > touchA && Math.min(e, f) < -touchB && Math.max(e, f) > touchB;
}
