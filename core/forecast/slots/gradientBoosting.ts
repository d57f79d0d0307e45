// Gradient boosting of regression trees for squared error, as R's gbm does it with distribution "gaussian".

import { InputError } from "../../errors.ts";
import type { Random } from "../../stats/random.ts";
import { type BinnedColumns, binWith } from "./binColumns.ts";
import { type Stumps, boostStumps, canBoostStumps } from "./boostStumps.ts";
import { type RegressionTree, addPrediction, growTree } from "./regressionTree.ts";

export interface BoostingSettings {
  readonly ntree: number;
  /** λ: share of each tree that is added; in (0, 1]. */
  readonly shrinkage: number;
  /** Splits in each tree (gbm's interaction.depth, 1 by default). */
  readonly depth?: number;
  /** Share of the rows, drawn without replacement, that each tree is grown on (gbm's bag.fraction, there 0.5 by default; 1 here). */
  readonly bagFraction?: number;
  /** Least rows in a leaf (gbm's n.minobsinnode, 10 by default). */
  readonly leastInLeaf?: number;
}

export interface Boosted {
  readonly cuts: readonly Float64Array[];
  readonly model: Stumps | { readonly base: number; readonly trees: readonly RegressionTree[] };
  readonly shrinkage: number;
  /** Sum of the falls in squared error by splits on each predictor (gbm's relative influence before scaling). */
  readonly importance: Float64Array;
}

/**
 * F₀ = mean of y; F_m = F_{m−1} + λ · tree grown on the residuals y − F_{m−1} of a random part of the rows (Friedman 2001,
 * algorithm 2; 2002). With one split a tree and all rows, no row is read more than once (boostStumps).
 * @throws InputError for settings that cannot be used
 */
export function fitBoosting(
  columns: BinnedColumns,
  response: Float64Array,
  { ntree, shrinkage, depth = 1, bagFraction = 1, leastInLeaf = 10 }: BoostingSettings,
  random: Random,
  onProgress: (fraction: number) => void = () => undefined,
): Boosted {
  if (!(Number.isInteger(ntree) && ntree >= 1)) throw new InputError(`The boosting has ${ntree} trees; it needs a whole number of at least 1.`);
  if (!(shrinkage > 0 && shrinkage <= 1)) throw new InputError(`The shrinkage is ${shrinkage}; it must be above 0 and at most 1, such as 0.01.`);
  if (!(Number.isInteger(depth) && depth >= 1)) throw new InputError(`The depth is ${depth}; a tree needs a whole number of splits, at least 1.`);
  const n = response.length, bagged = Math.floor(bagFraction * n);
  if (!(bagFraction <= 1 && bagged >= 1)) throw new InputError(`The bag fraction ${bagFraction} of ${n} rows is ${bagged}; it must be 1 row or more, and at most all.`);
  if (depth === 1 && bagged === n && canBoostStumps(columns)) {
    const model = boostStumps(columns, response, ntree, shrinkage, leastInLeaf);
    onProgress(1);
    return { cuts: columns.cuts, model, shrinkage, importance: model.importance };
  }
  const base = response.reduce((sum, value) => sum + value, 0) / n;
  const residuals = response.map((value) => value - base);
  const importance = new Float64Array(columns.bins.length);
  const options = { mtry: columns.bins.length, nodeSize: 1, leastInLeaf, splits: depth };
  const trees: RegressionTree[] = [];
  for (let m = 0; m < ntree; m++) {
    const tree = growTree(columns, residuals, bag(n, bagged, random), null, options, random, importance);
    addPrediction(tree, columns, -shrinkage, residuals);
    trees.push(tree);
    onProgress((m + 1) / ntree);
  }
  return { cuts: columns.cuts, model: { base, trees }, shrinkage, importance };
}

/** `size` of n rows, ascending, every choice equally likely (Knuth 1969, algorithm 3.4.2 S). */
function bag(n: number, size: number, random: Random): Uint32Array {
  const rows = new Uint32Array(size);
  let taken = 0;
  for (let row = 0; taken < size; row++) if (size - taken === n - row || random.uniform() * (n - row) < size - taken) rows[taken++] = row;
  return rows;
}

export function predictBoosting({ cuts, model, shrinkage }: Boosted, columns: readonly Float64Array[]): Float64Array {
  const binned = binWith(cuts, columns);
  const out = new Float64Array(binned.rows).fill(model.base);
  if ("trees" in model) for (const tree of model.trees) addPrediction(tree, binned, shrinkage, out);
  else binned.bins.forEach((bins, f) => {
    for (let row = 0; row < out.length; row++) out[row] += model.effects[f][bins[row]];
  });
  return out;
}
