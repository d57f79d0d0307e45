// The Lagrangian bound of the p-median: every demand point is paid for by a multiplier, and posts are chosen by what they save.

import type { NearOrder } from "./nearOrder.ts";
import { postingRows, type PostingRow } from "./postingRows.ts";
import { selectLowest } from "./selectLowest.ts";
import type { MedianProblem } from "./solveMedian.ts";

/** What is decided about a post. */
export const FREE = 0, CHOSEN = 1, CLOSED = 2;

export interface Multipliers {
  /** One a demand point, in the unit of a cost: λᵢ / wᵢ. */
  readonly perDemand: Float64Array;
  /** One a rule, ≥ 0. */
  readonly perRow: Float64Array;
}

export interface Lagrangian {
  /** Demand points with weight; the multipliers of others stay 0. */
  readonly demand: Uint32Array;
  readonly weight: Float64Array;
  readonly rows: readonly PostingRow[];
  /** Scale of a rule's multiplier against a demand point's. */
  readonly rowScale: number;
  /**
   * The bound at these multipliers, on the safe side of rounding.
   * @param decided - one a post: FREE, CHOSEN or CLOSED
   */
  evaluate(multipliers: Multipliers, decided: Uint8Array): number;
  /** Of the last evaluation: each post's reduced cost ρ, the posts chosen, and the subgradient. */
  readonly reduced: Float64Array;
  chosen(): Uint32Array;
  readonly slope: Multipliers;
}

/**
 * L(λ, π) = Σ λᵢ + Σ_r π_r b_r + min Σ_j ρ_j y_j over the posts of each kind, at most as many as it has vehicles, with
 *   ρ_j = Σᵢ min(0, wᵢ c_ij − λᵢ) − Σ_r π_r a_rj
 * (Cornuéjols, Fisher and Nemhauser 1977; the rules' rows Σ_j a_rj y_j ≥ b_r are relaxed with it). No allocation costs less than L.
 * Its slope is 1 − (chosen posts with wᵢ c_ij < λᵢ) for each demand point, b_r − Σ a_rj y_j for each rule.
 */
export function createLagrangian({ weight, costs, limits }: MedianProblem, demand: Uint32Array, near: NearOrder): Lagrangian {
  const { columns } = costs;
  const rows = postingRows(limits);
  const reduced = new Float64Array(columns);
  const slope = { perDemand: new Float64Array(weight.length), perRow: new Float64Array(rows.length) };
  const free = new Uint32Array(columns);
  const kindStarts = limits.vehicles.map((_, kind) => limits.kindOf.indexOf(kind));
  const picked = new Uint8Array(columns);
  let chosen = new Uint32Array();

  /** Of the posts from `start` to `end` the decided ones, and of the free ones the most saving. */
  function choose(start: number, end: number, vehicles: number, decided: Uint8Array, into: number[]): void {
    let count = 0, left = vehicles;
    for (let j = start; j < end; j++) {
      if (decided[j] === CHOSEN) {
        into.push(j);
        left--;
      } else if (decided[j] === FREE && reduced[j] < 0) {
        free[count++] = j;
      }
    }
    if (left <= 0) return;
    if (count > left) selectLowest(reduced, free, count, left);
    for (let k = 0; k < Math.min(count, left); k++) into.push(free[k]);
  }

  const totalWeight = demand.reduce((sum, i) => sum + weight[i], 0);
  return {
    demand,
    weight,
    rows,
    rowScale: totalWeight / limits.vehicles.reduce((sum, count) => sum + count, 0),
    reduced,
    slope,
    chosen: () => chosen,
    evaluate({ perDemand, perRow }, decided) {
      reduced.fill(0);
      let paid = 0;
      for (let d = 0; d < demand.length; d++) {
        const i = demand[d], most = perDemand[i], w = weight[i];
        paid += w * most;
        const { posts, costs } = near.upTo(i, most);
        for (let k = 0; k < posts.length && costs[k] < most; k++) reduced[posts[k]] -= w * (most - costs[k]);
      }
      rows.forEach(({ posts, factors, least }, r) => {
        paid += perRow[r] * least;
        posts.forEach((j, k) => (reduced[j] -= perRow[r] * factors[k]));
      });
      const into: number[] = [];
      for (let kind = 0; kind < kindStarts.length; kind++) choose(kindStarts[kind], kindStarts[kind + 1] ?? columns, limits.vehicles[kind], decided, into);
      for (const j of chosen) picked[j] = 0;
      chosen = Uint32Array.from(into);
      let saved = 0, sizes = 0;
      for (const j of chosen) {
        picked[j] = 1;
        saved += reduced[j];
        sizes += Math.abs(reduced[j]);
      }
      for (let d = 0; d < demand.length; d++) {
        const i = demand[d], most = perDemand[i];
        const { posts, costs } = near.upTo(i, most);
        let served = 0;
        for (let k = 0; k < posts.length && costs[k] < most; k++) served += picked[posts[k]];
        slope.perDemand[i] = 1 - served;
      }
      rows.forEach(({ posts, factors, least }, r) => {
        let sum = 0;
        posts.forEach((j, k) => (sum += picked[j] * factors[k]));
        slope.perRow[r] = least - sum;
        sizes += 2 * perRow[r] * (Math.abs(least) + Math.abs(sum));
      });
      // Each sum of n terms is off by at most n roundings of its terms' sizes.
      sizes += 2 * Math.abs(paid);
      return paid + saved - sizes * (demand.length + rows.length + chosen.length + 4) * 2 * Number.EPSILON;
    },
  };
}
