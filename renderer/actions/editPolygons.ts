// Patrol areas as sets of points: merged, or with exclusions cut out.

import { cutPatrolArea } from "../../core/plan/edits/cutPatrolArea.ts";
import { mergePatrolAreas } from "../../core/plan/edits/mergePatrolAreas.ts";
import { overlaps } from "../../core/geo/overlaps.ts";
import { committedPlan, useStore } from "../store.ts";
import { commitEdit } from "./editPlan.ts";
import { say } from "./messages.ts";

export function mergeSelected(): void {
  const state = useStore.getState();
  const plan = committedPlan(state);
  const edit = mergePatrolAreas(plan, plan.patrolAreas.map(({ id }) => id).filter((id) => state.selection.includes(id)));
  commitEdit(edit);
  useStore.setState({ selection: edit.added });
}

/** Every exclusion that overlaps a selected patrol area is cut out of it; all of it one step of history. */
export function cutExclusions(): void {
  const state = useStore.getState();
  const before = committedPlan(state);
  let plan = before;
  const names: string[] = [];
  for (const area of before.patrolAreas.filter(({ id }) => state.selection.includes(id))) {
    const cut = before.exclusions.filter(({ shape }) => overlaps(area.shape, shape)).map(({ shape }) => shape);
    if (cut.length === 0) continue;
    plan = cutPatrolArea(plan, area.id, cut).plan;
    names.push(area.name);
  }
  if (names.length === 0) return say("info", "No exclusion overlaps the selected patrol areas: nothing was cut.");
  commitEdit({ plan, label: `Cut the exclusions out of ${names.join(", ")}` });
}
