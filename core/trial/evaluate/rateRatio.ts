// Job: two rates from their events and exposures.

import { defineJob } from "../../job.ts";
import { z } from "../../schema.ts";
import { compareRates } from "./compareRates.ts";
import { levelSchema } from "./levelSchema.ts";

const events = (arm: string) => z.int().nonnegative().max(10_000_000).describe(`events in the ${arm} arm`);
const exposure = (arm: string) => z.number().positive().describe(`location-days, or any exposure, of the ${arm} arm`);

export const rateRatio = defineJob({
  title: "Two rates: ratio with exact interval, E-test, conditional and score tests",
  params: z.strictObject({
    treatmentEvents: events("treatment"),
    treatmentExposure: exposure("treatment"),
    controlEvents: events("control"),
    controlExposure: exposure("control"),
    level: levelSchema,
  }),
  run: ({ level, ...rates }) => compareRates(rates, level),
});
