// A regression tree on binned predictors: grown to reduce squared error, as the forest and the boosting need it.

import type { Random } from "../../stats/random.ts";
import { type BinnedColumns, MOST_BINS } from "./binColumns.ts";

export interface TreeOptions {
  /** Predictors drawn at each node, without replacement; as many as there are, or more: all. */
  readonly mtry: number;
  /** A node of at most this many rows is not split (R's nodesize); duplicates of a bootstrap sample count. */
  readonly nodeSize: number;
  /** Least rows in a leaf (gbm's n.minobsinnode). */
  readonly leastInLeaf: number;
  /** Splits in all, the most useful first (gbm's interaction.depth); Infinity: until no node can be split. */
  readonly splits: number;
}

/** Nodes in arrays, 0 the root; a leaf has feature −1. */
export interface RegressionTree {
  readonly feature: Int16Array;
  /** Rows whose bin is at most this go left; the left child's number, the right one's is next to it. */
  readonly bin: Uint8Array;
  readonly left: Int32Array;
  /** Mean of the rows of the node. */
  readonly value: Float64Array;
}

interface Node {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly sum: number;
  readonly split: { readonly feature: number; readonly bin: number; readonly gain: number } | null;
}

/**
 * Each split maximises S_L²/n_L + S_R²/n_R − S²/n, the fall in the residual sum of squares (Breiman et al. 1984, section 8.4).
 * @param rows - the rows to grow on, which are put in another order
 * @param weights - how often each row of the whole counts; 1 where null
 * @param gains - for each predictor, to which the falls it made are added
 */
export function growTree(
  { bins, cuts }: BinnedColumns,
  response: Float64Array,
  rows: Uint32Array,
  weights: Uint16Array | null,
  { mtry, nodeSize, leastInLeaf, splits }: TreeOptions,
  random: Random,
  gains: Float64Array,
): RegressionTree {
  const most = 2 * Math.min(rows.length, splits + 1) - 1;
  const feature = new Int16Array(most).fill(-1), bin = new Uint8Array(most), left = new Int32Array(most), value = new Float64Array(most);
  const candidates = Uint16Array.from(bins.keys());
  const drawn = Math.min(mtry, bins.length);
  const sums = new Float64Array(MOST_BINS), counts = new Float64Array(MOST_BINS);
  const touched = new Uint32Array(MOST_BINS / 32);
  const spare = new Uint32Array(rows.length);
  // Weight and weighted response of the node's rows in their order: of the whole columns only the bins are read out of order.
  const times = new Float64Array(rows.length), weighted = new Float64Array(rows.length);

  const bestSplit = (from: number, to: number, weight: number, sum: number): Node["split"] => {
    if (weight <= nodeSize || weight < 2 * leastInLeaf) return null;
    const unsplit = (sum * sum) / weight;
    let best: Node["split"] = null, highest = unsplit;
    for (let k = 0; k < drawn; k++) {
      if (drawn < candidates.length) {
        const other = k + random.integer(candidates.length - k), f = candidates[k];
        candidates[k] = candidates[other];
        candidates[other] = f;
      }
      const f = candidates[k];
      if (cuts[f].length === 0) continue;
      const column = bins[f];
      for (let i = from; i < to; i++) {
        const b = column[rows[i]];
        sums[b] += weighted[i];
        counts[b] += times[i];
        touched[b >>> 5] |= 1 << (b & 31);
      }
      // Only bins that a row fell in are looked at: most nodes of a deep tree are small.
      let sumLeft = 0, countLeft = 0;
      for (let word = 0; word < touched.length; word++) {
        let bits = touched[word];
        touched[word] = 0;
        while (bits !== 0) {
          const b = 32 * word + 31 - Math.clz32(bits & -bits);
          bits &= bits - 1;
          sumLeft += sums[b];
          countLeft += counts[b];
          sums[b] = 0;
          counts[b] = 0;
          const countRight = weight - countLeft;
          if (countLeft < leastInLeaf || countRight < leastInLeaf || countRight === 0) continue;
          const sumRight = sum - sumLeft;
          const score = (sumLeft * sumLeft) / countLeft + (sumRight * sumRight) / countRight;
          // Beyond rounding, so that a constant response is never split and of equal splits the first is taken.
          if (score > highest * (1 + 1e-12)) {
            highest = score;
            best = { feature: f, bin: b, gain: score - unsplit };
          }
        }
      }
    }
    return best;
  };

  const nodeOf = (id: number, from: number, to: number): Node => {
    let weight = 0, sum = 0;
    for (let i = from; i < to; i++) {
      const w = weights === null ? 1 : weights[rows[i]];
      weight += times[i] = w;
      sum += weighted[i] = w * response[rows[i]];
    }
    value[id] = sum / weight;
    return { id, from, to, weight, sum, split: bestSplit(from, to, weight, sum) };
  };

  const pending: Node[] = [nodeOf(0, 0, rows.length)];
  let nodes = 1;
  for (let made = 0; made < splits && pending.length > 0;) {
    const node = Number.isFinite(splits) ? takeMostUseful(pending) : pending.pop()!;
    if (!node.split) continue;
    const column = bins[node.split.feature];
    // Stable, so that rows stay ascending and memory is read in order.
    let middle = node.from, beyond = 0;
    for (let i = node.from; i < node.to; i++) {
      if (column[rows[i]] <= node.split.bin) rows[middle++] = rows[i];
      else spare[beyond++] = rows[i];
    }
    rows.set(spare.subarray(0, beyond), middle);
    feature[node.id] = node.split.feature;
    bin[node.id] = node.split.bin;
    left[node.id] = nodes;
    gains[node.split.feature] += node.split.gain;
    pending.push(nodeOf(nodes, node.from, middle), nodeOf(nodes + 1, middle, node.to));
    nodes += 2;
    made++;
  }
  return { feature: feature.slice(0, nodes), bin: bin.slice(0, nodes), left: left.slice(0, nodes), value: value.slice(0, nodes) };
}

function takeMostUseful(pending: Node[]): Node {
  let best = 0;
  for (let i = 1; i < pending.length; i++) if ((pending[i].split?.gain ?? 0) > (pending[best].split?.gain ?? 0)) best = i;
  return pending.splice(best, 1)[0];
}

/** Adds `factor` times the tree's prediction to each row of `out`. */
export function addPrediction({ feature, bin, left, value }: RegressionTree, { bins }: BinnedColumns, factor: number, out: Float64Array): void {
  for (let row = 0; row < out.length; row++) {
    let node = 0;
    while (feature[node] >= 0) node = left[node] + (bins[feature[node]][row] <= bin[node] ? 0 : 1);
    out[row] += factor * value[node];
  }
}
