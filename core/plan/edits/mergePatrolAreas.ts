// Merges patrol areas into one.

import { InputError } from "../../errors.ts";
import { union } from "../../geo/booleans.ts";
import type { Plan } from "../plan.ts";
import type { Addition } from "./edit.ts";
import { replacePatrolAreas } from "./replacePatrolAreas.ts";

/**
 * The first of them in the plan's order keeps its id, name, note and hotspot.
 * @throws InputError where fewer than two are given, or they do not touch
 */
export function mergePatrolAreas(plan: Plan, ids: readonly string[]): Addition {
  const areas = plan.patrolAreas.filter(({ id }) => ids.includes(id));
  if (areas.length < 2) throw new InputError(`${areas.length} patrol areas are selected; merging needs at least 2. Select another.`);
  const parts = union(areas.map(({ shape }) => shape));
  const names = areas.map(({ name }) => name).join(", ");
  if (parts.length > 1) {
    throw new InputError(`${names} do not touch: they would be ${parts.length} parts. Move them together, or select ones that touch.`);
  }
  return replacePatrolAreas(plan, areas, parts, `Merge ${names}`);
}
