// The trial that a power is asked of: the plan's own, or the start protocol on its hotspots.

import type { Plan } from "../../plan/plan.ts";
import { START_PROTOCOL, type TrialProtocol } from "../protocol.ts";
import { unitsOfPlan } from "../units/unitsOfPlan.ts";

/** Before units are taken each hotspot stands for one, all in one stratum. */
export function plannedTrial(plan: Plan): TrialProtocol {
  const trial = plan.trial ?? START_PROTOCOL;
  return trial.units.length > 0 ? trial : { ...trial, units: unitsOfPlan(plan) };
}
