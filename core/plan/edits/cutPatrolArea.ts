// Cuts an area out of a patrol area: a school, a building site, an exclusion.

import { InputError } from "../../errors.ts";
import { difference } from "../../geo/booleans.ts";
import type { Shape } from "../../geo/types.ts";
import type { Plan } from "../plan.ts";
import type { Addition } from "./edit.ts";
import { replacePatrolAreas } from "./replacePatrolAreas.ts";

/**
 * A cut in the middle leaves a hole; one across leaves several patrol areas.
 * @throws InputError where nothing would be left
 */
export function cutPatrolArea(plan: Plan, id: string, cut: readonly Shape[]): Addition {
  const area = plan.patrolAreas.find((one) => one.id === id);
  if (!area) throw new InputError(`There is no patrol area ${id}. Select a patrol area to cut.`);
  const parts = difference(area.shape, cut);
  if (parts.length === 0) throw new InputError(`Nothing of ${area.name} would be left. Draw a smaller cut, or delete the patrol area.`);
  return replacePatrolAreas(plan, [area], parts, `Cut out of ${area.name}`);
}
