// The job that looks for the trade-offs between two known ones: all of them where the problem is small, else good ones.

import { defineJob, type JobContext } from "../../job.ts";
import { counts, z } from "../../schema.ts";
import { createPosting, type Posting } from "../posting/createPosting.ts";
import { postingParams } from "../posting/postingParams.ts";
import { createNearestCovering } from "./nearestCovering.ts";
import { paretoSearch, type PostedTradeOff } from "./paretoSearch.ts";
import { nondominated } from "./tradeOff.ts";
import { createTradeOffModel, type TradeOffModel } from "./tradeOffModel.ts";

export interface FrontierBetween {
  /** None dominates another, the ends among them if none is better; by rising coverage. */
  readonly points: readonly PostedTradeOff[];
  /** These are all there are between the ends, but for those that differ by under a millionth of the demand. */
  readonly exact: boolean;
}

/** Pairs of demand point and post up to which all trade-offs are looked for: 250 tiles. */
const EXACT_PAIRS = 250 ** 2;
/** Whether all trade-offs are looked for, or good ones. */
export const allAreLookedFor = ({ demand, limits }: Posting): boolean => demand.x.length * limits.siteOf.length <= EXACT_PAIRS;

/** Coverages closer than this count as one: above the solver's tolerance. */
const STEP = 1e-6;

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
    const found = paretoSearch(model, ends, (fraction) => context.progress((small ? 0.1 : 1) * fraction, "Exchanging vehicles"));
    const all = small ? await everyTradeOff(model, ends, found, timeLimit, context) : { points: found, exact: false };
    return { points: nondominated([...ends, ...all.points]), exact: all.exact };
  },
});

/**
 * The ε-constraint method (Haimes, Lasdon and Wismer 1971): again and again the nearest allocation that covers a little more than
 * the one before.
 */
async function everyTradeOff(
  model: TradeOffModel,
  [{ coverage: low }, { coverage: high }]: readonly [PostedTradeOff, PostedTradeOff],
  known: readonly PostedTradeOff[],
  timeLimit: number,
  { loadHighs, elapsed, progress }: JobContext,
): Promise<FrontierBetween> {
  const solver = createNearestCovering(model, await loadHighs());
  const points: PostedTradeOff[] = [...known];
  for (let least = low + STEP; least <= high; ) {
    progress(0.1 + (0.9 * (least - low)) / (high - low), `Every trade-off to ${(100 * least).toFixed(1)} % coverage`);
    const start = nondominated(points.filter(({ coverage }) => coverage >= least))[0]?.posts;
    const posts = solver.solve(least, start, () => timeLimit - elapsed());
    if (posts === "late") return { points, exact: false };
    if (posts === "none") break;
    const found = { posts, ...model.value(posts) };
    points.push(found);
    least = Math.max(least, found.coverage) + STEP;
  }
  return { points, exact: true };
}
