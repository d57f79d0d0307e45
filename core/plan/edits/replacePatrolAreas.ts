// Puts the parts that an operation made in the place of the patrol areas that it was done to.

import { area } from "../../geo/area.ts";
import type { Polygon } from "../../geo/types.ts";
import type { PatrolArea, Plan } from "../plan.ts";
import type { Addition } from "./edit.ts";

/** The largest part keeps id, name and note of the first patrol area; the others get new ones and the same hotspot. */
export function replacePatrolAreas(plan: Plan, old: readonly PatrolArea[], parts: readonly Polygon[], label: string): Addition {
  const [first] = old;
  const bySize = parts.toSorted((a, b) => area(b) - area(a));
  const made = bySize.map((shape, i): PatrolArea =>
    i === 0 ? { ...first, shape } : { ...first, id: `p${plan.next + i - 1}`, name: `P${plan.next + i - 1}`, shape, note: "" },
  );
  return {
    plan: {
      ...plan,
      patrolAreas: plan.patrolAreas.flatMap((one) => (one.id === first.id ? made : old.includes(one) ? [] : [one])),
      next: plan.next + Math.max(0, parts.length - 1),
    },
    label,
    skipped: [],
    added: made.slice(1).map(({ id }) => id),
  };
}
