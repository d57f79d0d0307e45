// Job: two means from values, from their summaries, or from a published t.

import { InputError } from "../../errors.ts";
import { defineJob } from "../../job.ts";
import { floats, z } from "../../schema.ts";
import { compareMeans, meanSummary, type MeansComparison, type MeanSummary } from "./compareMeans.ts";
import { levelSchema } from "./levelSchema.ts";
import { meansFromT, type MeansFromT } from "./meansFromT.ts";

const size = z.int().min(2);
const summary = z.strictObject({ n: size, mean: z.number(), sd: z.number().nonnegative() });
const published = z.strictObject({ n: size, mean: z.number() });
const values = (arm: string) => floats(`a value for each ${arm} location-day`).refine((column) => column.length >= 2, { error: "must have 2 values or more" });

export const twoMeans = defineJob({
  title: "Two means: Student's and Welch's t-tests, effect sizes; from values, summaries {n, mean, sd}, or {n, mean} and a published t",
  params: z.union([
    z.strictObject({ treatment: values("treatment"), control: values("control"), level: levelSchema }),
    z.strictObject({ treatment: summary, control: summary, level: levelSchema }),
    z.strictObject({ treatment: published, control: published, t: z.number(), level: levelSchema }),
  ]),
  run({ level, ...arms }): MeansComparison | MeansFromT {
    if ("t" in arms) return meansFromT(arms, level);
    const comparison = compareMeans(summaryOf(arms.treatment), summaryOf(arms.control), level);
    if (!comparison) throw new InputError("Neither arm varies: every value is the same, and no t-test is defined. Give values that differ within an arm.");
    return comparison;
  },
});

const summaryOf = (arm: Float64Array | z.output<typeof summary>): MeanSummary =>
  arm instanceof Float64Array ? meanSummary(arm) : { n: arm.n, mean: arm.mean, variance: arm.sd ** 2 };
