// Job: two proportions of location-days from their counts.

import { defineJob } from "../../job.ts";
import { z } from "../../schema.ts";
import { compareProportions } from "./compareProportions.ts";
import { levelSchema } from "./levelSchema.ts";

const yes = (arm: string) => z.int().nonnegative().describe(`${arm} location-days with at least one crime`);
const n = (arm: string) => z.int().positive().describe(`all ${arm} location-days`);

export const twoByTwo = defineJob({
  title: "Two proportions: chi-squared, Fisher, odds ratio, risk ratio and difference, effect sizes",
  params: z
    .strictObject({ treatmentYes: yes("treatment"), treatmentN: n("treatment"), controlYes: yes("control"), controlN: n("control"), level: levelSchema })
    .refine((counts) => counts.treatmentYes <= counts.treatmentN, { path: ["treatmentYes"], error: "must be at most treatmentN" })
    .refine((counts) => counts.controlYes <= counts.controlN, { path: ["controlYes"], error: "must be at most controlN" }),
  run: ({ level, ...counts }) => compareProportions(counts, level),
});
