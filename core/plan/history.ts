// Undo history: labelled immutable Plans, one entry per finished gesture.

import type { Plan } from "./plan.ts";

export interface HistoryEntry {
  /** "Rotate H7 by 14°": what the menu and the history list show. */
  readonly label: string;
  readonly plan: Plan;
}

/** `entries[position]` is the present; entry 0 is the plan as it was opened first. Never empty. */
export interface History {
  readonly entries: readonly HistoryEntry[];
  readonly position: number;
}

export const startHistory = (plan: Plan): History => ({ entries: [{ label: "Start", plan }], position: 0 });

export const present = (history: History): Plan => history.entries[history.position].plan;

/** Adds a step; what had been undone is dropped. The same plan again is no step. */
export function commit(history: History, label: string, plan: Plan): History {
  if (plan === present(history)) return history;
  const entries = [...history.entries.slice(0, history.position + 1), { label, plan }];
  return { entries, position: entries.length - 1 };
}

export function moveTo(history: History, position: number): History {
  const bounded = Math.min(Math.max(position, 0), history.entries.length - 1);
  return bounded === history.position ? history : { ...history, position: bounded };
}

export const undo = (history: History): History => moveTo(history, history.position - 1);
export const redo = (history: History): History => moveTo(history, history.position + 1);

/** What the next undo would take back, and what the next redo would do again. */
export const undoLabel = (history: History): string | null =>
  history.position > 0 ? history.entries[history.position].label : null;
export const redoLabel = (history: History): string | null => history.entries[history.position + 1]?.label ?? null;
