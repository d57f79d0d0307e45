// All trade-offs between two solutions of weighted sums, proved to be all: small problems only.

import type { JobContext } from "../../job.ts";
import { jobPart } from "../../jobPart.ts";
import { fixPosts } from "../median/fixPosts.ts";
import { createLagrangian } from "../median/lagrangian.ts";
import { createNearOrder } from "../median/nearOrder.ts";
import { solveMedian } from "../median/solveMedian.ts";
import type { FrontierBetween } from "./frontier.ts";
import { createNearestCovering } from "./nearestCovering.ts";
import type { PostedTradeOff } from "./paretoSearch.ts";
import { nondominated } from "./tradeOff.ts";
import type { TradeOffModel } from "./tradeOffModel.ts";
import { weightedProblem } from "./weightedProblem.ts";

/** Coverages closer than this count as one: above the solver's tolerance. */
const STEP = 1e-6;

/**
 * The ε-constraint method (Haimes, Lasdon and Wismer 1971): the nearest allocation that covers a little more than the one before,
 * again and again. Whatever is between the ends is nearly as good for the weighing at which the ends are equal, so that posts whose
 * use costs more there than the best known allows are left out beforehand.
 * @param low - coverage of the nearer end
 * @param known - nondominated, by rising coverage: the ends, or what is better, and good ones between them
 * @returns with those known; `exact` is false where the seconds were not enough
 */
export async function everyTradeOff(model: TradeOffModel, radius: number, low: number, known: readonly PostedTradeOff[], timeLimit: number, context: JobContext): Promise<FrontierBetween> {
  const { limits } = model.posting;
  const [nearest, covering] = [known[0], known[known.length - 1]];
  const high = covering.coverage;
  const penalty = known.length > 1 ? (covering.meanDistance - nearest.meanDistance) / (high - nearest.coverage) : 0;
  const problem = weightedProblem(model, radius, penalty);
  const { multipliers } = await solveMedian(problem, { gap: 0, timeLimit, start: nearest.posts }, { ...jobPart(context, 0, 0), progress: () => undefined });
  const lagrangian = createLagrangian(problem, Uint32Array.from(problem.weight.keys()).filter((i) => problem.weight[i] > 0), createNearOrder(problem.costs));
  const at = { perDemand: multipliers, perRow: new Float64Array(lagrangian.rows.length) };
  const bound = lagrangian.evaluate(at, new Uint8Array(limits.siteOf.length));

  const solver = createNearestCovering(model, await context.loadHighs());
  const points = [...known];
  for (let least = low + STEP; least <= high; ) {
    context.progress((least - low) / (high - low), `Every trade-off to ${(100 * least).toFixed(1)} % coverage`);
    const best = nondominated(points.filter(({ coverage }) => coverage >= least))[0];
    // A nearer allocation that covers as much is less than this.
    const target = best.meanDistance + penalty * (1 - least);
    const decided = new Uint8Array(limits.siteOf.length);
    if (bound < target) fixPosts(lagrangian, limits, decided, bound, target);
    const found = bound < target ? solver.solve(least, best, decided, () => timeLimit - context.elapsed()) : "known";
    if (found === "late") return { points: nondominated(points), exact: false };
    const next = found === "known" ? best : { posts: found, ...model.value(found) };
    points.push(next);
    least = Math.max(least, next.coverage) + STEP;
  }
  return { points: nondominated(points), exact: true };
}
