// The outline of a buffer, for the eye only: the checks use exact gaps (core/hotspots/spacing.ts).

import { polygon as turfPolygon, union, featureCollection } from "@turf/turf";
import { rings } from "./rings.ts";
import type { Point, Ring, Shape } from "./types.ts";

/** Steps of a full turn at a round corner: 0.05 % of the radius off at most. */
const STEPS = 96;

const known = new WeakMap<Shape, { readonly radius: number; readonly rings: readonly Ring[] }>();

/** The edge of everything within `radius` metres of the shape; its corners are round. Holes of the shape are kept. */
export function bufferRings(shape: Shape, radius: number): readonly Ring[] {
  const found = known.get(shape);
  if (found?.radius === radius) return found.rings;
  const [outer] = rings(shape);
  const made = radius <= 0 ? [outer] : isConvex(outer) ? [roundedOffset(outer, radius)] : unionOffset(outer, radius);
  known.set(shape, { radius, rings: made });
  return made;
}

/** A convex ring, anticlockwise, moved outwards: its edges, and an arc at each corner. */
function roundedOffset(ring: Ring, radius: number): Ring {
  const out: Point[] = [];
  ring.forEach((corner, i) => {
    const before = ring[(i + ring.length - 1) % ring.length];
    const after = ring[(i + 1) % ring.length];
    const from = Math.atan2(corner.y - before.y, corner.x - before.x) - Math.PI / 2;
    const to = Math.atan2(after.y - corner.y, after.x - corner.x) - Math.PI / 2;
    out.push(...arc(corner, radius, from, to));
  });
  return out;
}

/** Anticlockwise from one direction to the other, both ends included. */
function arc({ x, y }: Point, radius: number, from: number, to: number): Point[] {
  const turn = (to - from + 4 * Math.PI) % (2 * Math.PI);
  const steps = Math.max(1, Math.ceil((turn / (2 * Math.PI)) * STEPS));
  return Array.from({ length: steps + 1 }, (_, k) => {
    const angle = from + (turn * k) / steps;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}

const isConvex = (ring: Ring): boolean =>
  ring.every((b, i) => {
    const a = ring[(i + ring.length - 1) % ring.length];
    const c = ring[(i + 1) % ring.length];
    return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) >= 0;
  });

/** The shape and a capsule about each of its edges, put together (Turf's union works on plane coordinates too). */
function unionOffset(ring: Ring, radius: number): readonly Ring[] {
  const parts = ring.map((a, i) => capsule(a, ring[(i + 1) % ring.length], radius));
  const toTurf = (points: Ring) => turfPolygon([[...points, points[0]].map(({ x, y }) => [x, y])]);
  const whole = union(featureCollection([ring, ...parts].map(toTurf)));
  if (!whole) return [ring];
  const polygons = whole.geometry.type === "Polygon" ? [whole.geometry.coordinates] : whole.geometry.coordinates;
  return polygons.flatMap((polygon) => polygon.map((points) => points.slice(0, -1).map(([x, y]) => ({ x, y }))));
}

function capsule(a: Point, b: Point, radius: number): Ring {
  const along = Math.atan2(b.y - a.y, b.x - a.x);
  return [...arc(b, radius, along - Math.PI / 2, along + Math.PI / 2), ...arc(a, radius, along + Math.PI / 2, along + (3 * Math.PI) / 2)];
}
