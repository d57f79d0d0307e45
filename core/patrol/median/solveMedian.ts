// The p-median with rules: where to post vehicles so that the weighted cost of the nearest one is least, with a proved bound.

import type { JobContext } from "../../job.ts";
import { createRandom } from "../../stats/random.ts";
import { exactSum } from "../exactSum.ts";
import type { Limits } from "../posting/limits.ts";
import { branchMedian } from "./branchMedian.ts";
import type { CostMatrix } from "./costMatrix.ts";
import { fixPosts } from "./fixPosts.ts";
import { CHOSEN, createLagrangian } from "./lagrangian.ts";
import { createMedianSearch } from "./medianSearch.ts";
import { createNearOrder } from "./nearOrder.ts";
import { type Ascent, raiseBound } from "./raiseBound.ts";

export interface MedianProblem {
  /** One a demand point, ≥ 0. */
  readonly weight: Float64Array;
  readonly costs: CostMatrix;
  readonly limits: Limits;
}

export interface MedianOptions {
  /** Stop when (objective − bound) / objective is no more; 0 asks for proven optimality. */
  readonly gap: number;
  /** s; then the best found stands, with the bound that was proved. Without it a fixed amount of work is done. */
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
  readonly nodes: number;
}

/** A gap of this share of the objective is rounding. */
const EXACT = 1e-9;
const ROUNDS = 40, STEPS = 100, MOST_NODES = 3000;

export async function solveMedian(problem: MedianProblem, options: MedianOptions, context: JobContext): Promise<MedianSolution> {
  const { weight, costs, limits } = problem;
  const { columns, values } = costs;
  const demand = Uint32Array.from(weight.keys()).filter((i) => weight[i] > 0);
  const gap = Math.max(options.gap, EXACT);
  const late = (): boolean => options.timeLimit !== undefined && context.elapsed() > options.timeLimit;
  const near = createNearOrder(costs);
  const search = createMedianSearch(problem, demand, near);
  const random = createRandom("p-median");
  let best: Uint32Array = new Uint32Array(), objective = Infinity, bound = 0;

  const target = (): number => objective * (1 - gap);
  const report = (): void => {
    const open = objective > 0 ? Math.max(0, (objective - bound) / objective) : 0;
    context.progress(Math.min(1, gap / Math.max(gap, open)), `${objective.toPrecision(6)} found, at least ${bound.toPrecision(6)}, gap ${(100 * open).toFixed(3)} %`);
  };
  const keepBetter = (): void => {
    if (search.objective() >= objective * (1 - 1e-12)) return;
    best = search.posts().sort();
    objective = exactSum(Array.from(demand, (i) => weight[i] * cheapest(best, i)));
    options.onBetter?.({ chosen: best, objective, bound });
  };
  function cheapest(posts: Uint32Array, i: number): number {
    let least = Infinity;
    for (const j of posts) least = Math.min(least, values[i * columns + j]);
    return least;
  }
  function polish(posts: ArrayLike<number>): void {
    search.begin(posts);
    search.descend();
    keepBetter();
  }
  function perturb(times: number): void {
    search.begin(best);
    for (let t = 0; t < times; t++) {
      for (let k = 0; k < 2 && best.length > 0; k++) search.move(random.integer(best.length), random.integer(columns));
      search.descend();
      if (search.objective() < objective * (1 - 1e-12)) keepBetter();
      else search.begin(best);
    }
  }

  polish(options.start ?? []);
  if (options.start) polish([]);
  report();
  const lagrangian = createLagrangian(problem, demand, near);
  const ascent: Ascent = {
    bound: 0,
    best: { perDemand: options.multipliers?.slice() ?? firstMultipliers(), perRow: new Float64Array(lagrangian.rows.length) },
    step: 1,
  };
  // Half way between the nearest and the second nearest post: a post's saving there is about what it is worth.
  function firstMultipliers(): Float64Array {
    const first = new Float64Array(weight.length);
    for (const i of demand) {
      const sorted = Float64Array.from(best, (j) => values[i * columns + j]).sort();
      first[i] = (sorted[0] + (sorted[1] ?? 2 * sorted[0])) / 2;
    }
    return first;
  }
  const decided = new Uint8Array(columns);
  if (limits.vehicles.length === 1) for (let j = 0; j < columns; j++) if (limits.fixed.includes(limits.siteOf[j])) decided[j] = CHOSEN;
  for (let round = 0; round < ROUNDS && bound < target() && !late(); round++) {
    raiseBound(lagrangian, weight, demand, ascent, decided, target(), STEPS, late);
    bound = Math.max(bound, Math.min(ascent.bound, objective));
    report();
    lagrangian.evaluate(ascent.best, decided);
    polish(lagrangian.chosen());
    perturb(10);
    lagrangian.evaluate(ascent.best, decided);
    fixPosts(lagrangian, limits.kindOf, limits.vehicles, decided, ascent.bound, objective * (1 - EXACT));
    if (ascent.step < 0.01) break;
  }
  let nodes = 0;
  if (bound < target() && !late()) {
    const branching = branchMedian(problem, demand, lagrangian, { decided, multipliers: ascent.best }, ascent.bound, target, (posts) => {
      polish(posts);
      return true;
    }, (state) => {
      bound = Math.max(bound, Math.min(state.bound, objective));
      report();
      return state.nodes >= MOST_NODES || late();
    });
    nodes = branching.nodes;
    bound = Math.max(bound, Math.min(branching.bound, objective));
  }
  return { chosen: best, objective, bound, proven: bound >= objective * (1 - EXACT), multipliers: ascent.best.perDemand, nodes };
}
