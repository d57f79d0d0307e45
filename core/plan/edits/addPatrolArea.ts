// Adds a patrol area.

import { orient } from "../../geo/orient.ts";
import type { Polygon } from "../../geo/types.ts";
import type { PatrolArea, Plan } from "../plan.ts";
import type { Addition } from "./edit.ts";

/** @param hotspot - id of the hotspot it belongs to; null where it stands by itself */
export function addPatrolArea(plan: Plan, shape: Polygon, hotspot: string | null): Addition {
  const area: PatrolArea = { id: `p${plan.next}`, name: `P${plan.next}`, hotspot, shape: orient(shape), note: "" };
  const owner = plan.hotspots.find(({ id }) => id === hotspot);
  return {
    plan: { ...plan, patrolAreas: [...plan.patrolAreas, area], next: plan.next + 1 },
    label: `Add patrol area ${area.name}${owner ? ` to ${owner.name}` : ""}`,
    skipped: [],
    added: [area.id],
  };
}
