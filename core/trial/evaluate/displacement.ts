// Job: displacement and diffusion from counts before and after, or of control and treatment days.

import { defineJob } from "../../job.ts";
import { z } from "../../schema.ts";
import { displacementDifference, displacementQuotient, NO_WEIGHTS, type DisplacementDifference, type DisplacementQuotient } from "./weightedDisplacement.ts";
import { levelSchema } from "./levelSchema.ts";

const periods = (what: string) => z.strictObject({ before: z.number().nonnegative(), after: z.number().nonnegative() }).describe(`crimes in ${what}`);
const divisor = z.number().positive();

const counts = {
  target: periods("the target"),
  control: periods("the control").optional(),
  ring: periods("the ring about the target").optional(),
  controlRing: periods("the ring about the control").optional(),
};
const shared = {
  timeWeights: z.strictObject({ before: divisor, after: divisor }).default(NO_WEIGHTS.time).describe("lengths of the periods"),
  areaWeights: z.strictObject({ target: divisor, control: divisor, ring: divisor, controlRing: divisor }).default(NO_WEIGHTS.area).describe("sizes of the areas"),
  level: levelSchema,
};

export interface Displacement extends DisplacementDifference {
  /** Of the weighted counts of all kinds together; without a control, of the weighted counts themselves. */
  readonly quotient: DisplacementQuotient;
}

export const displacement = defineJob({
  title: "Displacement: weighted displacement quotient and difference; of one kind of crime, or of `kinds` with harm weights",
  params: z.union([
    z.strictObject({ ...counts, ...shared }),
    z.strictObject({ kinds: z.array(z.strictObject({ weight: z.number().positive(), ...counts })).min(1), ...shared }),
  ]),
  run({ timeWeights: time, areaWeights: area, level, ...given }): Displacement {
    const kinds = "kinds" in given ? given.kinds : [{ ...given, weight: 1 }];
    const sum = (part: "target" | "control" | "ring", period: "before" | "after"): number =>
      kinds.reduce((total, kind) => total + kind.weight * (kind[part]?.[period] ?? 0), 0) / (time[period] * area[part]);
    const summed = (part: "target" | "control" | "ring") => ({ before: sum(part, "before"), after: sum(part, "after") });
    const has = (part: "control" | "ring"): boolean => kinds.some((kind) => kind[part]);
    return {
      ...displacementDifference(kinds, level, { time, area }),
      quotient: displacementQuotient({ target: summed("target"), control: has("control") ? summed("control") : undefined, ring: has("ring") ? summed("ring") : undefined }),
    };
  },
});
