// The job that forecasts four-hour slots on tiles as in the San Francisco paper: fitted on four weeks, asked for the next day, day after day.

import { InputError } from "../../errors.ts";
import { defineJob } from "../../job.ts";
import { counts, floats, gridSchema, z } from "../../schema.ts";
import { createRandom } from "../../stats/random.ts";
import { eventAreaCurve } from "../evaluate/eventArea.ts";
import { SLOTS_PER_DAY } from "./slots.ts";
import { type SlotEvents, tileCounts, tileDensities } from "./tileDensities.ts";
import { FOUR_WEEKS, slotRows, tileFeatures } from "./tileFeatures.ts";
import { type FitSummary, fitTilePredictor, tilePredictorSchema } from "./tilePredictor.ts";

export interface SlotPrediction {
  /** Slots since 02:00 of the first day. */
  readonly slot: number;
  /** Events that happened on the tiles. */
  readonly events: number;
  /** One a tile that counts: predicted events per km², may be negative. */
  readonly values: Float64Array;
  /** Of the event-area curve, trapezoid, ties averaged; null in a slot without events. */
  readonly auc: number | null;
}

export interface SlotForecast {
  readonly slots: readonly SlotPrediction[];
  /** Mean over slots with events; null without any. */
  readonly meanAuc: number | null;
  readonly slotsWithEvents: number;
  /** Names of the predictors, in the order of the fits' lists. */
  readonly predictors: readonly string[];
  /** One for each time that the predictor was fitted, with the first day that it predicted. */
  readonly fits: readonly (FitSummary & { readonly day: number; readonly rows: number })[];
}

const slots = z
  .union([
    z.custom<Int32Array>((value) => value instanceof Int32Array, "must be whole numbers"),
    z.array(z.int()).transform((values): Int32Array => Int32Array.from(values)),
  ])
  .describe("slot of each event: ⌊(local time − 02:00 of the first day) / 4 h⌋; a negative one is left out [whole numbers]");

const events = z.strictObject({ x: floats("m east"), y: floats("m north"), slot: slots });

/**
 * For every predicted day: the predictor is fitted on all tiles and slots of the training days before it, then predicts the six
 * slots of the day from the densities that precede each (Brandt et al. 2022, sections 3.1 and 4.1).
 */
export const slotForecast = defineJob({
  title: "Forecast of four-hour slots on tiles from past densities: linear, random forest, gradient boosting or random",
  params: z.strictObject({
    events,
    tiles: gridSchema,
    cells: counts("indices of the tiles that count, ascending; all where absent").optional(),
    bandwidth: z.number().positive().describe("of the Gaussian of the densities, m"),
    predictor: tilePredictorSchema,
    trainingDays: count(28).describe("days before a predicted day that it is fitted on"),
    refitDays: count(1).describe("the predictor is fitted anew every so many days"),
    layers: z
      .array(
        z.strictObject({
          name: z.string(),
          x: floats("m east"),
          y: floats("m north"),
          slot: slots.optional(),
          bandwidth: z.number().positive().optional().describe("m; as for the events where absent"),
        }),
      )
      .default([])
      .describe("further layers as densities: with slots, of the slot before; without, the same for all slots"),
    days: z
      .tuple([z.int().nonnegative(), z.int().positive()])
      .describe("first predicted day and the day after the last, 0 the first day of slots; the first needs 28 and the training days before it"),
    seed: z.union([z.int(), z.string()]).default(1),
  }),
  run({ events, tiles, cells: chosen, bandwidth, predictor, trainingDays, refitDays, layers, days: [from, to], seed }, context): SlotForecast {
    const cells = chosen ?? Uint32Array.from({ length: tiles.columns * tiles.rows }, (_, k) => k);
    const first = from - trainingDays;
    checkDays(from, to, first);
    checkCells(cells, tiles.columns * tiles.rows);
    [{ name: "events", ...events }, ...layers].forEach(checkColumns);
    const all = to * SLOTS_PER_DAY;
    const densities = tileDensities(events, tiles, cells, bandwidth, all);
    const happened = tileCounts(events, tiles, cells, all);
    const further = layers.map(({ name, x, y, slot, bandwidth: own = bandwidth }) => ({
      name,
      surfaces: slot ? tileDensities({ x, y, slot }, tiles, cells, own, all) : tileDensities({ x, y, slot: new Int32Array(x.length) }, tiles, cells, own, 1),
    }));
    const features = tileFeatures(densities, further, [first * SLOTS_PER_DAY, all]);
    const random = createRandom(seed);
    const predictions: SlotPrediction[] = [];
    const fits: SlotForecast["fits"][number][] = [];
    for (let day = from; day < to; day += refitDays) {
      const start = (day - trainingDays) * SLOTS_PER_DAY, end = day * SLOTS_PER_DAY;
      const report = (part: number): void => context.progress((day - from + Math.min(refitDays, to - day) * part) / (to - from), `Day ${day + 1} of ${to}`);
      report(0);
      const response = densities.values.subarray(start * cells.length, end * cells.length);
      const fitted = fitTilePredictor(predictor, slotRows(features, start, end), response, random.stream(day), report);
      fits.push({ ...fitted.summary, day, rows: response.length });
      for (let slot = end; slot < Math.min(all, end + refitDays * SLOTS_PER_DAY); slot++) {
        const values = fitted.predict(slotRows(features, slot, slot + 1));
        const actual = happened.values.subarray(slot * cells.length, (slot + 1) * cells.length);
        predictions.push({ slot, events: actual.reduce((sum, n) => sum + n, 0), values, auc: eventAreaCurve(values, actual).auc });
      }
    }
    const aucs = predictions.map(({ auc }) => auc).filter((auc) => auc !== null);
    return {
      slots: predictions,
      meanAuc: aucs.length > 0 ? aucs.reduce((sum, auc) => sum + auc, 0) / aucs.length : null,
      slotsWithEvents: aucs.length,
      predictors: features.names,
      fits,
    };
  },
});

function count(usual: number) {
  return z.int().positive().default(usual);
}

function checkDays(from: number, to: number, first: number): void {
  const history = FOUR_WEEKS / SLOTS_PER_DAY;
  if (to <= from) throw new InputError(`The predicted days are ${from} to ${to}; the day after the last must be above the first.`);
  if (first < history)
    throw new InputError(
      `The first predicted day is ${from}; ${from - first} training days and ${history} days for the four-week mean must lie before it. Begin at day ${from - first + history}, or load earlier data.`,
    );
}

function checkCells(cells: Uint32Array, tiles: number): void {
  const wrong = cells.findIndex((k, i) => k >= tiles || (i > 0 && k <= cells[i - 1]));
  if (cells.length === 0 || wrong >= 0)
    throw new InputError(`cells must name at least one of the ${tiles} tiles, each once, ascending${wrong >= 0 ? `; value ${wrong + 1} is ${cells[wrong]}` : ""}.`);
}

function checkColumns({ name, x, y, slot }: Pick<SlotEvents, "x" | "y"> & { readonly name: string; readonly slot?: Int32Array }): void {
  if (y.length !== x.length || (slot && slot.length !== x.length))
    throw new InputError(`${name} has ${x.length} x, ${y.length} y and ${slot?.length ?? "no"} slots; give one of each for every event.`);
}
