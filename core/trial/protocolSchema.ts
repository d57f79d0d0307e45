// What a stored trial protocol must look like.

import { shapeSchema, z } from "../schema.ts";
import type { TrialProtocol } from "./protocol.ts";

const DAY = 86_400_000;

export const trialUnitSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  stratum: z.string().default(""),
  group: z.string().optional(),
  shapes: z.array(shapeSchema).readonly(),
  hours: z.array(z.int().min(0).max(23)).readonly().optional(),
  team: z.string().optional(),
  baseline: z.number().nonnegative().optional(),
});

export const trialOutcomeSchema = z.strictObject({
  name: z.string().min(1),
  offences: z.array(z.string()).describe("names or categories, as the incidents call them; empty: every offence"),
  domestic: z.enum(["all", "only", "without"]).default("all"),
});

export const trialDaysShape = {
  first: z.int().multipleOf(DAY, { error: "must be a midnight" }).describe("the first date: midnight of local civil time read as UTC, ms"),
  days: z.int().positive().max(3660),
  startHour: z.int().min(0).max(23).default(6).describe("a trial day runs from this hour of its date to the same hour of the next"),
  clocks: z.enum(["none", "europe", "north-america"]).default("none").describe("the rule that moves the clocks: days of 23 and 25 hours"),
};

export const trialDrawShape = {
  share: z.number().gt(0).lt(1).default(0.5).describe("of a block's units on treatment"),
  block: z.enum(["day", "pair"]).default("day"),
  redraw: z
    .strictObject({ attempts: z.int().min(1).max(10_000), most: z.number().positive() })
    .nullable()
    .default(null)
    .describe("draw again until the imbalance is at most `most`"),
  seed: z.string().min(1),
};

export const protocolSchema = z.strictObject({
  title: z.string(),
  units: z.array(trialUnitSchema),
  ...trialDaysShape,
  ...trialDrawShape,
  outcomes: z.array(trialOutcomeSchema).min(1),
  primary: z.enum(["prevalence", "count", "harm"]),
  subgroups: z.array(z.strictObject({ name: z.string().min(1), units: z.array(z.string()) })),
  ring: z.number().positive(),
  amber: z.number().positive(),
  green: z.number().positive(),
  expected: z.number().min(-1).max(1),
  level: z.number().gt(0).lt(0.5),
}) satisfies z.ZodType<TrialProtocol>;
