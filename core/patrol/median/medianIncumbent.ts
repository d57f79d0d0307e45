// The best allocation so far of a p-median, and the searches that better it.

import { createRandom } from "../../stats/random.ts";
import { exactSum } from "../exactSum.ts";
import { createMedianSearch } from "./medianSearch.ts";
import type { NearOrder } from "./nearOrder.ts";
import { shakeMedian } from "./shakeMedian.ts";
import type { MedianProblem } from "./solveMedian.ts";

export interface MedianIncumbent {
  /** Posts, ascending. */
  posts(): Uint32Array;
  /** Σ weight × cost of the cheapest of them, summed exactly. */
  objective(): number;
  /** Completes these posts and descends from them; keeps what is better. */
  tryFrom(posts: ArrayLike<number>): void;
  /** Shakes the best until it has been done so often, or in vain too often altogether. @param enough - asked before each */
  shake(times: number, enough: () => boolean): void;
  /** After posts were closed in the order of nearest posts. */
  renew(): void;
}

/** Shakes in a row without a better allocation after which there are no more. */
const PATIENCE = 400;
/** A gain smaller than this share of the objective is rounding. */
const NEGLIGIBLE = 1e-12;

/** @param onBetter - told after each better allocation */
export function createMedianIncumbent(problem: MedianProblem, demand: Uint32Array, near: NearOrder, onBetter: () => void): MedianIncumbent {
  const { weight, costs } = problem;
  const search = createMedianSearch(problem, demand, near);
  const random = createRandom("p-median");
  let best: Uint32Array = new Uint32Array(), objective = Infinity, vain = 0;

  /** Keeps what the search has found where it is better, and otherwise takes the search back. */
  function keepBetter(): void {
    if (search.objective() >= objective * (1 - NEGLIGIBLE)) return search.restore(best);
    best = search.posts().sort();
    objective = exactSum(Array.from(demand, (i) => weight[i] * cheapest(i)));
    onBetter();
  }
  function cheapest(i: number): number {
    let least = Infinity;
    for (const j of best) least = Math.min(least, costs.values[i * costs.columns + j]);
    return least;
  }
  return {
    posts: () => best,
    objective: () => objective,
    tryFrom(posts) {
      search.begin(posts);
      search.descend();
      keepBetter();
    },
    shake(times, enough) {
      if (best.length === 0 || demand.length === 0) return;
      for (let t = 0; t < times && vain < PATIENCE && !enough(); t++) {
        const before = objective;
        shakeMedian(search, costs, demand, near, random);
        keepBetter();
        vain = objective < before ? 0 : vain + 1;
      }
    },
    renew: () => search.begin(best),
  };
}
