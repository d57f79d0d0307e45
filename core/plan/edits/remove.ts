// Deletes hotspots, patrol areas, exclusions and expert points.

import type { Plan } from "../plan.ts";
import { entitiesOf, nameOf, type Edit } from "./edit.ts";

/** Locked hotspots stay. Patrol areas of a deleted hotspot stay and stand by themselves, unless deleted with it. */
export function remove(plan: Plan, ids: readonly string[]): Edit {
  const asked = entitiesOf(plan, ids);
  const skipped = asked.filter((entity) => "locked" in entity && entity.locked).map(({ id }) => id);
  const gone = new Set(asked.map(({ id }) => id).filter((id) => !skipped.includes(id)));
  const label = `Delete ${nameOf(asked.filter(({ id }) => gone.has(id)))}`;
  if (gone.size === 0) return { plan, label, skipped };
  return {
    plan: {
      ...plan,
      hotspots: plan.hotspots.filter(({ id }) => !gone.has(id)),
      patrolAreas: plan.patrolAreas
        .filter(({ id }) => !gone.has(id))
        .map((area) => (area.hotspot !== null && gone.has(area.hotspot) ? { ...area, hotspot: null } : area)),
      exclusions: plan.exclusions.filter(({ id }) => !gone.has(id)),
      expertPoints: plan.expertPoints.filter(({ id }) => !gone.has(id)),
    },
    label,
    skipped,
  };
}
