// Adds expert points: one that was placed by hand, or many from a file.

import type { ExpertPoint, Plan } from "../plan.ts";
import { checkExpertPoint } from "./setExpertPoint.ts";
import { entitiesOf, nameOf, type Addition } from "./edit.ts";

/** A point that has no id yet; without a name of its own it is called by its number. */
export type NewExpertPoint = Omit<ExpertPoint, "id" | "name"> & { readonly name?: string };

/**
 * A name that is taken already gives way to the number.
 * @throws InputError for a place, window or block that is none
 */
export function addExpertPoints(plan: Plan, points: readonly NewExpertPoint[]): Addition {
  const taken = new Set(entitiesOf(plan).map(({ name }) => name));
  const added = points.map(({ name = "", ...point }, i): ExpertPoint => {
    const number = plan.next + i;
    const kept = name.trim() !== "" && !taken.has(name.trim()) ? name.trim() : `E${number}`;
    taken.add(kept);
    const made = { id: `e${number}`, name: kept, ...point };
    checkExpertPoint(made);
    return made;
  });
  return {
    plan: added.length === 0 ? plan : { ...plan, expertPoints: [...plan.expertPoints, ...added], next: plan.next + added.length },
    label: added.length === 1 ? `Add expert point ${added[0].name}` : `Add ${nameOf(added)}`,
    skipped: [],
    added: added.map(({ id }) => id),
  };
}
