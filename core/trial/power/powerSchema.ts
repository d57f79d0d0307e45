// What the power job takes.

import { floats, z } from "../../schema.ts";
import { trialDrawShape } from "../protocolSchema.ts";
import { MOST_DAYS } from "./daysNeeded.ts";

const share = z.number().min(0).max(1);

export const powerSchema = z.strictObject({
  units: z.array(z.strictObject({ stratum: z.string().default(""), group: z.string().optional() })).min(2).describe("hotspots, in the order of the columns"),
  historyDays: z.int().min(2).describe("past days, in order"),
  count: floats("incidents; day × units + unit"),
  harm: floats("harm").nullable().default(null).describe("days of imprisonment, likewise; null: harm is not told [numbers]"),
  share: trialDrawShape.share,
  block: trialDrawShape.block,
  seed: trialDrawShape.seed.default("1"),
  hotspots: z.int().min(2).optional().describe("of the trial: those with the most incidents; default all"),
  days: z.int().min(2).max(MOST_DAYS).describe("of the trial"),
  measures: z.array(z.enum(["prevalence", "count", "harm"])).min(1).optional().describe("default: all that there are columns for"),
  expected: z.number().min(-1).max(0).default(-0.1).describe("the change that is expected: −0.09 is 9 % fewer"),
  level: z.number().gt(0).lt(0.5).default(0.05).describe("of the tests, two-sided"),
  power: z.number().gt(0.5).lt(1).default(0.8).describe("to be reached"),
  delivery: share.default(1).describe("of treatment location-days that are patrolled"),
  contamination: share.default(0).describe("of control location-days that are patrolled all the same"),
  draws: z.int().min(50).max(100_000).default(1000).describe("simulated trials"),
  curves: z.boolean().default(true).describe("smallest detectable falls over hotspots and days"),
});

/** Complete, and with as many hotspots as the trial has. */
export type AskedPower = z.output<typeof powerSchema> & { readonly hotspots: number };

/** What a caller gives. */
export type PowerRequest = z.input<typeof powerSchema>;
