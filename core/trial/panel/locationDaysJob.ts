// The job that counts incidents by unit and trial day.

import { defineJob } from "../../job.ts";
import { counts, floats, z } from "../../schema.ts";
import { trialDaysShape, trialUnitSchema } from "../protocolSchema.ts";
import { locationDays as countLocationDays, type LocationDays } from "./locationDays.ts";

export const locationDays = defineJob({
  title: "Count incidents by trial unit and trial day, with harm, hours and rings",
  params: z.strictObject({
    ...trialDaysShape,
    units: z.array(trialUnitSchema).min(1).readonly(),
    x: floats("incidents, east, m"),
    y: floats("incidents, north, m"),
    start: floats("ms of local civil time read as UTC"),
    precision: z.enum(["minute", "hour", "day", "month", "none"]).describe("of the times"),
    outcomes: z.array(z.strictObject({ name: z.string().min(1), rows: counts("indices of its incidents") })).min(1).readonly(),
    weight: floats("harm of each incident, days").optional(),
    ring: z.number().positive().optional().describe("width of the ring about each unit, m"),
  }),
  run: (params, context): LocationDays => countLocationDays(params, (fraction) => context.progress(fraction, "Counting location-days")),
});
