// The job that posts vehicles so that even the worst of the surfaces that may be true go well, with a proved bound.

import { InputError } from "../../errors.ts";
import { defineJob, type JobContext } from "../../job.ts";
import { jobPart } from "../../jobPart.ts";
import { counts, floats, z } from "../../schema.ts";
import { postSets } from "../covering/postSets.ts";
import { solveCovering } from "../covering/solveCovering.ts";
import { exchanges } from "../frontier/exchanges.ts";
import { createTradeOffModel, type TradeOffModel } from "../frontier/tradeOffModel.ts";
import { solveMedian, type MedianSolution } from "../median/solveMedian.ts";
import { createPosting } from "../posting/createPosting.ts";
import { postingParams } from "../posting/postingParams.ts";
import { createPostingTally } from "../posting/postingTally.ts";
import { postsOf, sitesOf } from "../posting/postsOf.ts";
import { drawLosses, tailLoss, worstDraws } from "./drawLosses.ts";
import { tailSize, type RobustObjective } from "./robust.ts";

export interface CautiousAllocation {
  readonly chosen: Uint32Array;
  readonly kinds: Uint8Array;
  /** For each draw the share that is not covered, or the mean distance, m. */
  readonly losses: Float64Array;
  /** The same for each of the candidates: candidate c in draw d at c × draws + d. */
  readonly candidateLosses: Float64Array;
  /** No allocation has a smaller mean of its worst losses. */
  readonly bound: number;
  readonly proven: boolean;
}

const { weight: _weight, ...rules } = postingParams;

/** Exchanges whose worst draws are looked at, of those that make the present worst ones better. */
const MOST_TRIED = 40;
/** Mixtures of draws that a bound is proved with. */
const ROUNDS = 4;

/**
 * min over allocations of the mean of the ⌈tail × draws⌉ greatest losses (conditional value at risk, Rockafellar and Uryasev 2000).
 * It is no less than any mixture of the draws in which none counts more than 1/⌈tail × draws⌉ (its dual), and each mixture is a plain
 * p-median or maximal covering with its own proved bound: mixtures are averaged from the worst draws of the allocations they lead to.
 * The best of the candidates and of these is improved by exchanges of one vehicle.
 */
export const cautiousAllocation = defineJob({
  title: "Post vehicles so that the worst of many surfaces go as well as can be",
  params: z.strictObject({
    ...rules,
    surfaces: floats("(draws × demand points), demand of point i in draw d at d × points + i; each draw counts as shares of its sum"),
    objective: z.enum(["coverage", "distance"]).describe("most demand within reach, or least mean distance"),
    radius: z.number().positive().describe("a point is covered within this distance of a vehicle, m"),
    tail: z.number().min(0).max(1).default(0.1).describe("share of the draws that are the worst ones; 1 is the mean of all"),
    gap: z.number().min(0).max(1).default(0.005).describe("each mixture is solved to within this share of its optimum"),
    timeLimit: z.number().positive().optional().describe("s for each mixture"),
    candidates: z.array(z.strictObject({ chosen: counts("sites"), kinds: counts("their kinds") })).min(1).describe("allocations to begin from"),
  }),
  async run({ surfaces, objective, radius, tail, gap, timeLimit, candidates, ...ground }, context): Promise<CautiousAllocation> {
    const draws = shares(surfaces, ground.x.length);
    const worst = tailSize(draws.length, tail);
    const model = createTradeOffModel(createPosting({ ...ground, weight: draws[0] }, radius), radius);
    const { limits } = model.posting;
    const lossesOf = (posts: ArrayLike<number>): Float64Array => drawLosses(model, posts, draws, objective);
    const improve = (posts: Uint32Array): Uint32Array => improveTail(model, posts, draws, worst, objective);
    const starts = candidates.map(({ chosen, kinds }) => postsOf(limits, { chosen, kinds: Uint8Array.from(kinds) }));
    const known = starts.map(lossesOf);
    const tailOf = (posts: Uint32Array): number => tailLoss(lossesOf(posts), worst);
    context.progress(0, "Exchanging vehicles");
    let best = improve(starts.reduce((a, b) => (tailOf(b) < tailOf(a) ? b : a)));
    let bound = 0;

    const solve = mixtureSolver(model, objective, radius, gap, timeLimit);
    let indicated = draws.map(() => 0);
    let latest = best;
    for (let round = 0; round < ROUNDS && !isProven(tailOf(best), bound); round++) {
      const part = jobPart(context, (round + 0.2) / (ROUNDS + 0.2), (round + 1.2) / (ROUNDS + 0.2));
      const losses = worstDraws(lossesOf(latest), worst);
      indicated = indicated.map((sum, d) => sum + (losses.includes(d) ? 1 / worst : 0));
      const mixture = draws[0].map((_, i) => draws.reduce((sum, draw, d) => sum + (indicated[d] / (round + 1)) * draw[i], 0));
      const solved = await solve(mixture, latest, part);
      bound = Math.max(bound, solved.bound);
      latest = improve(solved.posts);
      if (tailOf(latest) < tailOf(best)) best = latest;
    }
    const candidateLosses = new Float64Array(known.length * draws.length);
    known.forEach((losses, c) => candidateLosses.set(losses, c * draws.length));
    return { ...sitesOf(limits, best), losses: lossesOf(best), candidateLosses, bound: Math.min(bound, tailOf(best)), proven: isProven(tailOf(best), bound) };
  },
});

const isProven = (value: number, bound: number): boolean => value - bound <= 1e-9 * Math.max(1, value);

/** @throws InputError for values that are no whole number of draws, and for a draw without demand */
function shares(surfaces: Float64Array, points: number): Float64Array[] {
  const count = surfaces.length / points;
  if (!(Number.isInteger(count) && count >= 1)) throw new InputError(`surfaces has ${surfaces.length} values; give a multiple of the ${points} demand points, one value each a draw.`);
  return Array.from({ length: count }, (_, d) => {
    const draw = surfaces.slice(d * points, (d + 1) * points).map((w) => Math.max(0, w));
    const sum = draw.reduce((a, b) => a + b, 0);
    if (!(sum > 0)) throw new InputError(`Draw ${d + 1} has no demand anywhere; leave it out.`);
    return draw.map((w) => w / sum);
  });
}

/** Exchanges of one vehicle that make the mean of the worst losses less, until none does. */
function improveTail(model: TradeOffModel, from: Uint32Array, draws: readonly Float64Array[], worst: number, objective: RobustObjective): Uint32Array {
  const { posting } = model;
  let posts = from;
  for (;;) {
    const losses = drawLosses(model, posts, draws, objective);
    const value = tailLoss(losses, worst);
    const those = worstDraws(losses, worst);
    // What is no better where it is worst now cannot be better on the worst draws.
    const weight = draws[0].map((_, i) => those.reduce((sum, d) => sum + draws[d][i] / worst, 0));
    const tally = createPostingTally(posting.limits);
    for (const post of posts) tally.add(post);
    const moves: { readonly k: number; readonly into: number; readonly loss: number }[] = [];
    exchanges({ ...model, posting: { ...posting, weight, totalWeight: 1 } }, posts, (k, into, coverage, meanDistance) => {
      const loss = objective === "coverage" ? 1 - coverage : meanDistance;
      if (loss < value * (1 - 1e-9) && (k < 0 ? tally.canAdd(into) : tally.canSwap(posts[k], into))) moves.push({ k, into, loss });
    });
    const tried = moves
      .toSorted((a, b) => a.loss - b.loss)
      .slice(0, MOST_TRIED)
      .map(({ k, into }) => {
        const next = Uint32Array.from([...posts.filter((_, at) => at !== k), into]).sort();
        return { next, loss: tailLoss(drawLosses(model, next, draws, objective), worst) };
      });
    const better = tried.reduce<(typeof tried)[number] | null>((a, b) => (a && a.loss <= b.loss ? a : b), null);
    if (!better || better.loss >= value * (1 - 1e-9)) return posts;
    posts = better.next;
  }
}

/** One surface by itself: posts, and a loss that none is below. */
function mixtureSolver(model: TradeOffModel, objective: RobustObjective, radius: number, gap: number, timeLimit: number | undefined) {
  const { costs, posting } = model;
  const { limits, kinds } = posting;
  const covers = objective === "coverage" ? postSets(posting, (kind) => kinds[kind].radius ?? radius) : null;
  let last: MedianSolution | undefined;
  return async (weight: Float64Array, start: Uint32Array, context: JobContext): Promise<{ readonly posts: Uint32Array; readonly bound: number }> => {
    if (covers) {
      const { chosen, bound } = await solveCovering({ weight, covers, limits }, { gap, timeLimit, start }, context);
      return { posts: chosen, bound: 1 - bound };
    }
    last = await solveMedian({ weight, costs, limits }, { gap, timeLimit, start, multipliers: last?.multipliers }, context);
    return { posts: last.chosen, bound: last.bound };
  };
}
