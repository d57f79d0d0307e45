// The job that says what was delivered: activity by location-day, treatment against control, and the alarm where they do not differ.

import { counts, z } from "../../schema.ts";
import { trialDaysShape, trialUnitSchema } from "../protocolSchema.ts";
import { patrolsSchema, sightingsSchema } from "./activity.ts";

export const dosageParamsSchema = z.strictObject({
  units: z.array(trialUnitSchema).min(1),
  ...trialDaysShape,
  arms: counts("1 treatment, 0 control; day × units + unit"),
  ring: z.number().nonnegative().default(75).describe("what lies this close to a unit counts as near it, m"),
  amber: z.number().positive().default(13).describe("a visit of so many minutes is a full patrol"),
  green: z.number().positive().default(15).describe("minutes"),
  level: z.number().gt(0).lt(0.5).default(0.05).describe("of the tests; intervals are at 1 - level"),
  patrols: patrolsSchema.nullable().default(null),
  pings: sightingsSchema.nullable().default(null),
  stops: sightingsSchema.nullable().default(null),
  elsewhere: z.enum(["count", "leave out"]).default("count").describe("patrols whose every position lies farther than the ring from the unit that they name"),
  gap: z.number().positive().default(5).describe("positions of one officer in one unit at most so many minutes apart are one stay"),
  shifts: z
    .array(z.strictObject({ name: z.string().min(1), from: z.int().min(0).max(23), to: z.int().min(0).max(24) }))
    .default([{ name: "Day", from: 8, to: 20 }, { name: "Night", from: 20, to: 8 }])
    .describe("hours of the day; one that ends before it starts passes midnight"),
  least: z.number().min(1).default(1.25).describe("the alarm: treatment days must have at least so many times the activity of control days"),
  weeks: z.int().min(1).max(52).default(4).describe("the alarm looks at so many last weeks, and at all so far"),
});

export type DosageParams = z.output<typeof dosageParamsSchema>;
