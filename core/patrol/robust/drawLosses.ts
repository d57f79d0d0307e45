// How bad an allocation is in each draw, and on the mean of its worst draws.

import type { TradeOffModel } from "../frontier/tradeOffModel.ts";
import type { RobustObjective } from "./robust.ts";

/** For each draw the share that is not covered, or the mean distance in m: less is better. @param draws - shares of demand, each adds up to 1 */
export function drawLosses({ costs: { rows, columns, values }, covers }: TradeOffModel, posts: ArrayLike<number>, draws: readonly Float64Array[], objective: RobustObjective): Float64Array {
  const loss = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let nearest = Infinity, covered = 0;
    for (let k = 0; k < posts.length; k++) {
      nearest = Math.min(nearest, values[i * columns + posts[k]]);
      covered |= covers[i * columns + posts[k]];
    }
    loss[i] = objective === "coverage" ? 1 - covered : nearest;
  }
  return Float64Array.from(draws, (draw) => draw.reduce((sum, share, i) => sum + share * loss[i], 0));
}

/** Indices of the draws with the greatest losses, of equals the first. */
export const worstDraws = (losses: Float64Array, count: number): number[] =>
  Array.from(losses.keys()).sort((a, b) => losses[b] - losses[a] || a - b).slice(0, count);

/** Conditional value at risk: the mean of the greatest losses (Rockafellar and Uryasev 2000). */
export const tailLoss = (losses: Float64Array, count: number): number => worstDraws(losses, count).reduce((sum, draw) => sum + losses[draw], 0) / count;
