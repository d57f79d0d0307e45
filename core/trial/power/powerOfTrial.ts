// The job that says what a trial could detect, from the location-days of the project's own past.

import { InputError } from "../../errors.ts";
import { defineJob } from "../../job.ts";
import { floats, z } from "../../schema.ts";
import { trialDrawShape } from "../protocolSchema.ts";
import { MOST_DAYS } from "./daysNeeded.ts";
import { measurePower } from "./measurePower.ts";
import { powerCautions } from "./powerCautions.ts";
import type { TrialPower } from "./trialPower.ts";

const share = z.number().min(0).max(1);

const params = z.strictObject({
  units: z.array(z.strictObject({ stratum: z.string().default(""), group: z.string().optional() })).min(2).describe("hotspots, in the order of the columns"),
  historyDays: z.int().min(2).describe("past days, in order"),
  count: floats("incidents; day × units + unit"),
  harm: floats("days of imprisonment, likewise").nullable().default(null),
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
export type AskedPower = z.output<typeof params> & { readonly hotspots: number };

/** @throws InputError where the columns do not fit, a measure has none, or there are not so many hotspots */
export const powerOfTrial = defineJob({
  title: "What a trial could detect: power by formula and by simulation on the past's location-days",
  params,
  run(given, context): TrialPower {
    const { units, historyDays, count, harm, block } = given;
    const cells = units.length * historyDays, hotspots = given.hotspots ?? units.length;
    for (const [name, column] of [["count", count], ["harm", harm]] as const) {
      if (column && column.length !== cells) throw new InputError(`${name} has ${column.length} values; ${units.length} hotspots on ${historyDays} days need ${cells}.`);
    }
    if (count.some((value) => value < 0 || !Number.isInteger(value))) throw new InputError("A count of incidents is below 0 or not whole. Give the number of incidents of each location-day.");
    if (hotspots > units.length) throw new InputError(`There are ${units.length} hotspots; ${hotspots} were asked for. Ask for at most ${units.length}, or make more.`);
    if (given.measures?.includes("harm") && !harm) throw new InputError("Harm was asked for, and there is no column of it. Load a harm table first.");
    if (given.contamination >= given.delivery) throw new InputError(`Of control days ${given.contamination} and of treatment days ${given.delivery} would be patrolled; then there is nothing to detect. Treatment days must have more.`);
    const measures = given.measures ?? (["prevalence", "count", ...(harm ? ["harm" as const] : [])] as const);
    // A pair is never cut in two.
    const days = block === "pair" ? given.days - (given.days % 2) : given.days;
    const asked = { ...given, hotspots, days };
    const found = measures.map((measure, m) =>
      measurePower(measure, asked, (fraction, note) => context.progress((m + fraction) / measures.length, `${note} (${measure})`)));
    const treatment = given.share * hotspots * days;
    return { hotspots, days, treatment, control: hotspots * days - treatment, historyDays, measures: found, cautions: powerCautions(asked, found) };
  },
});
