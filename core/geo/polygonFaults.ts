// What is wrong with a polygon or a line that is being drawn. A failed check is data.

import { contains } from "./contains.ts";
import { TOUCH } from "./overlaps.ts";
import { leftOf, segmentDistanceSquared, segmentsMeet } from "./segment.ts";
import type { Point, Polygon, Ring } from "./types.ts";

/**
 * "self-crossing": two edges of one ring meet elsewhere than in the corner between neighbours; "repeated-corner": two
 * corners in a row at one place; "no-area": all corners on one line; "rings-cross": two rings meet;
 * "hole-outside": a hole that is not inside the outer ring.
 */
export interface PolygonFault {
  readonly kind: "too-few-corners" | "repeated-corner" | "self-crossing" | "no-area" | "rings-cross" | "hole-outside";
  readonly at: Point;
}

export function polygonFaults({ rings }: Polygon): PolygonFault[] {
  const found = rings.flatMap(ringFaults);
  rings.forEach((ring, i) => {
    for (const other of rings.slice(i + 1)) {
      const at = meeting(edges(ring, true), edges(other, true), () => false);
      if (at) found.push({ kind: "rings-cross", at });
    }
    if (i > 0 && !contains({ kind: "polygon", rings: [rings[0]] }, ring[0].x, ring[0].y)) {
      found.push({ kind: "hole-outside", at: ring[0] });
    }
  });
  return found;
}

/** The faults of a line so far, before it is closed: crossings and repeated corners, newest corner last. */
export function drawingFaults(points: readonly Point[]): PolygonFault[] {
  const found = repeats(points, false);
  const line = edges(points, false);
  const at = meeting(line, line, (i, j) => Math.abs(i - j) <= 1);
  if (at) found.push({ kind: "self-crossing", at });
  return [...found, ...spikes(points, false)];
}

function ringFaults(ring: Ring): PolygonFault[] {
  if (ring.length < 3) return [{ kind: "too-few-corners", at: ring[0] }];
  const found = repeats(ring, true);
  if (found.length > 0) return found;
  if (onOneLine(ring)) return [{ kind: "no-area", at: ring[0] }];
  const all = edges(ring, true);
  const at = meeting(all, all, (i, j) => i === j || (i + 1) % ring.length === j || (j + 1) % ring.length === i);
  if (at) found.push({ kind: "self-crossing", at });
  return [...found, ...spikes(ring, true)];
}

function onOneLine(ring: Ring): boolean {
  const far = ring.reduce((best, corner) => (distanceBetween(ring[0], corner) > distanceBetween(ring[0], best) ? corner : best));
  const length = distanceBetween(ring[0], far);
  return ring.every((corner) => Math.abs(leftOf(ring[0], far, corner)) <= TOUCH * length);
}

type Edge = readonly [Point, Point];

const edges = (points: readonly Point[], closed: boolean): Edge[] =>
  points.slice(0, closed ? undefined : -1).map((from, i) => [from, points[(i + 1) % points.length]]);

const repeats = (points: readonly Point[], closed: boolean): PolygonFault[] =>
  edges(points, closed)
    .filter(([from, to]) => distanceBetween(from, to) <= TOUCH)
    .map(([, to]) => ({ kind: "repeated-corner", at: to }));

/** Neighbouring edges that run back over each other. */
const spikes = (points: readonly Point[], closed: boolean): PolygonFault[] =>
  points.flatMap((corner, i): PolygonFault[] => {
    if (!closed && (i === 0 || i === points.length - 1)) return [];
    const before = points[(i + points.length - 1) % points.length], after = points[(i + 1) % points.length];
    const back = (before.x - corner.x) * (after.x - corner.x) + (before.y - corner.y) * (after.y - corner.y) > 0;
    const flat = Math.abs(leftOf(before, corner, after)) <= TOUCH * distanceBetween(before, corner);
    return back && flat ? [{ kind: "self-crossing", at: corner }] : [];
  });

/** The first point at which an edge of `a` meets one of `b`. */
function meeting(a: readonly Edge[], b: readonly Edge[], skip: (i: number, j: number) => boolean): Point | null {
  for (let i = 0; i < a.length; i++) {
    const [a1, a2] = a[i];
    const minX = Math.min(a1.x, a2.x) - TOUCH, maxX = Math.max(a1.x, a2.x) + TOUCH;
    const minY = Math.min(a1.y, a2.y) - TOUCH, maxY = Math.max(a1.y, a2.y) + TOUCH;
    for (let j = a === b ? i + 1 : 0; j < b.length; j++) {
      const [b1, b2] = b[j];
      if (Math.min(b1.x, b2.x) > maxX || Math.max(b1.x, b2.x) < minX) continue;
      if (Math.min(b1.y, b2.y) > maxY || Math.max(b1.y, b2.y) < minY || skip(i, j)) continue;
      if (segmentsMeet(a1, a2, b1, b2)) return crossing(a1, a2, b1, b2);
      for (const [p, from, to] of [[b1, a1, a2], [b2, a1, a2], [a1, b1, b2], [a2, b1, b2]] as const) {
        if (segmentDistanceSquared(p, from, to) <= TOUCH * TOUCH) return p;
      }
    }
  }
  return null;
}

function crossing(a1: Point, a2: Point, b1: Point, b2: Point): Point {
  const c = leftOf(b1, b2, a1), d = leftOf(b1, b2, a2);
  const t = c === d ? 0 : c / (c - d);
  return { x: a1.x + t * (a2.x - a1.x), y: a1.y + t * (a2.y - a1.y) };
}

const distanceBetween = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/** "The outline crosses itself." One sentence for the panel. */
export function describeFault({ kind }: PolygonFault): string {
  return {
    "too-few-corners": "A polygon needs at least three corners.",
    "repeated-corner": "Two corners are at the same place; delete one of them.",
    "self-crossing": "The outline crosses itself; move or delete a corner.",
    "no-area": "All corners lie on one line; move one off it.",
    "rings-cross": "A hole crosses the outline or another hole; move it.",
    "hole-outside": "A hole lies outside the outline; move it inside or delete it.",
  }[kind];
}

/** True where there is no fault. */
export const isValidPolygon = (polygon: Polygon): boolean => polygonFaults(polygon).length === 0;
