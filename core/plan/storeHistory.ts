// The history between the window and the project file: undo survives a restart.

import { InputError } from "../errors.ts";
import type { StoredHistory } from "../host.ts";
import type { JsonValue } from "../json.ts";
import { z } from "../schema.ts";
import { applyDelta, planDelta } from "./delta.ts";
import { entitiesOf } from "./edits/edit.ts";
import type { History, HistoryEntry } from "./history.ts";
import { startHistory } from "./history.ts";
import type { Plan } from "./plan.ts";
import { planSchema } from "./planSchema.ts";

/** A plan is plain JSON: this only says so to the type checker. */
export const planToJson = (plan: Plan): JsonValue => plan as unknown as JsonValue;

/** @throws InputError where it is not a plan */
export function planFromJson(stored: JsonValue): Plan {
  const checked = planSchema.safeParse(stored);
  if (!checked.success) throw damagedPlan(z.prettifyError(checked.error));
  const plan = checked.data;
  const ids = entitiesOf(plan).map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw damagedPlan(`two things have the id ${twice}`);
  return plan;
}

const damagedPlan = (what: string): InputError =>
  new InputError(`The stored plan is damaged (${what}). Open a backup copy of the project.`);

export function storeHistory({ entries, position }: History): StoredHistory {
  return {
    base: planToJson(entries[0].plan),
    steps: entries.slice(1).map(({ label, plan }, i) => ({
      label,
      redo: planDelta(entries[i].plan, plan),
      undo: planDelta(plan, entries[i].plan),
    })),
    position,
  };
}

/** @throws InputError where the base, a step or the position is damaged; it names which */
export function restoreHistory({ base, steps, position }: StoredHistory): History {
  const start = startHistory(planFromJson(base));
  const entries: HistoryEntry[] = [...start.entries];
  let plan = entries[0].plan;
  for (const [i, { label, redo }] of steps.entries()) {
    try {
      plan = applyDelta(plan, redo);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(`Step ${i + 1} of ${steps.length}, "${label}": ${error.message}`);
    }
    entries.push({ label, plan });
  }
  if (!Number.isInteger(position) || position < 0 || position >= entries.length) {
    throw new InputError(
      `The stored history stands at step ${position}; it has 0 to ${entries.length - 1}. Open a backup copy of the project.`,
    );
  }
  return { entries, position };
}
