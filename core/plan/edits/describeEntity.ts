// Changes the words about a hotspot, patrol area, exclusion or expert point: name, note, reason, and whose patrol area it is.

import { InputError } from "../../errors.ts";
import type { Plan } from "../plan.ts";
import { entitiesOf, type Edit } from "./edit.ts";

/** @throws InputError for an empty name, or one that another of the plan has */
export function rename(plan: Plan, id: string, name: string): Edit {
  const trimmed = name.trim();
  const [entity] = entitiesOf(plan, [id]);
  if (trimmed === "") throw new InputError(`${entity?.name ?? id} needs a name. Enter at least one character.`);
  const clash = entitiesOf(plan).some((other) => other.id !== id && other.name === trimmed);
  if (clash) throw new InputError(`The name ${trimmed} is taken. Enter another name.`);
  if (!entity || entity.name === trimmed) return { plan, label: `Rename ${trimmed}`, skipped: [] };
  return patch(plan, id, { name: trimmed }, `Rename ${entity.name} to ${trimmed}`);
}

/** The note of a hotspot, patrol area or expert point, or the reason of an exclusion. */
export function setNote(plan: Plan, id: string, text: string): Edit {
  const [entity] = entitiesOf(plan, [id]);
  if (!entity) return { plan, label: "Note", skipped: [] };
  const words = "reason" in entity ? { reason: text } : { note: text };
  if (("reason" in entity ? entity.reason : entity.note) === text) return { plan, label: "Note", skipped: [] };
  return patch(plan, id, words, `Change the ${"reason" in entity ? "reason" : "note"} of ${entity.name}`);
}

/** Gives a patrol area to a hotspot, or lets it stand by itself (null). */
export function assignPatrolArea(plan: Plan, id: string, hotspot: string | null): Edit {
  const area = plan.patrolAreas.find((one) => one.id === id);
  const owner = plan.hotspots.find((one) => one.id === hotspot);
  const label = `${area?.name ?? id}: ${owner ? `patrol area of ${owner.name}` : "stands by itself"}`;
  return !area || area.hotspot === hotspot ? { plan, label, skipped: [] } : patch(plan, id, { hotspot }, label);
}

function patch(plan: Plan, id: string, words: object, label: string): Edit {
  const put = <E extends { readonly id: string }>(entities: readonly E[]): readonly E[] =>
    entities.some((one) => one.id === id) ? entities.map((one) => (one.id === id ? { ...one, ...words } : one)) : entities;
  return {
    plan: {
      ...plan,
      hotspots: put(plan.hotspots),
      patrolAreas: put(plan.patrolAreas),
      exclusions: put(plan.exclusions),
      expertPoints: put(plan.expertPoints),
    },
    label,
    skipped: [],
  };
}
