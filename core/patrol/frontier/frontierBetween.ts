// The job that looks for the trade-offs between two known ones: all of them where the problem is small, else good ones.

import { defineJob } from "../../job.ts";
import { jobPart } from "../../jobPart.ts";
import { counts, z } from "../../schema.ts";
import { createPosting, type Posting } from "../posting/createPosting.ts";
import { postingParams } from "../posting/postingParams.ts";
import { everyTradeOff } from "./everyTradeOff.ts";
import type { FrontierBetween } from "./frontier.ts";
import { paretoSearch, type PostedTradeOff } from "./paretoSearch.ts";
import { nondominated } from "./tradeOff.ts";
import { createTradeOffModel } from "./tradeOffModel.ts";

/** Pairs of demand point and post up to which all trade-offs are looked for: 250 tiles. */
const EXACT_PAIRS = 250 ** 2;
/** Whether all trade-offs are looked for, or good ones. */
export const allAreLookedFor = ({ demand, limits }: Posting): boolean => demand.x.length * limits.siteOf.length <= EXACT_PAIRS;

export const frontierBetween = defineJob({
  title: "Trade-offs of coverage and mean distance between two allocations",
  params: z.strictObject({
    ...postingParams,
    radius: z.number().positive().describe("a point is covered within this distance of a vehicle, m; for kinds without one of their own"),
    nearest: counts("posts of the end with the smaller mean distance"),
    covering: counts("posts of the end with more coverage"),
    timeLimit: z.number().positive().describe("s"),
  }),
  async run({ radius, nearest, covering, timeLimit, ...params }, context): Promise<FrontierBetween> {
    const model = createTradeOffModel(createPosting(params, radius), radius);
    const ends = [nearest, covering].map((posts): PostedTradeOff => ({ posts, ...model.value(posts) })) as [PostedTradeOff, PostedTradeOff];
    const small = allAreLookedFor(model.posting);
    const good = nondominated([...ends, ...paretoSearch(model, ends, (fraction) => context.progress((small ? 0.1 : 1) * fraction, "Exchanging vehicles"))]);
    return small ? everyTradeOff(model, radius, ends[0].coverage, good, timeLimit, jobPart(context, 0.1, 1)) : { points: good, exact: false };
  },
});
