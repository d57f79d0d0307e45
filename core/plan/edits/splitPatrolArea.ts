// Splits a patrol area along a drawn line.

import { InputError } from "../../errors.ts";
import { splitPolygon } from "../../geo/splitPolygon.ts";
import type { Point } from "../../geo/types.ts";
import type { Plan } from "../plan.ts";
import type { Addition } from "./edit.ts";
import { replacePatrolAreas } from "./replacePatrolAreas.ts";

/**
 * The largest part keeps the id, name and note; the others get new ones and belong to the same hotspot.
 * @throws InputError where the line crosses itself or does not divide the patrol area
 */
export function splitPatrolArea(plan: Plan, id: string, line: readonly Point[]): Addition {
  const area = plan.patrolAreas.find((one) => one.id === id);
  if (!area) throw new InputError(`There is no patrol area ${id}. Select a patrol area to split.`);
  const parts = splitPolygon(area.shape, line);
  return replacePatrolAreas(plan, [area], parts, `Split ${area.name} into ${parts.length}`);
}

