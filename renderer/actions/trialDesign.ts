// The trial's protocol: each change is one step of history; units are taken as they stand, and stay so until they are taken again.

import { InputError } from "../../core/errors.ts";
import { namedAreas } from "../../core/formats/namedAreas.ts";
import { tablePeriod } from "../../core/incidents/tablePeriod.ts";
import { setTrial } from "../../core/plan/edits/setTrial.ts";
import { trialIncidents } from "../../core/trial/panel/trialIncidents.ts";
import { allBefore } from "../../core/trial/power/pastOfTrial.ts";
import type { TrialProtocol, TrialUnit } from "../../core/trial/protocol.ts";
import { baselinesOf } from "../../core/trial/units/baselinesOf.ts";
import { areaOf, partOfDay } from "../../core/trial/units/stratify.ts";
import { unitsOfLayer } from "../../core/trial/units/unitsOfLayer.ts";
import { unitsOfPlan } from "../../core/trial/units/unitsOfPlan.ts";
import { committedPlan, useStore } from "../store.ts";
import { commitEdit } from "./editPlan.ts";
import { runJob } from "./runJob.ts";

/** Its line in the status bar. */
export const BASELINE_JOB = "Counting what happened before the trial";

export const changeTrial = (change: Partial<TrialProtocol> | null): void => commitEdit(setTrial(committedPlan(useStore.getState()), change));

/** From the day after the last incident, or from today; with a seed that nobody can foretell the draw from. */
export function beginTrial(): void {
  const { incidents, project } = useStore.getState();
  const known = incidents && tablePeriod(incidents.table);
  const now = new Date();
  const [seed] = crypto.getRandomValues(new Uint32Array(1));
  changeTrial({ title: project?.name ?? "Trial", first: known?.to ?? Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()), seed: `${seed}` });
}

/** From the plan's hotspots, or from a layer's polygons. */
export function takeUnits(source: "plan" | { readonly layer: string }): void {
  changeTrial({ units: source === "plan" ? unitsOfPlan(committedPlan(useStore.getState())) : layerUnits(source.layer) });
}

function layerUnits(id: string): TrialUnit[] {
  const { contextLayers, plane } = useStore.getState();
  const layer = contextLayers.find((one) => one.id === id);
  if (!layer || !plane) throw new InputError("The layer is not there any more. Choose another.");
  return unitsOfLayer(layer.data, plane);
}

export type Stratification = "none" | "hours" | { readonly layer: string };

export function stratify(by: Stratification): void {
  const stratumOf = by === "none" ? () => "" : by === "hours" ? ({ hours }: TrialUnit) => partOfDay(hours) : areaIn(by.layer);
  changeUnits((unit) => ({ ...unit, stratum: stratumOf(unit) }));
}

/** @param layer - null: everybody sees every unit */
export function setTeams(layer: string | null): void {
  const teamOf = layer === null ? () => "" : areaIn(layer);
  changeUnits((unit) => described(unit, "team", teamOf(unit)));
}

function areaIn(id: string): (unit: TrialUnit) => string {
  const { contextLayers, plane } = useStore.getState();
  const layer = contextLayers.find((one) => one.id === id);
  if (!layer || !plane) throw new InputError("The layer is not there any more. Choose another.");
  const areas = namedAreas(layer.data, plane);
  return (unit) => areaOf(unit, areas);
}

/** The same words for several units; "" takes a group or team away. */
export function describeUnits(ids: readonly string[], field: "stratum" | "group" | "team", given: string): void {
  const words = given.trim();
  changeUnits((unit) => (!ids.includes(unit.id) ? unit : field === "stratum" ? { ...unit, stratum: words } : described(unit, field, words)));
}

function described(unit: TrialUnit, field: "group" | "team", words: string): TrialUnit {
  const { [field]: _, ...others } = unit;
  return words === "" ? others : { ...others, [field]: words };
}

export const removeUnits = (ids: readonly string[]): void => changeTrial({ units: theUnits().filter(({ id }) => !ids.includes(id)) });

/** Incidents of the primary outcome a day in each unit, over all days before the trial. */
export async function countBaseline(): Promise<void> {
  const state = useStore.getState();
  const { incidents } = state, { trial } = committedPlan(state);
  const known = incidents && tablePeriod(incidents.table);
  const [past] = known && trial ? allBefore(known, trial) : [];
  if (!incidents || !trial || !past) throw new InputError("There are no incidents before the trial's first day. Load earlier ones, or move the first day.");
  const { startHour, clocks, units } = trial;
  const { x, y, start, precision, outcomes } = trialIncidents(incidents.table, { ...past, startHour }, trial.outcomes.slice(0, 1), null);
  const panel = await runJob(BASELINE_JOB, "locationDays", { ...past, startHour, clocks, units, x, y, start, precision, outcomes });
  const baselines = baselinesOf(panel);
  changeUnits((unit, i) => ({ ...unit, baseline: baselines[i] }));
}

const theUnits = (): readonly TrialUnit[] => committedPlan(useStore.getState()).trial?.units ?? [];

const changeUnits = (change: (unit: TrialUnit, i: number) => TrialUnit): void => changeTrial({ units: theUnits().map(change) });
