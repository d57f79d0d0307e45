// Adds an area that is to hold no hotspot.

import { orient } from "../../geo/orient.ts";
import type { Polygon } from "../../geo/types.ts";
import type { Exclusion, Plan } from "../plan.ts";
import type { Addition } from "./edit.ts";

export function addExclusion(plan: Plan, shape: Polygon, reason: string, name = `X${plan.next}`): Addition {
  const exclusion: Exclusion = { id: `x${plan.next}`, name, reason, shape: orient(shape) };
  return {
    plan: { ...plan, exclusions: [...plan.exclusions, exclusion], next: plan.next + 1 },
    label: `Add exclusion ${name}`,
    skipped: [],
    added: [exclusion.id],
  };
}
