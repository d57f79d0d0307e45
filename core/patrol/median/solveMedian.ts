// The p-median with rules: where to post vehicles so that the weighted cost of the nearest one is least, with a proved bound.

import type { JobContext } from "../../job.ts";
import { exactSum } from "../exactSum.ts";
import type { Limits } from "../posting/limits.ts";
import { branchMedian } from "./branchMedian.ts";
import type { CostMatrix } from "./costMatrix.ts";
import { fixPosts } from "./fixPosts.ts";
import { CHOSEN, CLOSED, createLagrangian } from "./lagrangian.ts";
import { createMedianIncumbent } from "./medianIncumbent.ts";
import { createNearOrder } from "./nearOrder.ts";
import { type Aim, type Ascent, raiseBound, type Sweep } from "./raiseBound.ts";

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
  /** Told the best allocation and the bound so far, each time that one of them is better. */
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
/** After each node: what branching learns of the bound is of no use beside a poor allocation. */
const SHAKES_A_NODE = 10;

/**
 * Rounds of iterated local search (what is found) and subgradient ascent (what is proved), each helping the other: the ascent aims at
 * the best allocation, and the posts that the bound chooses are places to search from. Posts that cannot be in a better allocation are
 * closed between rounds; branching on posts closes the gap that is left, where it is small enough for that.
 */
export async function solveMedian(problem: MedianProblem, options: MedianOptions, context: JobContext): Promise<MedianSolution> {
  const { weight, costs, limits } = problem;
  const began = context.elapsed();
  const late = (): boolean => options.timeLimit !== undefined && context.elapsed() - began > options.timeLimit;
  const gap = Math.max(options.gap, EXACT);
  const demand = Uint32Array.from(weight.keys()).filter((i) => weight[i] > 0);
  const near = createNearOrder(costs);
  let bound = 0;
  const tell = (): void => options.onBetter?.({ chosen: incumbent.posts(), objective: incumbent.objective(), bound });
  const incumbent = createMedianIncumbent(problem, demand, near, tell);
  const total = exactSum(weight);
  const mean = (value: number): string => (value / (total || 1)).toFixed(1);
  const aim = (): Aim => ({ objective: incumbent.objective(), target: incumbent.objective() * (1 - gap) });
  const done = (): boolean => bound >= aim().target || late();
  function raise(to: number): void {
    const objective = incumbent.objective(), better = Math.min(to, objective);
    if (better > bound) {
      bound = better;
      tell();
    }
    const open = objective > 0 ? (objective - bound) / objective : 0;
    context.progress(Math.min(1, gap / Math.max(gap, open)), `mean cost ${mean(objective)} found, none is below ${mean(bound)}: gap ${(100 * open).toFixed(3)} %`);
  }

  incumbent.tryFrom(options.start ?? []);
  const lagrangian = createLagrangian(problem, demand, near);
  const ascent: Ascent = {
    bound: 0,
    best: { perDemand: options.multipliers?.slice() ?? firstMultipliers(problem, demand, incumbent.posts()), perRow: new Float64Array(lagrangian.rows.length) },
  };
  const decided = new Uint8Array(costs.columns);
  for (const { posts, least } of lagrangian.rows) if (posts.length === 1 && least > 0) decided[posts[0]] = CHOSEN;
  for (const { sweep, shakes } of ROUNDS) {
    if (done()) break;
    raiseBound(lagrangian, ascent, decided, aim(), sweep, late);
    raise(ascent.bound);
    const here = lagrangian.evaluate(ascent.best, decided);
    if (!done()) incumbent.tryFrom(lagrangian.chosen());
    incumbent.shake(shakes, done);
    if (fixPosts(lagrangian, limits, decided, here, incumbent.objective() * (1 - EXACT)) > 0) {
      near.keep((j) => decided[j] !== CLOSED);
      incumbent.renew();
    }
  }
  let nodes = 0;
  if (!done()) {
    const branching = branchMedian(lagrangian, limits, { bound: ascent.bound, decided, multipliers: ascent.best }, aim, incumbent.tryFrom, (state) => {
      raise(Math.min(state.bound, aim().target));
      incumbent.shake(SHAKES_A_NODE, done);
      return late() || (options.timeLimit === undefined && state.nodes * costs.values.length >= MOST_WORK);
    });
    nodes = branching.nodes;
    raise(Math.min(branching.bound, aim().target));
  }
  const objective = incumbent.objective();
  return { chosen: incumbent.posts(), objective, bound, proven: bound >= objective * (1 - EXACT), multipliers: ascent.best.perDemand, nodes };
}

/** Half way between the nearest and the second nearest post: about what each demand point is worth to a post. */
function firstMultipliers({ weight, costs: { columns, values } }: MedianProblem, demand: Uint32Array, posts: Uint32Array): Float64Array {
  const multipliers = new Float64Array(weight.length);
  for (const i of demand) {
    const nearest = Float64Array.from(posts, (j) => values[i * columns + j]).sort();
    multipliers[i] = (nearest[0] + (nearest[1] ?? nearest[0])) / 2;
  }
  return multipliers;
}
