// What a stored or given Filter must look like.

import { polygonSchema, z } from "../schema.ts";

const periodSchema = z.strictObject({ from: z.number(), to: z.number() }).describe("ms of local civil time read as UTC");

export const filterSchema = z.strictObject({
  withoutOffences: z.array(z.int().nonnegative()).readonly(),
  periods: z.array(periodSchema).readonly(),
  excludedPeriods: z.array(periodSchema).readonly(),
  months: z.array(z.int().min(0).max(11)).readonly().describe("0 = January"),
  weekdays: z.array(z.int().min(0).max(6)).readonly().describe("0 = Monday"),
  hours: z
    .strictObject({ from: z.int().min(0).max(1440), to: z.int().min(0).max(1440) })
    .nullable()
    .describe("minutes of the day; wraps midnight where from > to"),
  domestic: z.enum(["all", "only", "without"]),
  area: z.array(polygonSchema).readonly(),
});
