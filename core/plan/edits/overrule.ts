// Overrules an exclusion with a note: it stays listed and excludes nothing; and takes that back.

import { InputError } from "../../errors.ts";
import type { Plan } from "../plan.ts";
import type { Edit } from "./edit.ts";

/** @param note - why it does not hold here; undefined: it holds again. @throws InputError for an empty note */
export function overrule(plan: Plan, id: string, note: string | undefined): Edit {
  const exclusion = plan.exclusions.find((one) => one.id === id);
  if (!exclusion) throw new InputError(`There is no exclusion ${id}. Select an exclusion.`);
  const overruled = note?.trim();
  if (overruled === "") throw new InputError(`Overruling ${exclusion.name} needs a note that says why. Enter one.`);
  const label = overruled === undefined ? `Let ${exclusion.name} exclude again` : `Overrule ${exclusion.name}`;
  if (overruled === exclusion.overruled) return { plan, label, skipped: [] };
  const { overruled: _, ...holding } = exclusion;
  const after = overruled === undefined ? holding : { ...holding, overruled };
  return { plan: { ...plan, exclusions: plan.exclusions.map((one) => (one === exclusion ? after : one)) }, label, skipped: [] };
}
