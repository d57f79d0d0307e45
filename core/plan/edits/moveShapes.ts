// Moves hotspots, patrol areas, exclusions and expert points.

import { moveShape } from "../../geo/moveShape.ts";
import type { Plan } from "../plan.ts";
import { changeShapes, metres, nameOf, type Edit } from "./edit.ts";

/** By dx to the east and dy to the north, m. */
export function moveShapes(plan: Plan, ids: readonly string[], dx: number, dy: number): Edit {
  const still = dx === 0 && dy === 0;
  const { plan: next, changed, skipped } = changeShapes(
    plan,
    ids,
    (shape) => (still ? shape : moveShape(shape, dx, dy)),
    (place) => (still ? place : { x: place.x + dx, y: place.y + dy }),
  );
  return { plan: next, label: `Move ${nameOf(changed)} by ${metres(Math.hypot(dx, dy))}`, skipped };
}
