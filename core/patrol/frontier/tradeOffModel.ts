// Both measures of any set of posts, from tables of cost and cover made once: the inner part of every search for the trade-off.

import { costMatrix, type CostMatrix } from "../median/costMatrix.ts";
import type { Posting } from "../posting/createPosting.ts";
import { reachOf } from "../reach.ts";
import type { TradeOff } from "./tradeOff.ts";

export interface TradeOffModel {
  readonly posting: Posting;
  /** Distance ÷ speed, m (demand × posts). */
  readonly costs: CostMatrix;
  /** 1 where a post's vehicle covers the demand point, like `costs`. */
  readonly covers: Uint8Array;
  /** As `allocationValue` has it. */
  value(posts: ArrayLike<number>): TradeOff;
}

/** @throws InputError for more pairs of demand point and post than fit in memory */
export function createTradeOffModel(posting: Posting, radius: number): TradeOffModel {
  const { weight, totalWeight, kinds, limits } = posting;
  const costs = costMatrix(posting);
  const { rows, columns, values } = costs;
  // Distances are divided by the speed, and so are radii.
  const reach = Float64Array.from(limits.kindOf, (kind) => reachOf(kinds[kind].radius ?? radius) / kinds[kind].speed);
  const covers = Uint8Array.from(values, (cost, k) => (cost <= reach[k % columns] ? 1 : 0));
  return {
    posting,
    costs,
    covers,
    value(posts) {
      let within = 0, walked = 0;
      for (let i = 0; i < rows; i++) {
        if (weight[i] === 0) continue;
        const row = i * columns;
        let nearest = Infinity, covered = 0;
        for (let k = 0; k < posts.length; k++) {
          const cost = values[row + posts[k]];
          if (cost < nearest) nearest = cost;
          covered |= covers[row + posts[k]];
        }
        within += covered * weight[i];
        walked += weight[i] * nearest;
      }
      const total = totalWeight > 0 ? totalWeight : 1;
      return { coverage: within / total, meanDistance: walked / total };
    },
  };
}
