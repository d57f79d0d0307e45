// Snapping of shapes that are moved: to the spacing that their nearest neighbour needs.

import { distance, distanceAtLeast } from "../../core/geo/distance.ts";
import { moveShape } from "../../core/geo/moveShape.ts";
import type { Hexagon, Point, Shape } from "../../core/geo/types.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { interiorPoint } from "../../core/geo/interiorPoint.ts";
import { SNAP_REACH } from "./snapPoint.ts";
import type { SketchMark } from "./sketch.ts";

export interface SnappedMove {
  /** m. */
  readonly by: Point;
  readonly marks: readonly SketchMark[];
}

/** A gap may be over by this much, so that rounding never leaves it short; m. */
const SPARE = 1e-3;

/**
 * Moves the shapes a little further, so that the gap to the nearest hotspot that stays is exactly what two buffers
 * need: pushed off where it is short, pulled up where it is a little wide. null where nothing is near enough.
 */
export function snapMove(plan: Plan, ids: readonly string[], by: Point, metresPerPixel: number): SnappedMove | null {
  const moving = plan.hotspots.filter(({ id, locked }) => ids.includes(id) && !locked).map(({ shape }) => moveShape(shape, by.x, by.y));
  const snapped = snapShapes(moving, plan.hotspots.filter(({ id }) => !ids.includes(id)).map(({ shape }) => shape), 2 * plan.buffer, metresPerPixel);
  return snapped && { by: { x: by.x + snapped.by.x, y: by.y + snapped.by.y }, marks: snapped.marks };
}

export function snapHexagon(plan: Plan, hexagon: Hexagon, metresPerPixel: number): { readonly hexagon: Hexagon; readonly marks: readonly SketchMark[] } {
  const snapped = snapShapes([hexagon], plan.hotspots.map(({ shape }) => shape), 2 * plan.buffer, metresPerPixel);
  return snapped ? { hexagon: moveShape(hexagon, snapped.by.x, snapped.by.y), marks: snapped.marks } : { hexagon, marks: [] };
}

function snapShapes(moving: readonly Shape[], still: readonly Shape[], needed: number, metresPerPixel: number): SnappedMove | null {
  const reach = SNAP_REACH * metresPerPixel;
  let nearest: { readonly shape: Shape; readonly other: Shape; readonly gap: number } | null = null;
  for (const shape of moving) {
    for (const other of still) {
      if (distanceAtLeast(shape, other) > Math.min(needed + reach, nearest?.gap ?? Infinity)) continue;
      const gap = distance(shape, other);
      if (!nearest || gap < nearest.gap) nearest = { shape, other, gap };
    }
  }
  if (!nearest || nearest.gap === 0 || Math.abs(nearest.gap - needed) > reach) return null;
  const from = interiorPoint(nearest.other), to = interiorPoint(nearest.shape);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return null;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  // Along the line of the centres the gap grows steadily: halve until it is right.
  const { shape, other } = nearest;
  let low = -3 * reach, high = 3 * reach;
  const gapAt = (t: number): number => distance(moveShape(shape, t * along.x, t * along.y), other);
  if (gapAt(low) > needed || gapAt(high) < needed) return null;
  while (high - low > SPARE) {
    const middle = (low + high) / 2;
    if (gapAt(middle) < needed) low = middle;
    else high = middle;
  }
  return { by: { x: high * along.x, y: high * along.y }, marks: [{ at: { x: to.x + high * along.x, y: to.y + high * along.y }, kind: "snap-edge" }] };
}
