// Do two shapes share area? Touching is not overlapping.

import { bounds, boxesMeet } from "./bounds.ts";
import { contains } from "./contains.ts";
import { hexagonPenetration } from "./distance.ts";
import { interiorPoint } from "./interiorPoint.ts";
import { rings } from "./rings.ts";
import { leftOf, segmentDistanceSquared } from "./segment.ts";
import type { Bounds, Point, Shape } from "./types.ts";

/** Two shapes that share less than this in depth only touch: rounding must not make a violation; m. */
export const TOUCH = 1e-6;

/** True where the insides meet by more than `TOUCH`. */
export function overlaps(a: Shape, b: Shape): boolean {
  if (a.kind === "hexagon" && b.kind === "hexagon") return hexagonPenetration(a, b) > TOUCH;
  if (!boxesMeet(bounds(a), bounds(b))) return false;
  if (deepIn(b, interiorPoint(a)) || deepIn(a, interiorPoint(b))) return true;
  // Of a long road only what is near the other shape is asked: all of its points that lie in both boxes are on these edges.
  const edgesA = edgesNear(a, bounds(b)), edgesB = edgesNear(b, bounds(a));
  // Without an outline in between one lies in the other or both lie apart, as any of their points says.
  if (edgesA.length === 0 || edgesB.length === 0) return false;
  return (
    edgesA.some(([a1, a2]) => edgesB.some(([b1, b2]) => crossDeep(a1, a2, b1, b2))) ||
    edgesA.some((edge) => edgePoints(edge).some((point) => deepIn(b, point))) ||
    edgesB.some((edge) => edgePoints(edge).some((point) => deepIn(a, point)))
  );
}

function deepIn(shape: Shape, point: Point): boolean {
  if (!contains(shape, point.x, point.y)) return false;
  return rings(shape).every((ring) =>
    ring.every((from, i) => segmentDistanceSquared(point, from, ring[(i + 1) % ring.length]) > TOUCH * TOUCH),
  );
}

type Edge = readonly [Point, Point];

function edgesNear(shape: Shape, { minX, minY, maxX, maxY }: Bounds): Edge[] {
  const near: Edge[] = [];
  for (const ring of rings(shape)) {
    for (let i = 0; i < ring.length; i++) {
      const from = ring[i], to = ring[i + 1 === ring.length ? 0 : i + 1];
      if ((from.x < minX && to.x < minX) || (from.x > maxX && to.x > maxX) || (from.y < minY && to.y < minY) || (from.y > maxY && to.y > maxY)) continue;
      near.push([from, to]);
    }
  }
  return near;
}

/** A corner and the middle. */
const edgePoints = ([from, to]: Edge): Point[] => [from, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }];

/** Both ends of each segment lie further than `TOUCH` from the line of the other, on opposite sides. */
function crossDeep(a1: Point, a2: Point, b1: Point, b2: Point): boolean {
  const touchA = TOUCH * Math.hypot(a2.x - a1.x, a2.y - a1.y), touchB = TOUCH * Math.hypot(b2.x - b1.x, b2.y - b1.y);
  const c = leftOf(a1, a2, b1), d = leftOf(a1, a2, b2), e = leftOf(b1, b2, a1), f = leftOf(b1, b2, a2);
  return Math.min(c, d) < -touchA && Math.max(c, d) > touchA && Math.min(e, f) < -touchB && Math.max(e, f) > touchB;
}
