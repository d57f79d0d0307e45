// The p-centre: where to post vehicles so that the longest distance from any demand to its nearest vehicle is least.

import { defineJob } from "../../job.ts";
import { z } from "../../schema.ts";
import type { SetFamily } from "../covering/coverSets.ts";
import { type CostMatrix, costMatrix } from "../median/costMatrix.ts";
import type { Allocation } from "../posting/allocation.ts";
import { allocationValue } from "../posting/allocationValue.ts";
import { createPosting, type Posting } from "../posting/createPosting.ts";
import type { Limits } from "../posting/limits.ts";
import { postingParams } from "../posting/postingParams.ts";
import { createPostingTally } from "../posting/postingTally.ts";
import { sitesOf } from "../posting/postsOf.ts";
import { reachOf } from "../reach.ts";
import { coverAll } from "./coverAll.ts";
import { leastThatWorks, SLICE } from "./leastThatWorks.ts";

/** `objective` and `bound` are m (of a car's speed); fewer vehicles stand where fewer do as well. */
export interface PCentre extends Allocation {
  /** The demand point that is farthest from its vehicle, by index; −1 where there is no demand. */
  readonly farthest: number;
}

/**
 * Hakimi (1964), Minieka (1970): minimise max_{i: wᵢ > 0} min_{j chosen} d(i, j), d divided by the speed of a vehicle's kind. The
 * optimum is one of the distances between demand and posts: bisection over them, asking each time whether all demand can be reached.
 */
export const pCentre = defineJob({
  title: "Post vehicles so that the longest distance to the nearest is least (p-centre)",
  params: z.strictObject({
    ...postingParams,
    timeLimit: z.number().positive().optional().describe("stop after this many seconds with the best found and its bound"),
  }),
  async run({ timeLimit = Infinity, ...params }, context): Promise<PCentre> {
    const began = context.elapsed();
    context.progress(0, "Measuring distances");
    const posting = createPosting(params);
    const { weight, limits, totalWeight, negativeWeights } = posting;
    const costs = costMatrix(posting);
    const candidates = candidateDistances(weight, costs);
    let best = farthestFirst(weight, costs, limits);
    let value = longestOf(posting, best);
    const indexOf = (distance: number): number => candidates.findIndex((candidate) => reachOf(candidate) >= distance);
    const answer = (bound: number, proven: boolean): PCentre => ({
      ...sitesOf(limits, best),
      objective: value.longest,
      bound: proven ? value.longest : bound,
      proven,
      totalWeight,
      negativeWeights,
      farthest: value.farthest,
    });

    context.found(answer(candidates[0], false));
    const { found, bound } = await leastThatWorks(
      indexOf(value.longest),
      async (index) => {
        const left = began + timeLimit - context.elapsed();
        const posts = await coverAll({ weight, covers: setsWithin(costs, candidates[index]), limits }, left / SLICE, context);
        if (typeof posts === "string") return posts === "none" ? "fails" : "late";
        const longest = longestOf(posting, posts);
        if (longest.longest < value.longest) [best, value] = [posts, longest];
        return indexOf(longest.longest);
      },
      (least) => {
        const proved = candidates[least.bound] ?? value.longest;
        context.found(answer(proved, false));
        context.progress(proved / (value.longest || 1), `${value.longest.toFixed(0)} m found, no allocation is below ${proved.toFixed(0)} m`);
      },
    );
    return answer(candidates[bound], bound === found);
  },
});

/** Gonzalez (1985): a vehicle as near as the rules allow to the demand that is farthest from all, until there is no vehicle left. */
function farthestFirst(weight: Float64Array, { columns, values }: CostMatrix, limits: Limits): Uint32Array {
  const tally = createPostingTally(limits);
  const nearest = weight.map((w) => (w > 0 ? Infinity : 0));
  const chosen: number[] = [];
  for (;;) {
    const worst = nearest.reduce((far, d, i) => (d > nearest[far] ? i : far), 0);
    let post = -1;
    for (let j = 0; j < columns; j++) if (tally.canAdd(j) && (post < 0 || values[worst * columns + j] < values[worst * columns + post])) post = j;
    if (post < 0 || (nearest[worst] === 0 && tally.lacking() === 0)) return Uint32Array.from(chosen).sort();
    tally.add(post);
    chosen.push(post);
    for (let i = 0; i < weight.length; i++) nearest[i] = Math.min(nearest[i], values[i * columns + post]);
  }
}

/** All that the optimum can be, ascending, m: the distances of demand with weight, from the one that no allocation beats. */
function candidateDistances(weight: Float64Array, { columns, values }: CostMatrix): Float64Array {
  const rows = Array.from(weight.keys()).filter((i) => weight[i] > 0).map((i) => values.subarray(i * columns, (i + 1) * columns));
  const nearest = rows.reduce((far, row) => Math.max(far, row.reduce((least, d) => Math.min(least, d), Infinity)), 0);
  const all = new Float64Array(rows.length * columns);
  rows.forEach((row, k) => all.set(row, k * columns));
  let last = -1;
  const distinct = all.filter((d) => d >= nearest).sort().filter((d) => {
    if (last >= 0 && d <= reachOf(last)) return false;
    last = d;
    return true;
  });
  return distinct.length > 0 ? distinct : Float64Array.of(0);
}

/** For each post the demand within the radius of it. */
function setsWithin({ rows, columns, values }: CostMatrix, radius: number): SetFamily {
  const reach = reachOf(radius);
  const starts = new Uint32Array(columns + 1);
  for (let k = 0, j = 0; k < values.length; k++, j = j + 1 === columns ? 0 : j + 1) if (values[k] <= reach) starts[j + 1]++;
  for (let j = 0; j < columns; j++) starts[j + 1] += starts[j];
  const next = starts.slice(0, columns);
  const members = new Uint32Array(starts[columns]);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) if (values[i * columns + j] <= reach) members[next[j]++] = i;
  return { starts, members };
}

function longestOf(posting: Posting, posts: Uint32Array): { longest: number; farthest: number } {
  const { distances } = allocationValue(posting, sitesOf(posting.limits, posts));
  let longest = 0, farthest = -1;
  distances.forEach((d, i) => {
    if (posting.weight[i] > 0 && d >= longest) [longest, farthest] = [d, i];
  });
  return { longest, farthest };
}
