// The p-median job: where to post vehicles so that the mean distance to the nearest one is least.

import { defineJob } from "../../job.ts";
import { z } from "../../schema.ts";
import type { Allocation } from "../posting/allocation.ts";
import { createPosting } from "../posting/createPosting.ts";
import { postingParams } from "../posting/postingParams.ts";
import { sitesOf } from "../posting/postsOf.ts";
import { costMatrix } from "./costMatrix.ts";
import { type MedianSolution, solveMedian } from "./solveMedian.ts";

export interface PMedian extends Allocation {
  /** objective ÷ total weight, m (of a car's speed); 0 where there is no demand. */
  readonly meanDistance: number;
  /** (objective − bound) ÷ objective: no allocation is better by a larger share. */
  readonly gap: number;
  /** Nodes of the branching; 0 where the bound alone was enough. */
  readonly nodes: number;
}

/**
 * Hakimi (1964), ReVelle and Swain (1970), the average-distance model of Brandt et al. (2022), section 3.2:
 * minimise Σᵢ wᵢ min_{j chosen} d(i, j), at most so many posts chosen; d in m, divided by the speed of a post's kind.
 * Bounded by Lagrangian relaxation, searched by fast interchange, closed by fixing and branching. On smooth demand with many vehicles
 * the relaxation itself stays a few tenths of a per cent below the optimum, and branching hardly helps (Ahn, Cooper, Cornuéjols and
 * Frieze 1988: in the plane almost surely within 0.3 %, and branch and bound almost surely needs more nodes than any polynomial): the
 * gap that is left is reported, not hidden.
 */
export const pMedian = defineJob({
  title: "Post vehicles so that the mean distance to the nearest is least (p-median), with a proved bound",
  params: z.strictObject({
    ...postingParams,
    gap: z.number().min(0).max(1).optional().describe("stop when the objective is proved to be within this share of the optimum; 0.001 where absent, 0 for the optimum itself"),
    timeLimit: z.number().positive().optional().describe("stop after this many seconds with the best found and its bound; a fixed amount of work where absent"),
  }),
  async run({ gap = 0.001, timeLimit, ...params }, context): Promise<PMedian> {
    const posting = createPosting(params);
    const { limits, totalWeight, negativeWeights, weight } = posting;
    context.progress(0, "Measuring distances");
    const answer = ({ chosen, objective, bound, proven = false, nodes = 0 }: Pick<MedianSolution, "chosen" | "objective" | "bound"> & Partial<MedianSolution>): PMedian => ({
      ...sitesOf(limits, chosen),
      objective,
      bound,
      proven,
      totalWeight,
      negativeWeights,
      meanDistance: totalWeight > 0 ? objective / totalWeight : 0,
      gap: objective > 0 ? (objective - bound) / objective : 0,
      nodes,
    });
    const solution = await solveMedian({ weight, costs: costMatrix(posting), limits }, { gap, timeLimit, onBetter: (found) => context.found(answer(found)) }, context);
    return answer(solution);
  },
});
