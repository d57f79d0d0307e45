// Moves hotspots, patrol areas and exclusions.

import { moveShape } from "../../geo/moveShape.ts";
import type { Plan } from "../plan.ts";
import { changeShapes, metres, nameOf, type Edit } from "./edit.ts";

/** By dx to the east and dy to the north, m. */
export function moveShapes(plan: Plan, ids: readonly string[], dx: number, dy: number): Edit {
  const still = dx === 0 && dy === 0;
  const { plan: next, changed, skipped } = changeShapes(plan, ids, (shape) => (still ? shape : moveShape(shape, dx, dy)));
  return { plan: next, label: `Move ${nameOf(changed)} by ${metres(Math.hypot(dx, dy))}`, skipped };
}
