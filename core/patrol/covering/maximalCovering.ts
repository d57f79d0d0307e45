// The maximal covering location problem: where to post a given number of vehicles so that most demand is within reach.

import { defineJob } from "../../job.ts";
import { z } from "../../schema.ts";
import type { Allocation } from "../posting/allocation.ts";
import { createPosting } from "../posting/createPosting.ts";
import { postingParams } from "../posting/postingParams.ts";
import { sitesOf } from "../posting/postsOf.ts";
import { setOf } from "./coverSets.ts";
import { postSets } from "./postSets.ts";
import { type SolvedCovering, solveCovering } from "./solveCovering.ts";

/** `objective` is the covered weight; fewer vehicles stand where fewer already cover all there is and no rule asks for more. */
export interface MaximalCovering extends Allocation {
  /** `objective` as a share of the total weight (negative weights counted as 0). */
  readonly share: number;
  /** 1 where a demand point is covered. */
  readonly covered: Uint8Array;
  /** What was left after the reductions, and the nodes of branch and cut. */
  readonly problem: SolvedCovering["problem"];
}

/**
 * Church and ReVelle (1974), as in Brandt et al. (2022) (1)–(3):
 * maximise Σ δₗ wₗ subject to Σ_{l': d(l, l') ≤ τ} v_l' ≥ wₗ and Σ v ≤ v̄, v binary,
 * δ the demand (negative predictions count as 0), τ the radius in m (of the vehicle's kind where it has its own), the boundary
 * included, and the rules on places. Solved exactly: reductions that keep the optimum, search, a Lagrangian bound, branch and cut.
 */
export const maximalCovering = defineJob({
  title: "Post vehicles so that most demand is within reach (maximal covering location problem)",
  params: z.strictObject({
    ...postingParams,
    radius: z.number().positive().describe("a point is covered within this distance of a vehicle, m"),
    timeLimit: z.number().positive().optional().describe("stop after this many seconds with the best found and its bound"),
  }),
  async run({ radius, timeLimit, ...params }, context): Promise<MaximalCovering> {
    context.progress(0, "Finding what each site covers");
    const posting = createPosting(params, radius);
    const { weight, limits, kinds, totalWeight, negativeWeights } = posting;
    const covers = postSets(posting, (kind) => kinds[kind].radius ?? radius);
    const answer = ({ chosen, covered: objective, bound, proven, problem }: SolvedCovering): MaximalCovering => {
      const covered = new Uint8Array(weight.length);
      for (const post of chosen) for (const i of setOf(covers, post)) covered[i] = 1;
      return { ...sitesOf(limits, chosen), objective, bound, proven, totalWeight, negativeWeights, share: totalWeight > 0 ? objective / totalWeight : 0, covered, problem };
    };
    return answer(await solveCovering({ weight, covers, limits }, { timeLimit, onBetter: (found) => context.found(answer(found)) }, context));
  },
});
