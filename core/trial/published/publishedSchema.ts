// What a published table says of a trial, row by row, as it is written down from a paper.

import { z } from "../../schema.ts";

const printed = z.union([z.number(), z.string()]);

const armSchema = z.strictObject({
  n: z.int().min(2).describe("location-days"),
  yes: z.int().nonnegative().optional().describe("of these with at least one crime"),
  percent: printed.optional().describe("prevalence as printed, %"),
  total: z.number().nonnegative().optional().describe("incidents, days of harm, patrols"),
  mean: printed.optional().describe("per location-day, as printed"),
  sd: z.number().positive().optional().describe("standard deviation, where it is printed"),
});

export const publishedRowSchema = z.strictObject({
  table: z.string().default(""),
  outcome: z.string(),
  measure: z.enum(["prevalence", "count", "harm", "dosage"]),
  treatment: armSchema,
  control: armSchema,
  printed: z
    .strictObject({
      statistic: printed.optional().describe("chi-squared or t"),
      p: printed.optional(),
      effect: printed.optional(),
      change: printed.optional().describe("treatment / control − 1, %"),
    })
    .default({}),
  notes: z
    .strictObject({ statistic: z.string().optional(), p: z.string().optional(), effect: z.string().optional(), change: z.string().optional(), arms: z.string().optional() })
    .default({})
    .describe("what is to be said of a cell"),
});

export const publishedTablesSchema = z.strictObject({ title: z.string().default("Published tables"), rows: z.array(publishedRowSchema).min(1).max(10_000) });

export type PublishedRow = z.output<typeof publishedRowSchema>;
export type PublishedArm = PublishedRow["treatment"];
/** As it is written by hand, numbers as text where their last digits are zeros. */
export type PublishedTablesInput = z.input<typeof publishedTablesSchema>;
