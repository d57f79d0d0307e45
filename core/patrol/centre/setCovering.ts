// The location set covering problem: the fewest vehicles that bring all demand within reach.

import { InputError } from "../../errors.ts";
import { defineJob } from "../../job.ts";
import { z } from "../../schema.ts";
import { createCoveringSearch } from "../covering/coveringSearch.ts";
import { transposeSets } from "../covering/coverSets.ts";
import { postSets } from "../covering/postSets.ts";
import type { Allocation } from "../posting/allocation.ts";
import { createPosting } from "../posting/createPosting.ts";
import { postingParams } from "../posting/postingParams.ts";
import { createPostingTally } from "../posting/postingTally.ts";
import { sitesOf } from "../posting/postsOf.ts";
import { coverAll } from "./coverAll.ts";
import { leastThatWorks, SLICE } from "./leastThatWorks.ts";

const { vehicles: _vehicles, kinds: _kinds, ...placeParams } = postingParams;

/**
 * Toregas, Swain, ReVelle and Bergman (1971): minimise Σ v subject to Σ_{j: d(i, j) ≤ radius} v_j ≥ 1 for all demand with weight, and
 * the rules on places. `objective` and `bound` are numbers of vehicles, all of one kind.
 */
export const setCovering = defineJob({
  title: "The fewest vehicles that bring all demand within reach (set covering)",
  params: z.strictObject({
    ...placeParams,
    radius: z.number().positive().describe("a point is covered within this distance of a vehicle, m"),
    timeLimit: z.number().positive().optional().describe("stop after this many seconds with the best found and its bound"),
  }),
  /** @throws InputError where some demand is out of reach of every site */
  async run({ radius, timeLimit = Infinity, ...params }, context): Promise<Allocation> {
    const began = context.elapsed();
    const siteCount = (params.sites ?? params).x.length;
    const room = params.capacity?.reduce((sum, most) => sum + most, 0) ?? siteCount;
    const posting = createPosting({ ...params, vehicles: room }, radius);
    const { weight, limits, totalWeight, negativeWeights } = posting;
    const covers = postSets(posting, () => radius);
    const coveredBy = transposeSets(covers, weight.length);
    const lost = weight.findIndex((w, i) => w > 0 && coveredBy.starts[i] === coveredBy.starts[i + 1]);
    if (lost >= 0) throw new InputError(`Demand point ${lost} is more than ${radius} m from every site; enlarge the radius, or allow a site near it.`);

    // Greedy adding, with room for everybody, reaches all that can be reached.
    const greedy = createCoveringSearch({ weight: weight.map((w) => (w > 0 ? 1 : 0)), covers, limits });
    greedy.begin([]);
    let best: Uint32Array = Uint32Array.from(greedy.posts()).sort();
    const fewest = createPostingTally(limits).lacking();
    const answer = (bound: number, proven: boolean): Allocation => ({ ...sitesOf(limits, best), objective: best.length, bound, proven, totalWeight, negativeWeights });
    const { found, bound } = await leastThatWorks(
      best.length - fewest,
      async (index) => {
        const left = began + timeLimit - context.elapsed();
        const posts = await coverAll({ weight, covers, limits: { ...limits, vehicles: Uint32Array.of(fewest + index) } }, left / SLICE, context);
        if (typeof posts === "string") return posts === "none" ? "fails" : "late";
        if (posts.length < best.length) best = posts;
        return posts.length - fewest;
      },
      (least) => {
        context.found(answer(fewest + least.bound, false));
        context.progress((fewest + least.bound) / Math.max(1, best.length), `${best.length} vehicles found, no fewer than ${fewest + least.bound} do`);
      },
    );
    return answer(fewest + bound, bound === found);
  },
});
