// The maximal covering location problem: where to post a given number of vehicles so that most demand is within reach.

import { InputError } from "../../errors.ts";
import { defineJob } from "../../job.ts";
import { floats, z } from "../../schema.ts";
import { exactSum } from "../exactSum.ts";
import { coveringHeuristic } from "./coveringHeuristic.ts";
import { reduceCovering } from "./coveringReduction.ts";
import { coverSets, setOf } from "./coverSets.ts";
import { solveCovering } from "./solveCovering.ts";

export interface MaximalCovering {
  /** Indices of the chosen sites, ascending; fewer than the vehicles where fewer already cover all there is. */
  readonly chosen: Uint32Array;
  /** Covered weight, summed again from the allocation. */
  readonly objective: number;
  /** No allocation covers more than this. */
  readonly bound: number;
  /** Whether `objective` is proved to be the optimum. */
  readonly proven: boolean;
  /** `objective` as a share of the total weight (negative weights counted as 0). */
  readonly share: number;
  /** 1 where a demand point is covered. */
  readonly covered: Uint8Array;
  readonly totalWeight: number;
  /** How many weights were negative and counted as 0. */
  readonly negativeWeights: number;
  /** What the solver had to deal with after the reductions. */
  readonly problem: { readonly demand: number; readonly sites: number; readonly nodes: number };
}

/**
 * Church and ReVelle (1974), as in Brandt et al. (2022) (1)–(3):
 * maximise Σ δₗ wₗ subject to Σ_{l': d(l, l') ≤ τ} v_l' ≥ wₗ and Σ v ≤ v̄, v binary,
 * δ the demand (negative predictions count as 0), τ the radius in m, centre to centre, boundary included.
 * Solved exactly: reductions that keep the optimum, then branch and cut (HiGHS) from a greedy and swap start.
 */
export const maximalCovering = defineJob({
  title: "Post vehicles so that most demand is within reach (maximal covering location problem)",
  params: z.strictObject({
    x: floats("demand points, usually tile centres, m east"),
    y: floats("the same, m north"),
    weight: floats("demand at each point, e.g. predicted crimes; negative counts as 0"),
    radius: z.number().positive().describe("a point is covered within this distance of a vehicle, m"),
    vehicles: z.int().positive().describe("how many vehicles there are"),
    sites: z
      .strictObject({ x: floats("m east"), y: floats("m north") })
      .optional()
      .describe("where vehicles may stand; the demand points themselves where absent"),
    timeLimit: z.number().positive().optional().describe("stop after this many seconds with the best found and its bound"),
  }),
  async run({ x, y, weight, radius, vehicles, sites = { x, y }, timeLimit }, context): Promise<MaximalCovering> {
    sameLength("x", x, "y", y);
    sameLength("x", x, "weight", weight);
    sameLength("sites.x", sites.x, "sites.y", sites.y);
    context.progress(0, "Finding what each site covers");
    const positive = weight.map((w) => Math.max(0, w));
    const totalWeight = exactSum(positive);
    const covers = coverSets(sites, { x, y }, radius);
    const reduced = reduceCovering({ weight: positive, covers });
    const start = coveringHeuristic(reduced, vehicles);
    const solved = await solveCovering(reduced, vehicles, start, timeLimit, context);

    const chosen = Uint32Array.from(solved.chosen, (site) => reduced.sites[site]).sort();
    const covered = new Uint8Array(x.length);
    for (const site of chosen) for (const i of setOf(covers, site)) covered[i] = 1;
    const objective = exactSum(positive.filter((_, i) => covered[i] === 1));
    return {
      chosen,
      objective,
      bound: solved.proven ? objective : Math.max(objective, Math.min(solved.bound, totalWeight)),
      proven: solved.proven,
      share: totalWeight > 0 ? objective / totalWeight : 0,
      covered,
      totalWeight,
      negativeWeights: weight.reduce((count, w) => count + (w < 0 ? 1 : 0), 0),
      problem: { demand: reduced.weight.length, sites: reduced.sites.length, nodes: solved.nodes },
    };
  },
});

function sameLength(nameA: string, a: Float64Array, nameB: string, b: Float64Array): void {
  if (a.length !== b.length)
    throw new InputError(`${nameA} has ${a.length} values and ${nameB} ${b.length}; give both the same number.`);
}
