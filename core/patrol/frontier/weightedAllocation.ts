// The job that solves one weighing of mean distance and coverage, with a proved bound.

import { defineJob } from "../../job.ts";
import { counts, floats, z } from "../../schema.ts";
import { solveMedian } from "../median/solveMedian.ts";
import { createPosting } from "../posting/createPosting.ts";
import { postingParams } from "../posting/postingParams.ts";
import { createTradeOffModel } from "./tradeOffModel.ts";
import { weightedProblem } from "./weightedProblem.ts";
import type { TradeOff } from "./tradeOff.ts";

export interface WeightedAllocation extends TradeOff {
  /** Indices of the posts, ascending. */
  readonly posts: Uint32Array;
  /** m: no allocation has a smaller mean distance + penalty × (1 − coverage). */
  readonly bound: number;
  readonly proven: boolean;
  /** To begin a similar weighing from. */
  readonly multipliers: Float64Array;
}

export const weightedAllocation = defineJob({
  title: "Post vehicles for one weighing of mean distance and coverage",
  params: z.strictObject({
    ...postingParams,
    radius: z.number().positive().describe("a point is covered within this distance of a vehicle, m; for kinds without one of their own"),
    penalty: z.number().nonnegative().describe("what it costs to leave all demand uncovered, m: mean distance + penalty × (1 − coverage) is least"),
    gap: z.number().nonnegative().describe("stop when the proved gap is no more than this share"),
    timeLimit: z.number().positive().optional().describe("s"),
    start: counts("posts to begin from").optional(),
    multipliers: floats("of a similar weighing, to begin from").optional(),
  }),
  async run({ radius, penalty, gap, timeLimit, start, multipliers, ...params }, context): Promise<WeightedAllocation> {
    const model = createTradeOffModel(createPosting(params, radius), radius);
    const problem = weightedProblem(model, radius, penalty);
    const { chosen, bound, proven, multipliers: found } = await solveMedian(
      problem,
      // Where distance and cover are rows of their own there are twice as many multipliers.
      { gap, timeLimit, start, multipliers: multipliers?.length === problem.weight.length ? multipliers : undefined },
      context,
    );
    return { posts: chosen, ...model.value(chosen), bound, proven, multipliers: found };
  },
});
