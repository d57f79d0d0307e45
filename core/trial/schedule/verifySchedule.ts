// The job that verifies a schedule's file against its registration.

import { defineJob } from "../../job.ts";
import { z } from "../../schema.ts";
import { armsSchema } from "../armsSchema.ts";
import { checkSchedule } from "./checkSchedule.ts";

export const verifySchedule = defineJob({
  title: "Verify a trial's schedule against its registration: hash, draw, every cell",
  params: z.strictObject({
    schedule: z.string().describe("text of its CSV"),
    file: z.string().default("the schedule").describe("its name, for messages"),
    registration: z.string().describe("text of the registration"),
    arms: armsSchema.optional().describe("as they were sealed, where they are at hand: 1 treatment, 0 control; day × units + unit"),
  }),
  run: ({ schedule, file, registration, arms }, { progress }) =>
    checkSchedule(schedule, file, registration, arms ?? null, (attempt, of) => progress(attempt / of, `draw ${attempt}`)),
});
