// From incidents to what a forecast of four-hour slots is asked with: days, tiles, bandwidths, further layers.

import { isoDay } from "../../incidents/isoDay.ts";
import { InputError } from "../../errors.ts";
import { around, bounds } from "../../geo/bounds.ts";
import { robustBounds } from "../../geo/robustBounds.ts";
import { tileGrid } from "../../geo/tileGrid.ts";
import type { Grid } from "../../geo/types.ts";
import type { Filter } from "../../incidents/filter.ts";
import { requirePrecision } from "../../incidents/requirePrecision.ts";
import { createKeep } from "../../incidents/selectIncidents.ts";
import type { IncidentTable } from "../../incidents/table.ts";
import { silvermanBandwidth } from "../../stats/bandwidth.ts";
import { DAY_STARTS, SLOTS_PER_DAY, slotOf } from "./slots.ts";
import { studyCells } from "../studyCells.ts";
import type { SlotEvents } from "./tileDensities.ts";
import { FOUR_WEEKS } from "./tileFeatures.ts";
import type { TilePredictor } from "./tilePredictor.ts";

/** All that a person chooses. */
export interface SlotPlan {
  /** Side of a tile, m. */
  readonly tile: number;
  /** Of the Gaussian of the densities, m; null: Silverman's rule on the incidents before the first predicted day. */
  readonly bandwidth: number | null;
  readonly predictor: TilePredictor;
  /** Days before a predicted day that the predictor is fitted on. */
  readonly trainingDays: number;
  /** It is fitted anew every so many days. */
  readonly refitDays: number;
  /** The last whole days of the data, each predicted from those before it. */
  readonly days: number;
  readonly seed: number | string;
  /** Categories of offences whose density in the slot before is a further predictor. */
  readonly categories: readonly string[];
}

/** Places whose density is a further predictor, the same for all slots; m in the plane. */
export interface PointLayer {
  readonly name: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** What the job `slotForecast` takes. */
export interface SlotRequest {
  readonly events: SlotEvents;
  readonly tiles: Grid;
  readonly cells: Uint32Array;
  readonly bandwidth: number;
  readonly predictor: TilePredictor;
  readonly trainingDays: number;
  readonly refitDays: number;
  readonly layers: (PointLayer & { readonly slot?: Int32Array; readonly bandwidth: number })[];
  readonly days: [number, number];
  readonly seed: number | string;
}

export interface PreparedSlots {
  readonly request: SlotRequest;
  /** Midnight of day 0, ms of local civil time read as UTC; its slots begin two hours later. */
  readonly firstDay: number;
  /** Midnights of the first predicted day and of the day after the last. */
  readonly predicted: { readonly from: number; readonly to: number };
  /** Which tiles count, in words. */
  readonly studyRule: string;
  /** Incidents in the slots that were used. */
  readonly incidents: number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const HISTORY = FOUR_WEEKS / SLOTS_PER_DAY;
/** Slots before the predicted ones and predicted ones, times tiles, times predictors: 8 bytes each. */
const MOST_VALUES = 50_000_000;
/** Mean of four weeks and the three lags. */
const OWN_PREDICTORS = 4;

/**
 * The day of the last incident is left out: its slots may not be whole. Tiles and bandwidths are chosen by what happened before
 * the first predicted day.
 * @param rows - of the table: those that the filter keeps
 * @throws InputError where the incidents do not reach so far back, their times are too coarse, or tiles are too many
 */
export function prepareSlots(table: IncidentTable, rows: Uint32Array, filter: Filter, plan: SlotPlan, points: readonly PointLayer[]): PreparedSlots {
  requirePrecision(table, "hour", "A forecast of four-hour slots");
  if (rows.length === 0) throw new InputError("No incident is left to forecast from. Widen the filter.");
  const { trainingDays, refitDays, days, predictor, seed } = plan;
  wholeNumber("Training", trainingDays);
  wholeNumber("Fitting anew", refitDays);
  wholeNumber("Predicting", days);
  const { from: firstDay, to } = span(table, rows, HISTORY + trainingDays + days);
  const slots = (HISTORY + trainingDays + days) * SLOTS_PER_DAY;
  const events = slotted(table, rows, firstDay, slots);
  const known = (HISTORY + trainingDays) * SLOTS_PER_DAY;
  const past = before(events, known);
  if (past.x.length === 0) throw new InputError(`No incident happened in the ${HISTORY + trainingDays} days before ${isoDay(to - days * DAY)}. Choose fewer predicted days, or widen the filter.`);
  const { area } = filter;
  const tiles = tileGrid(area.length > 0 ? area.map(bounds).reduce(around) : robustBounds(past.x, past.y), plan.tile);
  const { cells, rule } = studyCells(tiles, area, [past]);
  const values = (trainingDays + days) * SLOTS_PER_DAY * cells.length * (OWN_PREDICTORS + plan.categories.length + points.length);
  if (values > MOST_VALUES)
    throw new InputError(`${cells.length} tiles, ${trainingDays + days} days and ${values / ((trainingDays + days) * SLOTS_PER_DAY * cells.length)} predictors are ${values} densities; at most ${MOST_VALUES} fit. Choose larger tiles or fewer days.`);
  const bandwidth = plan.bandwidth ?? roundBandwidth(onTiles(past, tiles));
  const own = (of: Pick<SlotEvents, "x" | "y">): number => plan.bandwidth ?? layerBandwidth(onTiles(of, tiles)) ?? bandwidth;
  const crimes = rowsByCategory(table, plan.categories, filter, firstDay, slots).map((others, i) => {
    const events = slotted(table, others, firstDay, slots);
    return { name: `${plan.categories[i]}, slot before`, ...events, bandwidth: own(before(events, known)) };
  });
  return {
    request: {
      events,
      tiles,
      cells,
      bandwidth,
      predictor,
      trainingDays,
      refitDays,
      layers: [...crimes, ...points.map(({ name, x, y }) => ({ name, x, y, bandwidth: own({ x, y }) }))],
      days: [HISTORY + trainingDays, HISTORY + trainingDays + days],
      seed,
    },
    firstDay,
    predicted: { from: to - days * DAY, to },
    studyRule: rule,
    incidents: events.x.length,
  };
}

function wholeNumber(what: string, days: number): void {
  if (!(Number.isInteger(days) && days >= 1)) throw new InputError(`${what} takes ${days} days; it must be a whole number, 1 or more. Enter 28 for four weeks.`);
}

/** Midnights: of the first day that is needed, and of the day of the last incident. */
function span({ start }: Pick<IncidentTable, "start">, rows: Uint32Array, needed: number): { readonly from: number; readonly to: number } {
  let first = Infinity, last = -Infinity;
  for (const row of rows) {
    if (start[row] < first) first = start[row];
    if (start[row] > last) last = start[row];
  }
  const to = midnight(last - DAY_STARTS * HOUR);
  const from = to - needed * DAY;
  if (from < midnight(first))
    throw new InputError(
      `${needed} days are needed before ${isoDay(to)} (${HISTORY} for the four-week mean, the training and the predicted ones); the incidents, from ${isoDay(first)} on, ` +
        `cover ${Math.max(0, (to - midnight(first)) / DAY)}. Ask for fewer training or predicted days, or load earlier incidents.`,
    );
  return { from, to };
}

/** Those of the rows that happened in the slots. */
function slotted({ x, y, start }: Pick<IncidentTable, "x" | "y" | "start">, rows: ArrayLike<number>, firstDay: number, slots: number): SlotEvents {
  const kept: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const slot = slotOf(start[rows[i]], firstDay);
    if (slot >= 0 && slot < slots) kept.push(rows[i]);
  }
  return { x: Float64Array.from(kept, (row) => x[row]), y: Float64Array.from(kept, (row) => y[row]), slot: Int32Array.from(kept, (row) => slotOf(start[row], firstDay)) };
}

/** Rows of each category under everything else that the filter says; the time is asked first, because it leaves out most. */
function rowsByCategory(table: IncidentTable, categories: readonly string[], filter: Filter, firstDay: number, slots: number): number[][] {
  const rows = categories.map((): number[] => []);
  if (categories.length === 0) return rows;
  const unknown = categories.find((category) => table.offences.every((offence) => offence.category !== category));
  if (unknown !== undefined) throw new InputError(`No incident is of the category ${unknown}. Choose another further predictor.`);
  const { start, offence } = table;
  const placeOf = table.offences.map(({ category }) => categories.indexOf(category));
  const keep = createKeep(table, filter);
  for (let row = 0; row < table.length; row++) {
    const slot = slotOf(start[row], firstDay);
    if (slot < 0 || slot >= slots) continue;
    const place = placeOf[offence[row]];
    if (place >= 0 && keep(row)) rows[place].push(row);
  }
  return rows;
}

function before({ x, y, slot }: SlotEvents, end: number): Pick<SlotEvents, "x" | "y"> {
  return { x: x.filter((_, i) => slot[i] < end), y: y.filter((_, i) => slot[i] < end) };
}

function onTiles({ x, y }: Pick<SlotEvents, "x" | "y">, { origin, cell, columns, rows }: Grid): Pick<SlotEvents, "x" | "y"> {
  const isOn = (_: number, i: number): boolean =>
    x[i] >= origin.x && y[i] >= origin.y && x[i] < origin.x + columns * cell && y[i] < origin.y + rows * cell;
  return { x: x.filter(isOn), y: y.filter(isOn) };
}

/** Silverman's rule has a bandwidth for each axis; the kernel is round: their geometric mean, in whole metres. */
const roundBandwidth = ({ x, y }: Pick<SlotEvents, "x" | "y">): number => Math.max(1, Math.round(Math.sqrt(silvermanBandwidth(x) * silvermanBandwidth(y))));

/** null where the rule has no answer, as for one place. */
function layerBandwidth(of: Pick<SlotEvents, "x" | "y">): number | null {
  try {
    return roundBandwidth(of);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

const midnight = (ms: number): number => Math.floor(ms / DAY) * DAY;
