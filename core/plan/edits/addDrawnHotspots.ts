// Adds hotspots that are drawn rather than hexagons, each with its patrol areas.

import type { Polygon } from "../../geo/types.ts";
import type { Plan } from "../plan.ts";
import { addHotspot } from "./addHotspot.ts";
import { addPatrolArea } from "./addPatrolArea.ts";
import type { Addition } from "./edit.ts";

/**
 * @param outlines - for each hotspot its patrol areas, the largest first: that one is the hotspot's own shape too
 * @returns the hotspots in `added`; one without an outline is left out
 */
export function addDrawnHotspots(plan: Plan, outlines: readonly (readonly Polygon[])[]): Addition {
  const added: string[] = [];
  let next = plan;
  for (const parts of outlines) {
    if (parts.length === 0) continue;
    const hotspot = addHotspot(next, parts[0]);
    const [id] = hotspot.added;
    next = parts.reduce((so, part) => addPatrolArea(so, part, id).plan, hotspot.plan);
    added.push(id);
  }
  return { plan: next, label: `Add ${added.length === 1 ? "a hotspot with its patrol area" : `${added.length} hotspots with their patrol areas`}`, skipped: [], added };
}
