// The job that allocates every fleet from one vehicle to n: what each is worth, and what one more vehicle adds.

import { InputError } from "../../errors.ts";
import { defineJob, type JobContext } from "../../job.ts";
import { jobPart } from "../../jobPart.ts";
import { z } from "../../schema.ts";
import { maximalCovering } from "../covering/maximalCovering.ts";
import { costMatrix } from "../median/costMatrix.ts";
import { solveMedian, type MedianSolution } from "../median/solveMedian.ts";
import type { Allocation } from "../posting/allocation.ts";
import { createPosting, type Posting } from "../posting/createPosting.ts";
import { fewestVehicles } from "../posting/fewestVehicles.ts";
import { postingParams, type PostingParams } from "../posting/postingParams.ts";
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
    gap: z.number().min(0).max(1).default(0.005).describe("each mean distance is solved to within this share of the optimum"),
    timeLimit: z.number().positive().optional().describe("s for each fleet; then the best found and its bound stand"),
  }),
  async run({ objective, radius, gap, timeLimit, ...params }, context): Promise<FleetSizes> {
    const whole = createPosting(params, radius);
    const { totalWeight, negativeWeights } = whole;
    const others = params.kinds ? params.vehicles - params.kinds[0].vehicles : 0;
    const smallest = Math.max(others + 1, fewestVehicles(whole.limits));
    const solve = objective === "coverage" ? byCoverage(params, radius, timeLimit, totalWeight) : byDistance(whole, gap, timeLimit);
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

type Solve = (vehicles: number, ofFirstKind: number, context: JobContext) => Promise<FoundSize>;

function byCoverage(params: PostingParams, radius: number | undefined, timeLimit: number | undefined, totalWeight: number): Solve {
  if (radius === undefined) throw new InputError("Coverage needs a radius; give one in m, such as 500.");
  const total = totalWeight > 0 ? totalWeight : 1;
  return async (vehicles, ofFirstKind, context) => {
    const kinds = params.kinds?.map((kind, k) => (k === 0 ? { ...kind, vehicles: ofFirstKind } : kind));
    const found: Allocation = await maximalCovering.run({ ...params, vehicles, kinds, radius, timeLimit }, context);
    return { ...found, vehicles, value: found.objective / total, bound: found.bound / total };
  };
}

function byDistance({ weight, totalWeight, limits, ...posting }: Posting, gap: number, timeLimit: number | undefined): Solve {
  const total = totalWeight > 0 ? totalWeight : 1;
  const costs = costMatrix({ weight, totalWeight, limits, ...posting });
  let last: MedianSolution | undefined;
  return async (vehicles, ofFirstKind, context) => {
    const own = { ...limits, vehicles: limits.vehicles.map((most, kind) => (kind === 0 ? ofFirstKind : most)) };
    last = await solveMedian({ weight, costs, limits: own }, { gap, timeLimit, start: last?.chosen, multipliers: last?.multipliers }, context);
    return { ...sitesOf(limits, last.chosen), vehicles, value: last.objective / total, bound: last.bound / total, proven: last.proven };
  };
}
