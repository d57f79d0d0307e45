// Snapping of a point: to a corner, else to an edge, of the shapes of the plan.

import { rings } from "../../core/geo/rings.ts";
import { bounds } from "../../core/geo/bounds.ts";
import type { Point } from "../../core/geo/types.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { shapesOf } from "./handles.ts";
import type { SketchMark } from "./sketch.ts";

/** Pixels. */
export const SNAP_REACH = 10;

export interface SnappedPoint {
  readonly point: Point;
  readonly marks: readonly SketchMark[];
}

/** @param except - id of a shape that is itself being changed */
export function snapPoint(plan: Plan, point: Point, metresPerPixel: number, except: string | null = null): SnappedPoint {
  const reach = SNAP_REACH * metresPerPixel;
  let corner: Point | null = null, edge: Point | null = null;
  let toCorner = reach, toEdge = reach;
  for (const { id, shape } of shapesOf(plan)) {
    const box = bounds(shape);
    if (id === except || point.x < box.minX - reach || point.x > box.maxX + reach || point.y < box.minY - reach || point.y > box.maxY + reach) continue;
    for (const ring of rings(shape)) {
      ring.forEach((a, i) => {
        const b = ring[(i + 1) % ring.length];
        const away = Math.hypot(a.x - point.x, a.y - point.y);
        if (away < toCorner) [corner, toCorner] = [a, away];
        const foot = footOn(a, b, point);
        const off = Math.hypot(foot.x - point.x, foot.y - point.y);
        if (off < toEdge) [edge, toEdge] = [foot, off];
      });
    }
  }
  if (corner) return { point: corner, marks: [{ at: corner, kind: "snap-corner" }] };
  if (edge) return { point: edge, marks: [{ at: edge, kind: "snap-edge" }] };
  return { point, marks: [] };
}

function footOn(a: Point, b: Point, p: Point): Point {
  const ex = b.x - a.x, ey = b.y - a.y;
  const length2 = ex * ex + ey * ey;
  const t = length2 > 0 ? Math.min(1, Math.max(0, ((p.x - a.x) * ex + (p.y - a.y) * ey) / length2)) : 0;
  return { x: a.x + t * ex, y: a.y + t * ey };
}
