// Exclusions by rule: from the features of a layer, or from the incidents' own location text; one step of history each.

import { InputError } from "../../core/errors.ts";
import { exclusionsFromText, type TextRule } from "../../core/hotspots/exclude/exclusionsFromText.ts";
import type { JobInput } from "../../core/jobs.ts";
import { overrule } from "../../core/plan/edits/overrule.ts";
import { removeRule, replaceRule, type ExclusionDraft } from "../../core/plan/edits/replaceRule.ts";
import { committedPlan, useStore } from "../store.ts";
import { commitEdit } from "./editPlan.ts";
import { say } from "./messages.ts";
import { runJob } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";

/** Its line in the status bar. */
export const LAYER_RULE_JOB = "Making exclusions from a layer";

export interface LayerRule extends Pick<JobInput<"exclusionsFromLayer">, "title" | "property" | "values" | "distance" | "width" | "reason"> {
  /** Id of a layer of the project. */
  readonly layer: string;
}

/** @throws InputError where the layer is gone, or nothing in it is meant */
export async function addLayerRule({ layer, ...rule }: LayerRule): Promise<void> {
  const { contextLayers, plane } = useStore.getState();
  const found = contextLayers.find(({ id }) => id === layer);
  if (!found || !plane) throw new InputError("The layer of this rule is gone. Choose another.");
  const { exclusions, matched, features } = await runJob(LAYER_RULE_JOB, "exclusionsFromLayer", { layer: found.data, plane, ...rule });
  apply(exclusions, `${matched} of ${features} features of ${found.name}`);
}

/** Of the incidents that the filter keeps. */
export function addTextRule(rule: TextRule): void {
  const { selected } = theFiltered();
  apply(exclusionsFromText(useStore.getState().incidents!.table, selected, rule), `${selected.length} incidents`);
}

/** @param of - what was looked at, in words */
function apply(drafts: readonly ExclusionDraft[], of: string): void {
  const [first] = drafts;
  if (!first) throw new InputError(`The rule matches nothing in ${of}, so it excludes nothing. Choose other values or words.`);
  commitEdit(replaceRule(committedPlan(useStore.getState()), first.rule, drafts));
  say("info", `${drafts.length} exclusions from ${of}.`);
}

export function removeExclusionRule(rule: string): void {
  commitEdit(removeRule(committedPlan(useStore.getState()), rule));
}

/** @param note - undefined: it excludes again */
export function overruleExclusion(id: string, note: string | undefined): void {
  commitEdit(overrule(committedPlan(useStore.getState()), id, note));
}
