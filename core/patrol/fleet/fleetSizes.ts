// The job that allocates every fleet from one vehicle to n: what each is worth, and what one more vehicle adds.

import { InputError } from "../../errors.ts";
import { defineJob, type JobContext } from "../../job.ts";
import { jobPart } from "../../jobPart.ts";
import { z } from "../../schema.ts";
import { postSets } from "../covering/postSets.ts";
import { solveCovering, type SolvedCovering } from "../covering/solveCovering.ts";
import { costMatrix } from "../median/costMatrix.ts";
import { solveMedian, type MedianSolution } from "../median/solveMedian.ts";
import { createPosting, type Posting } from "../posting/createPosting.ts";
import { fewestVehicles } from "../posting/fewestVehicles.ts";
import type { Limits } from "../posting/limits.ts";
import { postingParams } from "../posting/postingParams.ts";
import { sitesOf } from "../posting/postsOf.ts";
import { settleSizes, type FleetSize, type FoundSize } from "./settleSizes.ts";

export const FLEET_OBJECTIVES = ["coverage", "distance"] as const;
export type FleetObjective = (typeof FLEET_OBJECTIVES)[number];

export interface FleetSizes {
  readonly objective: FleetObjective;
  /** From the smallest fleet that the rules allow to the largest that was asked for. */
  readonly sizes: readonly FleetSize[];
  readonly totalWeight: number;
  readonly negativeWeights: number;
}

/**
 * Every fleet is a maximal covering or a p-median of its own, begun from the one before. An allocation of a smaller fleet is one of
 * a larger as well, so that objectives and bounds never get worse as the fleet grows.
 */
export const fleetSizes = defineJob({
  title: "Coverage or mean distance of every fleet from one vehicle to n, and what the next vehicle adds",
  params: z.strictObject({
    ...postingParams,
    vehicles: z.int().positive().describe("the largest fleet; with kinds, their sum: the first kind's number grows, the others stay"),
    objective: z.enum(FLEET_OBJECTIVES).describe("most demand within reach, or least mean distance"),
    radius: z.number().positive().optional().describe("a point is covered within this distance of a vehicle, m; for coverage"),
    gap: z.number().min(0).max(1).default(0.005).describe("each fleet is solved to within this share of its optimum"),
    timeLimit: z.number().positive().optional().describe("s for each fleet; then the best found and its bound stand"),
  }),
  async run({ objective, radius, gap, timeLimit, ...params }, context): Promise<FleetSizes> {
    const whole = createPosting(params, radius);
    const { totalWeight, negativeWeights } = whole;
    const others = params.kinds ? params.vehicles - params.kinds[0].vehicles : 0;
    const smallest = Math.max(others + 1, fewestVehicles(whole.limits));
    const solve = objective === "coverage" ? byCoverage(whole, gap, timeLimit, radius) : byDistance(whole, gap, timeLimit);
    const found: FoundSize[] = [];
    const answer = (): FleetSizes => ({ objective, sizes: settleSizes(found, objective), totalWeight, negativeWeights });
    for (let vehicles = smallest; vehicles <= params.vehicles; vehicles++) {
      const from = (vehicles - smallest) / (params.vehicles - smallest + 1), to = (vehicles + 1 - smallest) / (params.vehicles - smallest + 1);
      context.progress(from, `${vehicles} of ${params.vehicles} vehicles`);
      const { chosen, kinds, value, bound, proven } = await solve(vehicles, vehicles - others, { ...jobPart(context, from, to), progress: () => undefined });
      found.push({ vehicles, chosen, kinds, value, bound, proven });
      context.found(answer());
    }
    return answer();
  },
});

/** @param ofFirstKind - its number in a fleet of so many vehicles */
type Solve = (vehicles: number, ofFirstKind: number, context: JobContext) => Promise<FoundSize>;

const withFirstKind = (limits: Limits, ofFirstKind: number): Limits => ({ ...limits, vehicles: limits.vehicles.map((most, kind) => (kind === 0 ? ofFirstKind : most)) });

function byCoverage(posting: Posting, gap: number, timeLimit: number | undefined, radius: number | undefined): Solve {
  if (radius === undefined) throw new InputError("Coverage needs a radius; give one in m, such as 500.");
  const { weight, limits, kinds } = posting;
  const total = posting.totalWeight > 0 ? posting.totalWeight : 1;
  const covers = postSets(posting, (kind) => kinds[kind].radius ?? radius);
  let last: SolvedCovering | undefined;
  return async (vehicles, ofFirstKind, context) => {
    last = await solveCovering({ weight, covers, limits: withFirstKind(limits, ofFirstKind) }, { gap, timeLimit, start: last?.chosen }, context);
    return { ...sitesOf(limits, last.chosen), vehicles, value: last.covered / total, bound: last.bound / total, proven: last.proven };
  };
}

function byDistance(posting: Posting, gap: number, timeLimit: number | undefined): Solve {
  const { weight, limits } = posting;
  const total = posting.totalWeight > 0 ? posting.totalWeight : 1;
  const costs = costMatrix(posting);
  let last: MedianSolution | undefined;
  return async (vehicles, ofFirstKind, context) => {
    last = await solveMedian({ weight, costs, limits: withFirstKind(limits, ofFirstKind) }, { gap, timeLimit, start: last?.chosen, multipliers: last?.multipliers }, context);
    return { ...sitesOf(limits, last.chosen), vehicles, value: last.objective / total, bound: last.bound / total, proven: last.proven };
  };
}
