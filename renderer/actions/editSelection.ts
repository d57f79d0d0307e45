// What menu, keys and the Selected panel do to the selected shapes.

import { duplicate } from "../../core/plan/edits/duplicate.ts";
import { lock } from "../../core/plan/edits/lock.ts";
import { moveShapes } from "../../core/plan/edits/moveShapes.ts";
import { remove } from "../../core/plan/edits/remove.ts";
import { rotateShapes } from "../../core/plan/edits/rotateShapes.ts";
import { committedPlan, useStore } from "../store.ts";
import { commitEdit } from "./editPlan.ts";

/** A duplicate stands a little aside, so that both are seen. */
const ASIDE = 60; // m

const now = () => {
  const state = useStore.getState();
  return { plan: committedPlan(state), selection: state.selection };
};

export function selectAll(): void {
  useStore.setState({ selection: now().plan.hotspots.map(({ id }) => id) });
}

export function deleteSelected(): void {
  const { plan, selection } = now();
  commitEdit(remove(plan, selection));
}

export function duplicateSelected(): void {
  const { plan, selection } = now();
  const copy = duplicate(plan, selection, ASIDE, -ASIDE);
  commitEdit(copy);
  useStore.setState({ selection: copy.added });
}

export function nudgeSelected(dx: number, dy: number): void {
  const { plan, selection } = now();
  commitEdit(moveShapes(plan, selection, dx, dy));
}

/** Anticlockwise, radians; each about its own centre. */
export function rotateSelected(angle: number): void {
  const { plan, selection } = now();
  commitEdit(rotateShapes(plan, selection, angle, "own"));
}

export function toggleLock(): void {
  const { plan, selection } = now();
  const chosen = plan.hotspots.filter(({ id }) => selection.includes(id));
  commitEdit(lock(plan, selection, !chosen.every(({ locked }) => locked)));
}
