// Gives the plan a harm table, or takes it away.

import type { HarmTable, Plan } from "../plan.ts";
import type { Edit } from "./edit.ts";

/** @param harm - null: harm is no longer told */
export function setHarmTable(plan: Plan, harm: HarmTable | null): Edit {
  const label = harm ? `Weigh offences by ${harm.name}` : "Take the harm table away";
  return { plan: harm === plan.harm ? plan : { ...plan, harm }, label, skipped: [] };
}
