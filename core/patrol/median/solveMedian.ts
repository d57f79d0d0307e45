// The p-median with rules: where to post vehicles so that the weighted cost of the nearest one is least, with a proved bound.

import type { JobContext } from "../../job.ts";
import { createRandom } from "../../stats/random.ts";
import { exactSum } from "../exactSum.ts";
import type { Limits } from "../posting/limits.ts";
import { branchMedian } from "./branchMedian.ts";
import type { CostMatrix } from "./costMatrix.ts";
import { fixPosts } from "./fixPosts.ts";
import { CHOSEN, CLOSED, createLagrangian } from "./lagrangian.ts";
import { createMedianSearch } from "./medianSearch.ts";
import { createNearOrder } from "./nearOrder.ts";
import { type Aim, type Ascent, raiseBound, type Sweep } from "./raiseBound.ts";
import { shakeMedian } from "./shakeMedian.ts";

export interface MedianProblem {
  /** One a demand point, ≥ 0. */
  readonly weight: Float64Array;
  readonly costs: CostMatrix;
  readonly limits: Limits;
}

export interface MedianOptions {
  /** Stop when (objective − bound) / objective is no more; 0 asks for proven optimality. */
  readonly gap: number;
  /** s from the call; then the best found stands, with the bound that was proved. Without it a fixed amount of work is done. */
  readonly timeLimit?: number;
  /** Posts to begin from, e.g. of the slot before; need not keep the limits. */
  readonly start?: ArrayLike<number>;
  /** Multipliers of an earlier, similar problem: the bound begins where that one ended. */
  readonly multipliers?: Float64Array;
  /** Told each better allocation, with the bound so far. */
  onBetter?(found: Pick<MedianSolution, "chosen" | "objective" | "bound">): void;
}

export interface MedianSolution {
  /** Posts, ascending. */
  readonly chosen: Uint32Array;
  /** Σ weight × cost of the cheapest chosen post, summed again from the allocation. */
  readonly objective: number;
  /** No allocation costs less. */
  readonly bound: number;
  /** objective − bound is within rounding. */
  readonly proven: boolean;
  readonly multipliers: Float64Array;
  /** Of the branching; 0 where the bound alone was enough. */
  readonly nodes: number;
}

/** A gap of this share of the objective is rounding. */
const EXACT = 1e-9;
/** Each round of search and bound does more work than the one before. */
const ROUNDS: readonly { readonly sweep: Sweep; readonly shakes: number }[] = [
  { sweep: { steps: 200, first: 1, last: 0.02 }, shakes: 20 },
  { sweep: { steps: 400, first: 0.5, last: 0.005 }, shakes: 60 },
  { sweep: { steps: 1000, first: 0.5, last: 0.001 }, shakes: 240 },
];
/** Nodes × pairs of demand and post of the branching, where no time limit is given. */
const MOST_WORK = 1.6e9;
/** After each node, until so many in a row have been in vain. */
const SHAKES_A_NODE = 10, PATIENCE = 400;

/**
 * Rounds of iterated local search (what is found) and subgradient ascent (what is proved), each helping the other: the best
 * allocation is the target of the ascent, and the posts that the bound chooses are places to search from. Posts that cannot be in a
 * better allocation are closed between rounds; branching on posts closes what gap is left, where the gap is small enough for that.
 */
export async function solveMedian({ weight, costs, limits }: MedianProblem, options: MedianOptions, context: JobContext): Promise<MedianSolution> {
  const { rows, columns, values } = costs;
  const began = context.elapsed();
  const late = (): boolean => options.timeLimit !== undefined && context.elapsed() - began > options.timeLimit;
  const demand = Uint32Array.from(weight.keys()).filter((i) => weight[i] > 0);
  const near = createNearOrder(costs);
  const search = createMedianSearch({ weight, costs, limits }, demand, near);
  const random = createRandom("p-median");
  const gap = Math.max(options.gap, EXACT);
  let best: Uint32Array = new Uint32Array(), objective = Infinity, bound = 0, nodes = 0, vain = 0;
  const target = (): number => objective * (1 - gap);
  const aim = (): Aim => ({ objective, target: target() });

  function report(): void {
    const open = objective > 0 ? (objective - bound) / objective : 0;
    context.progress(Math.min(1, gap / Math.max(gap, open)), `${objective.toPrecision(6)} found, none is below ${bound.toPrecision(6)}: gap ${(100 * open).toFixed(3)} %`);
  }
  function raise(to: number): void {
    bound = Math.max(bound, Math.min(to, objective));
    report();
  }
  /** Keeps what the search has found where it is better, and otherwise takes the search back to the best. */
  function keepBetter(): void {
    if (search.objective() >= objective * (1 - 1e-12)) return search.restore(best);
    best = search.posts().sort();
    objective = exactSum(Array.from(demand, (i) => weight[i] * cheapest(i)));
    options.onBetter?.({ chosen: best, objective, bound });
  }
  function cheapest(i: number): number {
    let least = Infinity;
    for (const j of best) least = Math.min(least, values[i * columns + j]);
    return least;
  }
  function tryFrom(posts: ArrayLike<number>): void {
    search.begin(posts);
    search.descend();
    keepBetter();
  }
  function shake(times: number): void {
    if (best.length === 0 || demand.length === 0) return;
    for (let t = 0; t < times && vain < PATIENCE && bound < target() && !late(); t++) {
      const before = objective;
      shakeMedian(search, costs, demand, near, random);
      keepBetter();
      vain = objective < before ? 0 : vain + 1;
    }
  }
  // Half way between the nearest and the second nearest post: about what each demand point is worth to a post.
  function firstMultipliers(): Float64Array {
    const first = new Float64Array(weight.length);
    for (const i of demand) {
      const nearest = Float64Array.from(best, (j) => values[i * columns + j]).sort();
      first[i] = (nearest[0] + (nearest[1] ?? nearest[0])) / 2;
    }
    return first;
  }

  tryFrom(options.start ?? []);
  const lagrangian = createLagrangian({ weight, costs, limits }, demand, near);
  const ascent: Ascent = { bound: 0, best: { perDemand: options.multipliers?.slice() ?? firstMultipliers(), perRow: new Float64Array(lagrangian.rows.length) } };
  const decided = new Uint8Array(columns);
  if (limits.vehicles.length === 1) for (let j = 0; j < columns; j++) if (limits.fixed.includes(limits.siteOf[j])) decided[j] = CHOSEN;
  for (const { sweep, shakes } of ROUNDS) {
    if (bound >= target() || late()) break;
    raiseBound(lagrangian, ascent, decided, aim(), sweep, late);
    raise(ascent.bound);
    const here = lagrangian.evaluate(ascent.best, decided);
    if (bound < target()) tryFrom(lagrangian.chosen());
    shake(shakes);
    lagrangian.evaluate(ascent.best, decided);
    if (fixPosts(lagrangian, limits, decided, here, objective * (1 - EXACT)) > 0) {
      near.keep((j) => decided[j] !== CLOSED);
      search.begin(best);
    }
  }
  if (bound < target() && !late()) {
    const branching = branchMedian(lagrangian, limits, { bound: ascent.bound, decided, multipliers: ascent.best }, aim, tryFrom, (state) => {
      raise(Math.min(state.bound, target()));
      shake(SHAKES_A_NODE);
      return late() || (options.timeLimit === undefined && state.nodes * rows * columns >= MOST_WORK);
    });
    nodes = branching.nodes;
    raise(Math.min(branching.bound, target()));
  }
  return { chosen: best, objective, bound, proven: bound >= objective * (1 - EXACT), multipliers: ascent.best.perDemand, nodes };
}
