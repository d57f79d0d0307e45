// One allocation a slot: the same rules and fleet, another predicted surface each time.

import { InputError } from "../../errors.ts";
import { defineJob, type JobContext } from "../../job.ts";
import { floats, z } from "../../schema.ts";
import { maximalCovering } from "../covering/maximalCovering.ts";
import { costMatrix } from "../median/costMatrix.ts";
import { type MedianSolution, solveMedian } from "../median/solveMedian.ts";
import { createPosting } from "../posting/createPosting.ts";
import { postingParams } from "../posting/postingParams.ts";
import { EXPLORE_OBJECTIVES } from "./exploration.ts";

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
 * (1)–(3), the p-median or (4)–(6) of Brandt et al. (2022) for each slot. The p-median begins where the slot before ended, with its
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
    gap: z.number().min(0).max(1).default(0.01).describe("each slot's mean distance is solved to within this share of the optimum"),
    timeLimit: z.number().positive().optional().describe("s for each slot; then the best found and its bound stand"),
  }),
  async run({ surfaces, objective, radius, targets: _targets, gap, timeLimit, ...ground }, context): Promise<SlotAllocations> {
    const points = ground.x.length;
    const count = surfaces.length / points;
    if (!(Number.isInteger(count) && count >= 1)) throw new InputError(`surfaces has ${surfaces.length} values; give a multiple of the ${points} demand points, one value each a slot.`);
    if (objective === "coverage" && radius === undefined) throw new InputError("Coverage needs a radius; give one in m, such as 500.");
    const weightOf = (slot: number): Float64Array => surfaces.subarray(slot * points, (slot + 1) * points);
    const solve = objective === "coverage" ? byCoverage : byDistance();
    let highs: ReturnType<JobContext["loadHighs"]> | undefined;
    const shared: JobContext = { ...context, loadHighs: () => (highs ??= context.loadHighs()) };
    const slots: SlotAllocation[] = [];
    for (let slot = 0; slot < count; slot++) {
      context.progress(slot / count, `Slot ${slot + 1} of ${count}`);
      const { chosen, kinds, objective: value, bound, proven } = await solve(weightOf(slot), contextOfSlot(shared));
      slots.push({ chosen, kinds, objective: value, bound, proven });
    }
    return { slots, negativeWeights: surfaces.reduce((sum, value) => sum + (value < 0 ? 1 : 0), 0) };

    async function byCoverage(weight: Float64Array, own: JobContext): Promise<SlotAllocation> {
      return maximalCovering.run({ ...ground, weight, radius: radius!, timeLimit }, own);
    }
    function byDistance() {
      // Distances and rules are those of every slot.
      const posting = createPosting({ ...ground, weight: new Float64Array(points) });
      const costs = costMatrix(posting);
      const { limits } = posting;
      let last: MedianSolution | undefined;
      return async (weight: Float64Array, own: JobContext): Promise<SlotAllocation> => {
        last = await solveMedian({ weight: weight.map((w) => Math.max(0, w)), costs, limits }, { gap, timeLimit, start: last?.chosen, multipliers: last?.multipliers }, own);
        const posts = last.chosen.toSorted((a, b) => limits.siteOf[a] - limits.siteOf[b] || a - b);
        return { ...last, chosen: posts.map((post) => limits.siteOf[post]), kinds: Uint8Array.from(posts, (post) => limits.kindOf[post]) };
      };
    }
  },
});

/** Each slot's time limit begins with it, and its own progress is told by none: a slot is a fraction of a second. */
function contextOfSlot(context: JobContext): JobContext {
  const began = context.elapsed();
  return { ...context, progress: () => undefined, found: () => undefined, elapsed: () => context.elapsed() - began };
}
