// Houston's incidents of January to April 2010 in the San Francisco paper's form: tiles, four-hour slots, densities, predictors.

import { type BinnedColumns, binColumns, binWith } from "../../core/forecast/slots/binColumns.ts";
import { SLOTS_PER_DAY, policeDay, slotOf } from "../../core/forecast/slots/slots.ts";
import { type SlotEvents, type SlotSurfaces, tileCounts, tileDensities } from "../../core/forecast/slots/tileDensities.ts";
import { type TileFeatures, slotRows, tileFeatures } from "../../core/forecast/slots/tileFeatures.ts";
import type { Grid } from "../../core/geo/types.ts";
import { settingsFrom } from "../../core/incidents/draftSettings.ts";
import { importIncidents } from "../../core/incidents/importIncidents.ts";
import { previewIncidents } from "../../core/incidents/previewIncidents.ts";
import { runJob } from "../../core/job.ts";
import { countInTiles } from "../../core/patrol/tiles.ts";
import { silvermanBandwidth } from "../../core/stats/bandwidth.ts";
import { nodeContext } from "./nodeContext.ts";
import { haveShared } from "./shared.ts";
import { sharedFile } from "./sharedFile.ts";

const FILE = "houston_2010_jan_apr.csv.gz";
const FIRST_DAY = Date.UTC(2010, 0, 1);
const DAY = 86_400_000;
const COLUMNS = 43, ROWS = 46;
/** Days. */
export const TRAINING = 28, HISTORY = 28;
export const FIRST_PREDICTED = HISTORY + TRAINING;

export interface HoustonOffence {
  readonly name: string;
  /** Its events in the whole city. */
  readonly all: SlotEvents;
  /** m. */
  readonly bandwidth: number;
  readonly surfaces: SlotSurfaces;
}

export interface Houston {
  readonly grid: Grid;
  /** Indices of the tiles that count: all. */
  readonly cells: Uint32Array;
  /** Incidents loaded. */
  readonly length: number;
  /** Predicted are police days FIRST_PREDICTED … lastDay − 1. */
  readonly lastDay: number;
  /** By offence. */
  readonly layers: ReadonlyMap<string, HoustonOffence>;
  /** ISO date of a police day. */
  date(day: number): string;
}

/**
 * @param cell - side of a tile, m
 * @param days - predicted days at most; all whole days of the file where absent
 * @returns null where the file is not beside the checkout, which is said
 */
export async function readHouston(cell: number, days?: number): Promise<Houston | null> {
  if (!haveShared("data", FILE)) return null;
  const { x, y, start, offence, offences, length } = await incidents();
  const slot = Int32Array.from(start, (time) => slotOf(time, FIRST_DAY));
  const pick = (keep: (i: number) => boolean): SlotEvents => {
    const rows = Uint32Array.from({ length }, (_, i) => i).filter(keep);
    return { x: Float64Array.from(rows, (i) => x[i]), y: Float64Array.from(rows, (i) => y[i]), slot: Int32Array.from(rows, (i) => slot[i]) };
  };
  // The last police day ends at two in the morning of the day after: the file's last day is not whole.
  const wholeDays = policeDay(slot.reduce((a, b) => Math.max(a, b)));
  const lastDay = days === undefined ? wholeDays : Math.min(wholeDays, FIRST_PREDICTED + days);
  const isKnown = (i: number): boolean => slot[i] >= 0 && slot[i] < FIRST_PREDICTED * SLOTS_PER_DAY;
  const grid = densest(pick(isKnown), cell);
  const cells = Uint32Array.from({ length: COLUMNS * ROWS }, (_, k) => k);
  const isOn = (i: number): boolean => isOnTiles(grid, x[i], y[i]);
  const layers = offences.map(({ name }, code): [string, HoustonOffence] => {
    const all = pick((i) => offence[i] === code);
    const known = pick((i) => offence[i] === code && isKnown(i) && isOn(i));
    // Silverman's rule has a bandwidth for each axis; the kernel is round.
    const bandwidth = Math.sqrt(silvermanBandwidth(known.x) * silvermanBandwidth(known.y));
    return [name, { name, all, bandwidth, surfaces: tileDensities(all, grid, cells, bandwidth, lastDay * SLOTS_PER_DAY) }];
  });
  return { grid, cells, length, lastDay, layers: new Map(layers), date: (day) => new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10) };
}

export const isOnTiles = ({ origin, cell, columns, rows }: Grid, x: number, y: number): boolean =>
  x >= origin.x && x < origin.x + columns * cell && y >= origin.y && y < origin.y + rows * cell;

async function incidents() {
  const source = { kind: "text", file: await sharedFile(FILE) } as const;
  const preview = await runJob("previewIncidents", previewIncidents, { source, name: FILE }, nodeContext);
  const settings = settingsFrom(preview, { farAway: "drop" });
  return (await runJob("importIncidents", importIncidents, { source, name: FILE, settings }, nodeContext)).table;
}

/** Of all places for 43 × 46 tiles, corners on multiples of their side, the one with the most events. */
function densest(events: SlotEvents, cell: number): Grid {
  const reach = 200 * cell, wide = 400;
  const counts = countInTiles({ origin: { x: -reach, y: -reach }, cell, columns: wide, rows: wide }, events.x, events.y).weight;
  const sums = new Float64Array((wide + 1) ** 2);
  for (let r = 0; r < wide; r++)
    for (let c = 0; c < wide; c++)
      sums[(r + 1) * (wide + 1) + c + 1] = counts[r * wide + c] + sums[r * (wide + 1) + c + 1] + sums[(r + 1) * (wide + 1) + c] - sums[r * (wide + 1) + c];
  let best = { events: -1, row: 0, column: 0 };
  for (let row = 0; row + ROWS <= wide; row++) {
    for (let column = 0; column + COLUMNS <= wide; column++) {
      const at = (r: number, c: number): number => sums[(row + r) * (wide + 1) + column + c];
      const inside = at(ROWS, COLUMNS) - at(0, COLUMNS) - at(ROWS, 0) + at(0, 0);
      if (inside > best.events) best = { events: inside, row, column };
    }
  }
  return { origin: { x: best.column * cell - reach, y: best.row * cell - reach }, cell, columns: COLUMNS, rows: ROWS };
}

export interface TrainingColumns {
  readonly others: readonly HoustonOffence[];
  readonly features: TileFeatures;
  /** Events of each tile and slot. */
  readonly happened: SlotSurfaces;
  /** Predictors, and what they predict, of the days from (inclusive) and to (exclusive). */
  rowsOf(from: number, to: number): Float64Array[];
  responseOf(from: number, to: number): Float64Array;
  binnedOf(from: number, to: number): BinnedColumns;
}

/** The paper's predictors of an offence, with the other offences' densities in t − 1 as further layers. */
export function trainingColumns({ layers, grid, cells, lastDay }: Houston, name: string): TrainingColumns {
  const { surfaces, all } = layers.get(name)!;
  const others = [...layers.values()].filter((layer) => layer.name !== name);
  const slots = lastDay * SLOTS_PER_DAY, tiles = cells.length;
  const features = tileFeatures(surfaces, others, [HISTORY * SLOTS_PER_DAY, slots]);
  const rowsOf = (from: number, to: number): Float64Array[] => slotRows(features, from * SLOTS_PER_DAY, to * SLOTS_PER_DAY);
  // Cuts between bins are those of the first training window; rows of later windows are put into the same bins.
  const { cuts } = binColumns(rowsOf(HISTORY, FIRST_PREDICTED));
  const binned = binWith(cuts, features.columns);
  return {
    others,
    features,
    happened: tileCounts(all, grid, cells, slots),
    rowsOf,
    responseOf: (from, to) => surfaces.values.subarray(from * SLOTS_PER_DAY * tiles, to * SLOTS_PER_DAY * tiles),
    binnedOf(from, to) {
      const [first, end] = [from, to].map((day) => (day - HISTORY) * SLOTS_PER_DAY * tiles);
      return { cuts, bins: binned.bins.map((column) => column.subarray(first, end)), rows: end - first };
    },
  };
}
