// The predictors of the San Francisco paper behind one door: fitted on past tiles and slots, asked for the next.

import type { Random } from "../../stats/random.ts";
import { z } from "../../schema.ts";
import { binColumns, type BinnedColumns } from "./binColumns.ts";
import { fitBoosting, predictBoosting } from "./gradientBoosting.ts";
import { fitLinear, predictLinear } from "./linearPredictor.ts";
import { fitForest, predictForest } from "./randomForest.ts";
import { predictRandom } from "./randomPredictor.ts";

const count = z.int().positive();

export const tilePredictorSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("random") }),
  z.strictObject({ kind: z.literal("linear") }),
  z.strictObject({
    kind: z.literal("randomForest"),
    ntree: count,
    mtry: count.describe("predictors drawn at each split; more than there are is all of them"),
    nodeSize: count.optional().describe("nodes of at most this many rows are not split; 5"),
  }),
  z.strictObject({
    kind: z.literal("gradientBoosting"),
    ntree: count,
    shrinkage: z.number().positive().max(1),
    depth: count.optional().describe("splits a tree; 1"),
    bagFraction: z.number().positive().max(1).optional().describe("share of rows in each tree; 1"),
    leastInLeaf: count.optional().describe("rows; 10"),
  }),
]);

export type TilePredictor = z.output<typeof tilePredictorSchema>;

/** What a fit tells beside its predictions, one value a predictor in their order. */
export interface FitSummary {
  /** Linear: intercept first. */
  readonly coefficients?: readonly number[];
  readonly standardErrors?: readonly (number | null)[];
  readonly r2?: number | null;
  /** Trees: fall of squared error by splits on each predictor, as a share of all. */
  readonly importance?: readonly number[];
  /** Forest: predictors really drawn at each split. */
  readonly mtry?: number;
}

export interface FittedPredictor {
  readonly summary: FitSummary;
  predict(columns: readonly Float64Array[]): Float64Array;
}

/**
 * @param columns - one a predictor, rows (slot, tile)
 * @param response - the density of each row, per km²
 * @param binned - binColumns(columns), where the caller has it already
 */
export function fitTilePredictor(
  predictor: TilePredictor,
  columns: readonly Float64Array[],
  response: Float64Array,
  random: Random,
  onProgress?: (fraction: number) => void,
  binned: () => BinnedColumns = () => binColumns(columns),
): FittedPredictor {
  switch (predictor.kind) {
    case "random":
      return { summary: {}, predict: (rows) => predictRandom(rows[0].length, random) };
    case "linear": {
      const fit = fitLinear(columns, response);
      const { coefficients, standardErrors, r2 } = fit;
      return { summary: { coefficients, standardErrors, r2 }, predict: (rows) => predictLinear(fit, rows) };
    }
    case "randomForest": {
      const fit = fitForest(binned(), response, predictor, random, onProgress);
      return { summary: { importance: shares(fit.importance), mtry: fit.mtry }, predict: (rows) => predictForest(fit, rows) };
    }
    case "gradientBoosting": {
      const fit = fitBoosting(binned(), response, predictor, random, onProgress);
      return { summary: { importance: shares(fit.importance) }, predict: (rows) => predictBoosting(fit, rows) };
    }
  }
}

function shares(falls: Float64Array): number[] {
  const all = falls.reduce((sum, fall) => sum + fall, 0);
  return Array.from(falls, (fall) => (all > 0 ? fall / all : 0));
}
