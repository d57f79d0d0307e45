// Several distance targets at once: the San Francisco paper's stand-in for the mean distance.

import { defineJob } from "../../job.ts";
import { floats, z } from "../../schema.ts";
import { exactSum } from "../exactSum.ts";
import { costMatrix } from "../median/costMatrix.ts";
import { type MedianSolution, solveMedian } from "../median/solveMedian.ts";
import type { Allocation } from "../posting/allocation.ts";
import { allocationValue } from "../posting/allocationValue.ts";
import { createPosting } from "../posting/createPosting.ts";
import { postingParams } from "../posting/postingParams.ts";
import { sitesOf } from "../posting/postsOf.ts";
import { reachOf } from "../reach.ts";
import { greatestDistance } from "./greatestDistance.ts";
import { checkTargets, missedTargets, usualTargetWeights } from "./targetWeights.ts";

/** `objective` is Σ_r a_r Σ_l δ_l w_{l,r}, weight × m. */
export interface DistanceTargets extends Allocation {
  /** m, and what each is worth for one unit of demand within it, as used; negative ones contribute nothing. */
  readonly targets: Float64Array;
  readonly targetWeights: Float64Array;
  /** Share of the demand within each target; 0 where there is no demand. */
  readonly within: Float64Array;
  /** Of the true distances, m (of a car's speed). */
  readonly meanDistance: number;
}

/**
 * Brandt et al. (2022), (4)–(6): maximise Σ_r a_r Σ_l δ_l w_{l,r} subject to Σ_{l': d(l, l') ≤ r} v_l' ≥ w_{l,r}, Σ v ≤ v̄, v and w 0/1.
 * At the optimum w says which targets the nearest vehicle reaches, so this is a p-median whose cost of a distance is the sum of the
 * weights of the targets that it misses; solved as one, with its bound.
 */
export const distanceTargets = defineJob({
  title: "Post vehicles so that demand is within several distance targets, each with its weight",
  params: z.strictObject({
    ...postingParams,
    targets: floats("distance targets, rising, m"),
    targetWeights: floats("worth of each target for one unit of demand; where absent the step to the next target, after the last to the greatest distance, m").optional(),
    gap: z.number().min(0).max(1).optional().describe("stop when the weights of missed targets are proved within this share of the least; 0 (the optimum itself) where absent"),
    timeLimit: z.number().positive().optional().describe("stop after this many seconds with the best found and its bound"),
  }),
  async run({ targets, targetWeights, gap = 0, timeLimit, ...params }, context): Promise<DistanceTargets> {
    checkTargets(targets, targetWeights);
    const posting = createPosting(params);
    const { weight, limits, totalWeight, negativeWeights } = posting;
    context.progress(0, "Measuring distances");
    const weights = targetWeights ?? usualTargetWeights(targets, greatestDistance(posting));
    const cost = missedTargets(targets, weights);
    const most = totalWeight * cost(Infinity);
    const answer = ({ chosen, objective, bound, proven = false }: Pick<MedianSolution, "chosen" | "objective" | "bound"> & Partial<MedianSolution>): DistanceTargets => {
      const posted = sitesOf(limits, chosen);
      const { distances, meanDistance } = allocationValue(posting, posted);
      const within = targets.map((target) => exactSum(weight.filter((_, i) => distances[i] <= reachOf(target))) / (totalWeight || 1));
      return { ...posted, objective: most - objective, bound: proven ? most - objective : most - bound, proven, totalWeight, negativeWeights, targets, targetWeights: weights, within, meanDistance };
    };
    const solution = await solveMedian({ weight, costs: costMatrix(posting, cost), limits }, { gap, timeLimit, onBetter: (found) => context.found(answer(found)) }, context);
    return answer(solution);
  },
});
