// Every change of the plan goes through here: a draft while a gesture runs, one named step of history at its end.

import { commit, moveTo, present } from "../../core/plan/history.ts";
import { planDelta } from "../../core/plan/delta.ts";
import { entitiesOf } from "../../core/plan/edits/edit.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { useStore } from "../store.ts";
import { attempt, say } from "./messages.ts";

/** What the edits of core/plan/edits answer; `skipped` are the locked hotspots that were asked for and left. */
export interface Edit {
  readonly plan: Plan;
  readonly label: string;
  readonly skipped?: readonly string[];
}

/** Shows a change that is not yet made: the map and the panels follow, the history does not. */
export function draft(edit: Edit): void {
  useStore.setState((state) => ({ draft: { ...edit, from: present(state.history) } }));
}

export function dropDraft(): void {
  if (useStore.getState().draft) useStore.setState({ draft: null });
}

/** Makes the change: one step of history, saved in one transaction. */
export function commitEdit({ plan, label, skipped = [] }: Edit): void {
  const { history, host, project, readOnly, selection } = useStore.getState();
  const before = present(history);
  if (skipped.length > 0) {
    const names = before.hotspots.filter(({ id }) => skipped.includes(id)).map(({ name }) => name);
    say("info", `${names.join(", ")} ${names.length === 1 ? "is" : "are"} locked and stayed. Unlock with Ctrl+L.`);
  }
  if (plan === before) return useStore.setState({ draft: null });
  const ids = new Set(entitiesOf(plan).map(({ id }) => id));
  useStore.setState({
    history: commit(history, label, plan),
    draft: null,
    selection: selection.every((id) => ids.has(id)) ? selection : selection.filter((id) => ids.has(id)),
  });
  if (!host || !project) return;
  if (readOnly) return say("warning", `Not saved: ${readOnly} Use File > Save a copy to keep this change.`);
  inOrder(`Saving "${label}"`, () =>
    host.commitStep({
      id: project.id,
      position: history.position,
      step: { label, redo: planDelta(before, plan), undo: planDelta(plan, before) },
      hotspots: plan.hotspots.length,
    }),
  );
}

export function goTo(position: number): void {
  const { history, host, project, readOnly } = useStore.getState();
  const moved = moveTo(history, position);
  if (moved === history) return;
  const plan = present(moved);
  const ids = new Set(entitiesOf(plan).map(({ id }) => id));
  useStore.setState((state) => ({ history: moved, draft: null, selection: state.selection.filter((id) => ids.has(id)) }));
  if (host && project && !readOnly) {
    inOrder("Saving the undo", () =>
      host.moveHistory({ id: project.id, position: moved.position, hotspots: plan.hotspots.length }),
    );
  }
}

export const undo = (): void => goTo(useStore.getState().history.position - 1);
export const redo = (): void => goTo(useStore.getState().history.position + 1);

// Saves must reach the host in the order in which they were made.
let last: Promise<void> = Promise.resolve();
function inOrder(what: string, save: () => Promise<unknown>): void {
  last = last.then(() =>
    attempt(what, async () => {
      await save();
    }),
  );
}

/** Resolves when everything so far is saved. */
export const allSaved = (): Promise<void> => last;
