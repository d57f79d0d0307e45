// Puts the exclusions that a rule makes now in the place of those that it made before.

import { overlaps } from "../../geo/overlaps.ts";
import type { Exclusion, Plan } from "../plan.ts";
import type { Addition, Edit } from "./edit.ts";

/** An exclusion that a rule makes, before it is in a plan. */
export type ExclusionDraft = Pick<Exclusion, "name" | "reason" | "shape"> & { readonly rule: string };

/**
 * An exclusion of the same name that overlaps a draft is the same one: it keeps its id and what overruled it. Of drafts with
 * one name the second is called "(2)", and so on.
 * @param rule - as the plan's exclusions name it; where a rule is applied with other numbers, the name that it had before
 */
export function replaceRule(plan: Plan, rule: string, drafts: readonly ExclusionDraft[]): Addition {
  const before = plan.exclusions.filter((one) => one.rule === rule);
  const others = plan.exclusions.filter((one) => one.rule !== rule);
  const left = new Map<string, Exclusion[]>();
  for (const one of before) left.set(plainName(one.name), [...(left.get(plainName(one.name)) ?? []), one]);
  const taken = new Set([...others, ...plan.hotspots, ...plan.patrolAreas, ...plan.expertPoints].map(({ name }) => name));
  const numbers = new Map<string, number>();
  const added: string[] = [];
  let { next } = plan;
  const made = drafts.map((draft): Exclusion => {
    const plain = plainName(draft.name), same = left.get(plain) ?? [];
    const kept = same.find(({ shape }) => overlaps(shape, draft.shape));
    if (kept) left.set(plain, same.filter((one) => one !== kept));
    const id = kept?.id ?? `x${next++}`;
    if (!kept) added.push(id);
    const exclusion = { id, ...draft, name: freeName(draft.name, taken, numbers) };
    return kept?.overruled === undefined ? exclusion : { ...exclusion, overruled: kept.overruled };
  });
  const words = `${made.length} ${made.length === 1 ? "exclusion" : "exclusions"}`;
  return {
    plan: { ...plan, exclusions: [...others, ...made], next },
    label: `Exclude by rule “${drafts[0]?.rule ?? rule}”: ${words}`,
    skipped: [],
    added,
  };
}

/** Takes the exclusions of a rule away, overruled ones too. */
export function removeRule(plan: Plan, rule: string): Edit {
  const exclusions = plan.exclusions.filter((one) => one.rule !== rule);
  return { plan: exclusions.length === plan.exclusions.length ? plan : { ...plan, exclusions }, label: `Remove the rule “${rule}”`, skipped: [] };
}

/** Without the number that tells it from others of its name. */
const plainName = (name: string): string => name.replace(/ \(\d+\)$/, "");

function freeName(name: string, taken: Set<string>, numbers: Map<string, number>): string {
  let number = numbers.get(name) ?? 1;
  let free = number === 1 ? name : `${name} (${number})`;
  while (taken.has(free)) free = `${name} (${++number})`;
  numbers.set(name, number + 1);
  taken.add(free);
  return free;
}
