// Tasking packs for officers' phones: one file to save, from the sealed schedule in force.

import { InputError } from "../../core/errors.ts";
import { packFiles } from "../../core/trial/pack/packFiles.ts";
import { scheduleInForce } from "../../core/trial/schedule/scheduleInForce.ts";
import { committedPlan, useStore } from "../store.ts";
import { saveFile } from "./saveFile.ts";

export interface PackChoice {
  /** The first trial day, counted from 0, and how many. */
  readonly from: number;
  readonly days: number;
  readonly eachDay: boolean;
  /** "each": a pack for each; null: one for all; otherwise that team's. */
  readonly team: { readonly name: string } | "each" | null;
  /** Id of a context layer; null: none. */
  readonly streets: string | null;
}

/** @throws InputError where no schedule is sealed, and where nothing is to be patrolled */
export async function saveTaskingPack({ from, days, eachDay, team, streets }: PackChoice): Promise<void> {
  const state = useStore.getState();
  const { plane, cover, contextLayers } = state;
  const schedule = scheduleInForce(state.schedules);
  if (!schedule || !plane) throw new InputError("The trial's schedule is not sealed yet. Seal it on the Schedule page first.");
  const input = {
    schedule, from, days, plane,
    team: team === null || team === "each" ? null : team.name,
    patrolAreas: committedPlan(state).patrolAreas,
    streets: contextLayers.find(({ id }) => id === streets)?.data ?? null,
    marking: cover.marking,
  };
  const { name, bytes } = packFiles(input, eachDay, team === "each");
  await saveFile(name, bytes);
}
