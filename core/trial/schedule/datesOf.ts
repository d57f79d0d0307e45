// The dates of a trial's days as its files write them.

import { isoDay } from "../../incidents/isoDay.ts";
import type { TrialDays } from "../protocol.ts";
import { dateOfTrialDay } from "./trialDays.ts";

/** 2024-04-01, … */
export const datesOf = (trial: Pick<TrialDays, "first" | "days">): string[] =>
  Array.from({ length: trial.days }, (_, day) => isoDay(dateOfTrialDay(day, trial)));
