// The job that says what a trial could detect, from the location-days of the project's own past.

import { defineJob } from "../../job.ts";
import { floats, z } from "../../schema.ts";
import { trialDrawShape } from "../protocolSchema.ts";
import type { TrialPower } from "./trialPower.ts";

const share = z.number().min(0).max(1);

export const powerParams = z.strictObject({
  units: z.array(z.strictObject({ stratum: z.string().default(""), group: z.string().optional() })).min(2).describe("hotspots, in the order of the columns"),
  historyDays: z.int().min(2).describe("past days, in order"),
  count: floats("incidents; day × units + unit"),
  harm: floats("days of imprisonment, likewise").nullable().default(null),
  share: trialDrawShape.share,
  block: trialDrawShape.block,
  seed: trialDrawShape.seed.default("1"),
  hotspots: z.int().min(2).optional().describe("of the trial: those with the most incidents; default all"),
  days: z.int().min(2).max(3660).describe("of the trial"),
  measures: z.array(z.enum(["prevalence", "count", "harm"])).min(1).optional().describe("default: all that there are columns for"),
  expected: z.number().min(-1).max(0).default(-0.1).describe("the change that is expected: −0.09 is 9 % fewer"),
  level: z.number().gt(0).lt(0.5).default(0.05).describe("of the tests, two-sided"),
  power: z.number().gt(0.5).lt(1).default(0.8).describe("to be reached"),
  delivery: share.default(1).describe("of treatment location-days that are patrolled"),
  contamination: share.default(0).describe("of control location-days that are patrolled all the same"),
  draws: z.int().min(50).max(100_000).default(1000).describe("simulated trials"),
  curves: z.boolean().default(true).describe("smallest detectable falls over hotspots and days"),
});

export const powerOfTrial = defineJob({
  title: "What a trial could detect: power by formula and by simulation on the past's location-days",
  params: powerParams,
  run: (): TrialPower => {
    throw new Error("not built yet");
  },
});
