// The trial that a power is asked of: the plan's own, or the start protocol on its hotspots.

import type { Plan } from "../../plan/plan.ts";
import { START_PROTOCOL, type TrialProtocol } from "../protocol.ts";

/** Before a trial is designed each hotspot with its patrol areas stands for a unit, all in one stratum. */
export function plannedTrial({ trial, hotspots, patrolAreas }: Plan): TrialProtocol {
  if (trial && trial.units.length > 0) return trial;
  const units = hotspots.map(({ id, name, shape }) => ({
    id, name, stratum: "", shapes: [shape, ...patrolAreas.filter(({ hotspot }) => hotspot === id).map((area) => area.shape)],
  }));
  return { ...(trial ?? START_PROTOCOL), units };
}
