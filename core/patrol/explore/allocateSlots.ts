// One allocation a slot: the same rules and fleet, another predicted surface each time.

import { InputError } from "../../errors.ts";
import { defineJob, type JobContext } from "../../job.ts";
import { jobPart } from "../../jobPart.ts";
import { floats, z } from "../../schema.ts";
import { postSets } from "../covering/postSets.ts";
import { solveCovering } from "../covering/solveCovering.ts";
import { exactSum } from "../exactSum.ts";
import { costMatrix } from "../median/costMatrix.ts";
import { type MedianSolution, solveMedian } from "../median/solveMedian.ts";
import { createPosting, type Posting } from "../posting/createPosting.ts";
import { postingParams } from "../posting/postingParams.ts";
import { sitesOf } from "../posting/postsOf.ts";
import { USUAL_TARGETS } from "../prepareAllocation.ts";
import { greatestDistance } from "../targets/greatestDistance.ts";
import { checkTargets, missedTargets, usualTargetWeights } from "../targets/targetWeights.ts";
import { EXPLORE_OBJECTIVES, type ExploreObjective } from "./exploration.ts";

export interface SlotAllocation {
  /** Indices of the sites with a vehicle, ascending. */
  readonly chosen: Uint32Array;
  /** For each of them the index of its kind. */
  readonly kinds: Uint8Array;
  /** In the unit of the objective's own job. */
  readonly objective: number;
  readonly bound: number;
  readonly proven: boolean;
}

export interface SlotAllocations {
  readonly slots: readonly SlotAllocation[];
  /** Predictions below 0, which count as 0. */
  readonly negativeWeights: number;
}

const { weight: _weight, ...rules } = postingParams;

/**
 * (1)–(3), the p-median or (4)–(6) of Brandt et al. (2022) for each slot. Each begins where the slot before ended, with its
 * vehicles and its multipliers: slots are alike, so that most of the way is done.
 */
export const allocateSlots = defineJob({
  title: "Post vehicles for each of many slots, from a predicted surface each",
  params: z.strictObject({
    ...rules,
    surfaces: floats("(slots × demand points), predicted demand of point i in slot t at t × points + i; negative counts as 0 (and is reported)"),
    objective: z.enum(EXPLORE_OBJECTIVES).describe("most demand within reach, least mean distance, or distance targets"),
    radius: z.number().positive().optional().describe("a point is covered within this distance of a vehicle, m; for coverage"),
    targets: floats("m, rising; for targets, the paper's where absent").optional(),
    gap: z.number().min(0).max(1).default(0.01).describe("each slot is solved to within this share of the optimum"),
    timeLimit: z.number().positive().optional().describe("s for each slot; then the best found and its bound stand"),
  }),
  async run({ surfaces, objective, radius, targets = Float64Array.from(USUAL_TARGETS), gap, timeLimit, ...ground }, context): Promise<SlotAllocations> {
    const points = ground.x.length;
    const count = surfaces.length / points;
    if (!(Number.isInteger(count) && count >= 1)) throw new InputError(`surfaces has ${surfaces.length} values; give a multiple of the ${points} demand points, one value each a slot.`);
    // Places, distances and rules are those of every slot.
    const posting = createPosting({ ...ground, weight: new Float64Array(points) }, radius);
    const solve = solver(posting, objective, { targets, gap, timeLimit });
    const slots: SlotAllocation[] = [];
    for (let slot = 0; slot < count; slot++) {
      context.progress(slot / count, `Slot ${slot + 1} of ${count}`);
      const weight = surfaces.slice(slot * points, (slot + 1) * points).map((value) => Math.max(0, value));
      const { chosen, objective: value, bound, proven } = await solve(weight, { ...jobPart(context, 0, 1), progress: () => undefined });
      slots.push({ ...sitesOf(posting.limits, chosen), objective: value, bound, proven });
    }
    return { slots, negativeWeights: surfaces.reduce((sum, value) => sum + (value < 0 ? 1 : 0), 0) };
  },
});

/** In posts. */
type Solved = Pick<MedianSolution, "chosen" | "objective" | "bound" | "proven">;
type Solve = (weight: Float64Array, context: JobContext) => Promise<Solved>;

interface Settings {
  readonly targets: Float64Array;
  readonly gap: number;
  readonly timeLimit: number | undefined;
}

function solver(posting: Posting, objective: ExploreObjective, { targets, gap, timeLimit }: Settings): Solve {
  const { limits, kinds } = posting;
  if (objective === "coverage") {
    const covers = postSets(posting, (kind) => {
      const own = kinds[kind].radius;
      if (own === undefined) throw new InputError("Coverage needs a radius; give one in m, such as 500.");
      return own;
    });
    let start: Uint32Array = new Uint32Array();
    return async (weight, context) => {
      const { covered, ...solved } = await solveCovering({ weight, covers, limits }, { gap, timeLimit, start }, context);
      start = solved.chosen;
      return { ...solved, objective: covered };
    };
  }
  checkTargets(targets, undefined);
  const missed = objective === "targets" ? missedTargets(targets, usualTargetWeights(targets, greatestDistance(posting))) : undefined;
  const costs = costMatrix(posting, missed);
  let last: MedianSolution | undefined;
  return async (weight, context) => {
    last = await solveMedian({ weight, costs, limits }, { gap, timeLimit, start: last?.chosen, multipliers: last?.multipliers }, context);
    if (!missed) return last;
    // As distanceTargets tells it: what is reached instead of what is missed.
    const most = exactSum(weight) * missed(Infinity);
    return { ...last, objective: most - last.objective, bound: most - last.bound };
  };
}
