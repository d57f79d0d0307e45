// What a table of location-days must look like where a job takes one.

import { floats, z } from "../../schema.ts";
import { trialDaysShape } from "../protocolSchema.ts";
import type { LocationDays } from "./locationDays.ts";

const hourly = z.union([
  z.custom<Uint16Array>((value) => value instanceof Uint16Array, "must be whole numbers"),
  z.array(z.int().min(0).max(65_535)).transform((values): Uint16Array => Uint16Array.from(values)),
]);

export const locationDaysSchema = z
  .strictObject({
    ...trialDaysShape,
    units: z.array(z.strictObject({ id: z.string().min(1), name: z.string(), stratum: z.string(), group: z.string().optional(), baseline: z.number().optional() })).min(1).readonly(),
    hours: floats("hours in each trial day"),
    outcomes: z
      .array(z.strictObject({
        name: z.string().min(1),
        count: floats("incidents; day × units + unit"),
        harm: floats("days of imprisonment").nullable(),
        byHour: hourly.nullable().describe("incidents by hour of the clock: (day × units + unit) × 24 + hour"),
        ring: floats("incidents in the ring about each unit").nullable(),
      }))
      .min(1)
      .readonly(),
    ringWidth: z.number().positive().nullable(),
    incidents: z.strictObject({
      total: z.int(), inUnits: z.int(), inSeveralUnits: z.int(), inRings: z.int(), inSeveralRings: z.int(), elsewhere: z.int(),
    }),
  })
  .describe("as the job locationDays answers") satisfies z.ZodType<LocationDays>;
