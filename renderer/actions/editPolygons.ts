// Patrol areas as sets of points: merged, or with exclusions cut out.

import { cutExclusions as cut } from "../../core/plan/edits/cutExclusions.ts";
import { mergePatrolAreas } from "../../core/plan/edits/mergePatrolAreas.ts";
import { committedPlan, useStore } from "../store.ts";
import { commitEdit } from "./editPlan.ts";

export function mergeSelected(): void {
  const state = useStore.getState();
  const plan = committedPlan(state);
  const ids = plan.patrolAreas.map(({ id }) => id).filter((id) => state.selection.includes(id));
  const edit = mergePatrolAreas(plan, ids);
  commitEdit(edit);
  useStore.setState({ selection: edit.added });
}

export function cutExclusions(): void {
  const state = useStore.getState();
  const plan = committedPlan(state);
  commitEdit(cut(plan, plan.patrolAreas.map(({ id }) => id).filter((id) => state.selection.includes(id))));
}
