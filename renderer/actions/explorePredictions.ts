// The predictions and the crimes that an exploration is made of: the same tiles and slots for all.

import { InputError } from "../../core/errors.ts";
import { prepareSlots, type SlotRequest } from "../../core/forecast/slots/prepareSlots.ts";
import { SLOTS_PER_DAY, slotOf } from "../../core/forecast/slots/slots.ts";
import type { Grid } from "../../core/geo/types.ts";
import { offenceCategories } from "../../core/incidents/offenceCategories.ts";
import { placesAt } from "../../core/incidents/placesAt.ts";
import { createKeep, keptOffences } from "../../core/incidents/selectIncidents.ts";
import type { IncidentTable } from "../../core/incidents/table.ts";
import type { ExploreRequest } from "../../core/patrol/explore/exploration.ts";
import { equalWeights, mixSurfaces } from "../../core/patrol/explore/mixSurfaces.ts";
import type { RunOptions } from "../../workers/pool.ts";
import { runSideBySide } from "../../workers/runSideBySide.ts";
import type { ExplorePlan, PredictorKind } from "../explorePlan.ts";
import { START_PREDICTORS } from "../panels/forecast/startSlots.ts";
import type { PredictedSlots } from "../shownExplorations.ts";
import { useStore } from "../store.ts";
import { storedSlots } from "./results.ts";
import { thePool } from "./runJob.ts";
import { slotsTitle } from "./slotForecast.ts";
import { theFiltered } from "./theFiltered.ts";

export interface Predictions extends PredictedSlots, Pick<ExploreRequest, "tiles" | "cells" | "predictors"> {}

/** Beside an objective in a narrow table. */
const SHORT_NAMES: Readonly<Record<PredictorKind, string>> = { random: "Random", linear: "Regression", randomForest: "Forest", gradientBoosting: "Boosting" };
const M2_PER_KM2 = 1e6;
const DAY = 86_400_000;

export async function predictionsOf(plan: ExplorePlan, options: RunOptions): Promise<Predictions> {
  const stored = await Promise.all(plan.stored.map(ofTheProject));
  const made = plan.predictors.length > 0 ? [await fittedNow(plan, options)] : [];
  const [first, ...rest] = [...made, ...stored];
  const other = rest.find((each) => !sameSlots(first, each));
  if (other)
    throw new InputError(`${other.predictors[0].name} is on other tiles or slots than ${first.predictors[0].name}. Choose forecasts made with the same tile, days and filter.`);
  return { ...first, predictors: [first, ...rest].flatMap(({ predictors }) => predictors) };
}

async function ofTheProject(id: string): Promise<Predictions> {
  const slots = await storedSlots(id);
  if (!slots) throw new InputError("A chosen forecast of slots is not in the project any more. Choose another.");
  const name = `${slotsTitle(slots)} (${id})`;
  const predicted: PredictedSlots = { firstDay: slots.firstDay, firstSlot: slots.slots[0].slot, slots: slots.slots.length };
  return { tiles: slots.tiles, cells: slots.cells, ...predicted, predictors: [{ name, surfaces: inTiles(slots.slots.map(({ values }) => values), slots.tiles) }] };
}

/** Every predictor on every focal offence, side by side; then mixed. */
async function fittedNow({ predictors, days, trainingDays, focal, mixing, seed }: ExplorePlan, options: RunOptions): Promise<Predictions> {
  const { allocationDraft, incidents } = useStore.getState();
  const { selected, filter } = theFiltered();
  const { table } = incidents!;
  const slotPlan = { tile: allocationDraft.plan.tile, bandwidth: null, predictor: START_PREDICTORS.linear, trainingDays, refitDays: 1, days, seed, categories: [] };
  const { request, firstDay } = prepareSlots(table, selected, filter, slotPlan, []);
  const [from, to] = request.days;
  const events = focal.length === 0 ? [request.events] : focal.map((category) => eventsOf(category, table, firstDay, to * SLOTS_PER_DAY));
  const requests = predictors.flatMap((kind) => events.map((each) => ({ ...request, events: each, predictor: START_PREDICTORS[kind] })));
  const found = await runSideBySide(thePool(), "slotForecast", requests, options);
  const weights = focal.map((category) => (mixing === "harm" ? (allocationDraft.weights[category] ?? 1) : 1));
  return {
    tiles: request.tiles,
    cells: request.cells,
    firstDay,
    firstSlot: from * SLOTS_PER_DAY,
    slots: (to - from) * SLOTS_PER_DAY,
    predictors: predictors.map((kind, p) => {
      const surfaces = events.map((_, o) => inTiles(found[p * events.length + o].slots.map(({ values }) => values), request.tiles));
      // One offence alone keeps what is below zero: its order counts for the AUC.
      return { name: SHORT_NAMES[kind], surfaces: focal.length < 2 ? surfaces[0] : mixSurfaces(surfaces, mixing === "equal" ? equalWeights(surfaces) : weights) };
    }),
  };
}

/** The incidents of a category under the rest of the filter, in the slots that are needed. */
function eventsOf(category: string, table: IncidentTable, firstDay: number, slots: number): SlotRequest["events"] {
  const { filter } = useStore.getState();
  const keep = createKeep(table, filter);
  const rows = rowsInSlots(table, firstDay, 0, slots).filter((row) => table.offences[table.offence[row]].category === category && keep(row));
  if (rows.length === 0) throw new InputError(`No incident of ${category} is left to predict from. Choose another offence, or widen the filter.`);
  return { ...placesAt(table, rows), slot: Int32Array.from(rows, (row) => slotOf(table.start[row], firstDay)) };
}

/** The held-out crimes: those of the filter together, then each category by itself under the rest of the filter. */
export function crimesOfDays({ firstDay, firstSlot, slots }: PredictedSlots): ExploreRequest["offences"] {
  const { incidents, filter } = useStore.getState();
  const { table } = incidents!;
  const keep = createKeep(table, filter), isKept = keptOffences(filter);
  const rows = rowsInSlots(table, firstDay, firstSlot, slots).filter(keep);
  const crimes = (name: string, of: readonly number[]) => ({ name, ...placesAt(table, of), slot: Uint32Array.from(of, (row) => slotOf(table.start[row], firstDay) - firstSlot) });
  return [
    crimes("the filter’s incidents", rows.filter((row) => isKept(table.offence[row]))),
    ...offenceCategories(table)
      .map((name) => crimes(name, rows.filter((row) => table.offences[table.offence[row]].category === name)))
      .filter(({ slot }) => slot.length > 0),
  ];
}

function rowsInSlots({ start, length }: IncidentTable, firstDay: number, first: number, slots: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < length; row++) {
    const slot = slotOf(start[row], firstDay) - first;
    if (slot >= 0 && slot < slots) rows.push(row);
  }
  return rows;
}

/** Per km² and slot to incidents in a tile and slot, one slot after the other. */
function inTiles(slots: readonly ArrayLike<number>[], { cell }: Grid): Float64Array {
  const tiles = slots[0].length, km2 = cell ** 2 / M2_PER_KM2;
  const surfaces = new Float64Array(slots.length * tiles);
  slots.forEach((values, slot) => {
    for (let i = 0; i < tiles; i++) surfaces[slot * tiles + i] = values[i] * km2;
  });
  return surfaces;
}

/** Days may be counted from different ones. */
const startOf = ({ firstDay, firstSlot }: PredictedSlots): number => firstDay + (firstSlot / SLOTS_PER_DAY) * DAY;

const sameSlots = (a: Predictions, b: Predictions): boolean =>
  startOf(a) === startOf(b) && a.slots === b.slots && sameTiles(a.tiles, b.tiles) && a.cells.length === b.cells.length && a.cells.every((cell, i) => cell === b.cells[i]);

const sameTiles = (a: Grid, b: Grid): boolean => a.cell === b.cell && a.columns === b.columns && a.rows === b.rows && a.origin.x === b.origin.x && a.origin.y === b.origin.y;
