// The plan's hotspots as units of a trial, each with its patrol areas.

import type { Plan } from "../../plan/plan.ts";
import type { TrialUnit } from "../protocol.ts";

/** As they stand now; patrol areas that belong to no hotspot are in none. */
export const unitsOfPlan = ({ hotspots, patrolAreas }: Pick<Plan, "hotspots" | "patrolAreas">): TrialUnit[] =>
  hotspots.map(({ id, name, shape, hours }) => ({
    id, name, stratum: "",
    shapes: [shape, ...patrolAreas.filter(({ hotspot }) => hotspot === id).map((area) => area.shape)],
    ...(hours && { hours }),
  }));
