// What the tile predictors are given: past densities of the same tile, and further layers.

import { InputError } from "../../errors.ts";
import { SLOTS_PER_DAY, SLOTS_PER_WEEK } from "./slots.ts";
import type { SlotSurfaces } from "./tileDensities.ts";

/** Slots of four weeks: the averages' history, and the paper's training window. */
export const FOUR_WEEKS = 4 * SLOTS_PER_WEEK;

/** A further layer: a density a slot, of which the slot before is taken (as tweets in t − 1), or one for all slots (as points of interest). */
export interface FeatureLayer {
  readonly name: string;
  readonly surfaces: SlotSurfaces;
}

/** Rows are (slot, tile), slots from `firstSlot` on, tiles fastest; each predictor one column. */
export interface TileFeatures {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly firstSlot: number;
  readonly tiles: number;
  readonly rows: number;
}

/**
 * Predictors of δ(l, t) (Brandt et al. 2022, section 4.1): mean of the 168 preceding slots (all times of day), δ(l, t − 42),
 * δ(l, t − 6), δ(l, t − 1), then further layers in their order. All are of slots before t; those within a predicted day are what
 * really happened, as in the paper, whose predictions are for the next four hours.
 * @param slots - from (inclusive) and to (exclusive); the first needs four weeks before it
 * @throws InputError where slots lack their history or a layer does not fit
 */
export function tileFeatures(densities: SlotSurfaces, layers: readonly FeatureLayer[], [from, to]: readonly [number, number]): TileFeatures {
  const { slots, tiles } = densities;
  if (from < FOUR_WEEKS) throw new InputError(`Slot ${from} has ${from} slots before it; the four-week mean takes ${FOUR_WEEKS}. Begin later, or load earlier data.`);
  if (!(to >= from && to <= slots)) throw new InputError(`Slots ${from} to ${to} were asked for; densities reach to slot ${slots}. Choose fewer days.`);
  const rows = (to - from) * tiles;
  const lagged = ({ values }: SlotSurfaces, lag: number): Float64Array => values.slice((from - lag) * tiles, (to - lag) * tiles);
  const further = layers.map(({ name, surfaces }) => {
    if (surfaces.tiles !== tiles || (surfaces.slots !== slots && surfaces.slots !== 1))
      throw new InputError(`The layer ${name} has ${surfaces.slots} slots of ${surfaces.tiles} tiles; it takes ${slots} (or 1 for all) of ${tiles}.`);
    if (surfaces.slots > 1) return lagged(surfaces, 1);
    const column = new Float64Array(rows);
    for (let at = 0; at < rows; at += tiles) column.set(surfaces.values, at);
    return column;
  });
  return {
    names: ["avg4w", "lag42", "lag6", "lag1", ...layers.map(({ name }) => name)],
    columns: [fourWeekMeans(densities, from, to), lagged(densities, SLOTS_PER_WEEK), lagged(densities, SLOTS_PER_DAY), lagged(densities, 1), ...further],
    firstSlot: from,
    tiles,
    rows,
  };
}

/**
 * Mean of the 168 slots before each. Periods of 168 slots are summed forwards and backwards, so that each mean is one sum of two
 * parts: a running sum that adds and subtracts would leave rounding where nothing ever happened, and rank those tiles by it.
 */
function fourWeekMeans({ values, tiles }: SlotSurfaces, from: number, to: number): Float64Array {
  const length = FOUR_WEEKS;
  const means = new Float64Array((to - from) * tiles);
  // The means of slots cut + 1 … cut + length take the end of the period before `cut` and the beginning of the one after it.
  const tail = new Float64Array(length * tiles), head = new Float64Array(tiles);
  for (let cut = from - (from % length); cut < to; cut += length) {
    tail.fill(0);
    for (let back = 1; back <= length; back++) {
      const at = (length - back) * tiles, slot = (cut - back) * tiles;
      for (let i = 0; i < tiles; i++) tail[at + i] = (back > 1 ? tail[at + tiles + i] : 0) + values[slot + i];
    }
    head.fill(0);
    for (let t = cut; t < Math.min(to, cut + length); t++) {
      if (t >= from) {
        const row = (t - from) * tiles, rest = (t - cut) * tiles;
        for (let i = 0; i < tiles; i++) means[row + i] = (tail[rest + i] + head[i]) / length;
      }
      for (let i = 0; i < tiles; i++) head[i] += values[t * tiles + i];
    }
  }
  return means;
}

/** The rows of some of the slots, without copying. */
export function slotRows(features: TileFeatures, from: number, to: number): Float64Array[] {
  const { columns, firstSlot, tiles } = features;
  return columns.map((column) => column.subarray((from - firstSlot) * tiles, (to - firstSlot) * tiles));
}
