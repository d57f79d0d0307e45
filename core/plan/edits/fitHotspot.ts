// Gives a drawn hotspot the shape of its patrol areas, after these were edited.

import { InputError } from "../../errors.ts";
import { area } from "../../geo/area.ts";
import { union } from "../../geo/booleans.ts";
import type { Plan } from "../plan.ts";
import type { Edit } from "./edit.ts";
import { setShape } from "./setShape.ts";

/**
 * Of areas that lie apart the largest part: with the areas themselves (groundOf) the hotspot's ground is all of them and no more.
 * @throws InputError for a hotspot that is a hexagon or has no patrol area
 */
export function fitHotspot(plan: Plan, id: string): Edit {
  const hotspot = plan.hotspots.find((one) => one.id === id);
  const areas = plan.patrolAreas.filter((one) => one.hotspot === id);
  if (!hotspot || hotspot.shape.kind === "hexagon") throw new InputError(`${hotspot?.name ?? id} is not a drawn hotspot, so it keeps its shape. Select a drawn one.`);
  if (areas.length === 0) throw new InputError(`${hotspot.name} has no patrol area to fit to. Draw one while it is selected, or assign one.`);
  const [largest] = union(areas.map(({ shape }) => shape)).toSorted((a, b) => area(b) - area(a));
  return setShape(plan, id, largest, `Fit ${hotspot.name} to its patrol areas`);
}
