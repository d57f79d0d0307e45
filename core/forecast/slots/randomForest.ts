// A random forest for regression, as R's randomForest grows one.

import { InputError } from "../../errors.ts";
import type { Random } from "../../stats/random.ts";
import { type BinnedColumns, binWith } from "./binColumns.ts";
import { type RegressionTree, addPrediction, growTree } from "./regressionTree.ts";

export interface ForestSettings {
  readonly ntree: number;
  /** Predictors drawn at each split; more than there are is all of them. */
  readonly mtry: number;
  /** A node of at most this many rows is not split; 5 is R's default for regression. */
  readonly nodeSize?: number;
}

export interface Forest {
  readonly cuts: readonly Float64Array[];
  readonly trees: readonly RegressionTree[];
  /** Fall of the residual sum of squares by splits on each predictor, a tree on average (R's IncNodePurity). */
  readonly importance: Float64Array;
  /** Predictors really drawn at each split. */
  readonly mtry: number;
}

/**
 * Mean of ntree trees, each grown to the end on a bootstrap sample of all rows (Breiman 2001, "Random Forests"). Written here
 * because ml-random-forest 2.1 (npm) needs 2.5 s for one tree of 4,000 rows and grows with their square; this needs 1 s for 300,000.
 * @param columns - from binColumns; @param response - one a row
 * @throws InputError for counts below 1
 */
export function fitForest(
  columns: BinnedColumns,
  response: Float64Array,
  { ntree, mtry, nodeSize = 5 }: ForestSettings,
  random: Random,
  onProgress: (fraction: number) => void = () => undefined,
): Forest {
  if (!(Number.isInteger(ntree) && ntree >= 1)) throw new InputError(`The forest has ${ntree} trees; it needs a whole number of at least 1.`);
  if (!(Number.isInteger(mtry) && mtry >= 1)) throw new InputError(`mtry is ${mtry}; at least 1 predictor has to be drawn at each split.`);
  const n = response.length;
  const importance = new Float64Array(columns.bins.length);
  const trees: RegressionTree[] = [];
  const options = { mtry, nodeSize, leastInLeaf: 1, splits: Infinity };
  for (let tree = 0; tree < ntree; tree++) {
    const own = random.stream(tree);
    const times = new Uint16Array(n);
    for (let i = 0; i < n; i++) times[own.integer(n)]++;
    const rows = Uint32Array.from(times.keys()).filter((row) => times[row] > 0);
    trees.push(growTree(columns, response, rows, times, options, own, importance));
    onProgress((tree + 1) / ntree);
  }
  return { cuts: columns.cuts, trees, importance: importance.map((sum) => sum / ntree), mtry: Math.min(mtry, columns.bins.length) };
}

export function predictForest({ cuts, trees }: Forest, columns: readonly Float64Array[]): Float64Array {
  const binned = binWith(cuts, columns);
  const out = new Float64Array(binned.rows);
  for (const tree of trees) addPrediction(tree, binned, 1 / trees.length, out);
  return out;
}
