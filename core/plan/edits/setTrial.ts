// Changes the protocol of the trial, or takes it away.

import { START_PROTOCOL, type TrialProtocol } from "../../trial/protocol.ts";
import { fieldNames, protocolChanges } from "../../trial/schedule/protocolChanges.ts";
import type { Plan } from "../plan.ts";
import type { Edit } from "./edit.ts";

/**
 * @param change - null: the trial is taken away; where there is none yet, a trial with the first numbers begins. Subgroups keep those of
 * their units that are still there
 */
export function setTrial(plan: Plan, change: Partial<TrialProtocol> | null): Edit {
  if (change === null) return { plan: plan.trial === null ? plan : { ...plan, trial: null }, label: "Take the trial away", skipped: [] };
  const before = plan.trial ?? START_PROTOCOL;
  const given = { ...before, ...change };
  const ids = new Set(given.units.map(({ id }) => id));
  const trial = given.subgroups.every(({ units }) => units.every((id) => ids.has(id)))
    ? given
    : { ...given, subgroups: given.subgroups.map(({ name, units }) => ({ name, units: units.filter((id) => ids.has(id)) })) };
  if (plan.trial && protocolChanges(plan.trial, trial).length === 0) return { plan, label: "Change the trial", skipped: [] };
  return { plan: { ...plan, trial }, label: plan.trial ? `Change ${fieldNames(Object.keys(change) as (keyof TrialProtocol)[]).join(" and ")} of the trial` : "Begin a trial", skipped: [] };
}
