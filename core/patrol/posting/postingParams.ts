// What every allocation job takes: demand, where vehicles may stand, what kinds there are, and the rules on places.

import { counts, floats, z } from "../../schema.ts";

const kindSchema = z.strictObject({
  name: z.string().min(1).describe("e.g. car, foot, drone"),
  vehicles: z.int().positive().describe("how many of this kind"),
  radius: z.number().positive().optional().describe("covers within this distance, m; the job's radius where absent"),
  speed: z.number().positive().optional().describe("relative to a car (1 where absent): distances count divided by it"),
});

/** Spread into a job's `z.strictObject`. */
export const postingParams = {
  x: floats("demand points, usually tile centres, m east"),
  y: floats("the same, m north"),
  weight: floats("demand at each point, e.g. predicted crimes; negative counts as 0 (and is reported)"),
  vehicles: z.int().positive().describe("how many vehicles there are; with kinds, of all kinds together"),
  sites: z
    .strictObject({ x: floats("m east"), y: floats("m north") })
    .optional()
    .describe("where vehicles may stand; the demand points themselves where absent"),
  distances: floats("m from site j to demand point i at i × sites + j, e.g. along roads; straight-line distances where absent").optional(),
  forbidden: counts("sites where no vehicle may stand, by index").optional(),
  fixed: counts("sites where a vehicle must stand, by index").optional(),
  areas: z
    .strictObject({ of: counts("for each site the index of its area in `least`"), least: counts("fewest vehicles in each area") })
    .optional()
    .describe("jurisdictions and how many vehicles each must have"),
  kinds: z.array(kindSchema).min(1).max(20).optional().describe("vehicles of different kinds; all alike where absent"),
  capacity: counts("vehicles that fit at each site; 1 where absent").optional(),
};

export type PostingParams = z.output<z.ZodObject<typeof postingParams>>;
