// The job that draws a trial's schedule: units, days, share and seed in; arms with their hash and balance out.

import { defineJob } from "../../job.ts";
import { z } from "../../schema.ts";
import { armsSchema } from "../armsSchema.ts";
import { trialDrawShape } from "../protocolSchema.ts";
import { balanceOf } from "./balanceOf.ts";
import { drawSchedule } from "./drawSchedule.ts";
import { armName, scheduleHash } from "./scheduleCsv.ts";

const numbered = (days: number): string[] => Array.from({ length: days }, (_, i) => `${i + 1}`);

export const randomiseSchedule = defineJob({
  title: "Draw the schedule of a trial: treatment and control by day and stratum, seeded, with its hash and balance",
  params: z.strictObject({
    units: z.array(z.strictObject({
      id: z.string().min(1),
      stratum: z.string().default("").describe("blocked on beside the day"),
      group: z.string().optional().describe("units of one group always have the same arm"),
      baseline: z.number().optional().describe("such as incidents a day before the trial: the arms are compared by it"),
    })).min(2),
    days: z.union([
      z.int().positive().max(3660).transform(numbered),
      z.array(z.string().regex(/^\d{4}-\d\d-\d\d$/, "must be dates such as 2024-04-01")).min(1).max(3660)
        .refine((days) => new Set(days).size === days.length, { error: "no date may stand twice" }),
    ]).describe("how many, or their dates"),
    ...trialDrawShape,
    seed: z.union([z.string().min(1), z.int().transform(String)]),
    kept: armsSchema.optional().describe("arms of days at the start that are not drawn again: 1 treatment, 0 control; day × units + unit"),
  }),
  run({ units, days, kept, ...draw }, { progress }) {
    const { arms, attempt } = drawSchedule({ units, days, ...draw, ...(kept && { kept }) }, (tried) => progress(tried / (draw.redraw?.attempts ?? 1), `draw ${tried}`));
    return {
      schedule: days.flatMap((day, d) => units.map(({ id, stratum }, u) => ({ day, id, stratum, arm: armName(arms[d * units.length + u]) }))),
      arms,
      /** SHA-256 of the schedule's CSV. */
      hash: scheduleHash({ units, days, arms }),
      balance: balanceOf(units, days, draw.share, arms),
      attempt,
    };
  },
});
