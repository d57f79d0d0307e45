// One weighing of mean distance and coverage as a p-median: what is not covered costs a penalty beside its distance.

import type { MedianProblem } from "../median/solveMedian.ts";
import type { TradeOffModel } from "./tradeOffModel.ts";

/**
 * min Σ w (d + μ [not covered]) ÷ Σ w = mean distance + μ (1 − coverage). Where the nearest vehicle is in reach exactly if any is
 * (all kinds alike, or radii in proportion to the speeds) one row a demand point holds both; elsewhere the two are rows of their
 * own, since a farther vehicle may be the one that covers.
 * @param penalty - μ, m
 */
export function weightedProblem({ posting, costs, covers }: TradeOffModel, radius: number, penalty: number): MedianProblem {
  const { kinds, weight, totalWeight, limits } = posting;
  const share = weight.map((w) => w / (totalWeight > 0 ? totalWeight : 1));
  if (penalty === 0) return { weight: share, costs, limits };
  const size = costs.values.length;
  const times = kinds.map((kind) => (kind.radius ?? radius) / kind.speed);
  if (times.every((time) => time === times[0])) return { weight: share, costs: { ...costs, values: costs.values.map((cost, k) => (covers[k] === 1 ? cost : cost + penalty)) }, limits };
  const values = new Float64Array(2 * size);
  values.set(costs.values);
  for (let k = 0; k < size; k++) values[size + k] = covers[k] === 1 ? 0 : penalty;
  const both = new Float64Array(2 * share.length);
  both.set(share);
  both.set(share, share.length);
  return { weight: both, costs: { rows: 2 * costs.rows, columns: costs.columns, values }, limits };
}
