// The plan's undo history in a project file: a base, labelled steps, and how many of them are in force.

import { InputError } from "../core/errors.ts";
import type { PlanStep, StoredHistory } from "../core/host.ts";
import type { JsonValue } from "../core/json.ts";
import { readMeta, writeMeta } from "./projectMeta.ts";
import { checkSeal, seal } from "./seal.ts";
import type { Database } from "./sqlite.ts";

interface StepRow {
  readonly position: number;
  readonly label: string;
  readonly redo: string;
  readonly undo: string;
  readonly seal: Buffer;
}

/** All four write functions are to be called inside a transaction. */
export function writeHistory(db: Database, base: JsonValue): void {
  db.prepare("DELETE FROM step").run();
  writeMeta(db, "history-base", JSON.stringify(base));
  writeMeta(db, "history-position", "0");
}

/** @throws InputError if `position` is not the one in force: another window has changed the plan meanwhile. */
export function appendStep(db: Database, position: number, step: PlanStep): void {
  requirePosition(db, position);
  const inForce = readMeta(db, "history-position");
  if (String(position) !== inForce) {
    throw new InputError(
      `The plan is at step ${inForce}, this window at ${position}: another window has changed it. "${step.label}" was not saved; reload this window.`,
    );
  }
  db.prepare("DELETE FROM step WHERE position > ?").run(position);
  const redo = JSON.stringify(step.redo);
  const undo = JSON.stringify(step.undo);
  db.prepare("INSERT INTO step (position, label, redo, undo, seal) VALUES (?, ?, ?, ?, ?)").run(
    position + 1, step.label, redo, undo, seal("step", position + 1, step.label, redo, undo),
  );
  writeMeta(db, "history-position", String(position + 1));
}

export function writePosition(db: Database, position: number): void {
  requirePosition(db, position);
  writeMeta(db, "history-position", String(position));
}

export function writeHotspots(db: Database, hotspots: number): void {
  writeMeta(db, "hotspots", String(hotspots));
}

/** The history, and in words what of it is damaged: the steps up to the damage still hold. */
export function readHistory(db: Database): { readonly history: StoredHistory | null; readonly damage: string | null } {
  let base: string | null;
  let position: number;
  try {
    base = readMeta(db, "history-base");
    position = Number(readMeta(db, "history-position") ?? "0");
  } catch (error) {
    return { history: null, damage: (error as Error).message };
  }
  if (base === null) return { history: null, damage: null };
  const steps: PlanStep[] = [];
  let damage: string | null = null;
  try {
    for (const row of db.prepare("SELECT * FROM step ORDER BY position").iterate() as Iterable<StepRow>) {
      const number = steps.length + 1;
      checkSeal(`Step ${number} of the plan's history`, row.seal, "step", number, row.label, row.redo, row.undo);
      steps.push({ label: row.label, redo: JSON.parse(row.redo) as JsonValue, undo: JSON.parse(row.undo) as JsonValue });
    }
    if (position > steps.length) damage = `The plan's history ends at step ${steps.length}; ${position} were in force.`;
  } catch (error) {
    damage = (error as Error).message;
  }
  return { history: { base: JSON.parse(base) as JsonValue, steps, position: Math.min(position, steps.length) }, damage };
}

function requirePosition(db: Database, position: number): void {
  if (readMeta(db, "history-base") === null) throw new InputError("The plan's history has not been started. Open the project again.");
  const steps = db.prepare("SELECT coalesce(max(position), 0) FROM step").pluck().get() as number;
  if (position > steps) {
    throw new InputError(`The plan's history has ${steps} steps; position ${position} does not exist. Open the project again.`);
  }
}
