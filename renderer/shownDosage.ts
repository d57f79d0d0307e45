// What of the trial was delivered, as it is told and drawn, with all that it was counted from.

import type { JobInput } from "../core/jobs.ts";
import type { ActivityReport } from "../core/trial/dosage/activity.ts";
import type { Dosage } from "../core/trial/dosage/dosage.ts";
import type { Patrols, Sightings } from "../core/trial/dosage/activity.ts";

export interface ShownDosage {
  readonly found: Dosage;
  /** Of every file, in the order in which they were read. */
  readonly reports: readonly ActivityReport[];
  /** Of the schedule that it was counted for. */
  readonly seal: string;
  readonly params: DosageParams;
  /** Of the stored result; null where the project cannot be written to. */
  readonly id: string | null;
}

export type DosageParams = JobInput<"dosageOfTrial"> & DosageActivity;

/** What was read of the files so far. */
export interface DosageActivity {
  readonly patrols: Patrols | null;
  readonly pings: Sightings | null;
  readonly stops: Sightings | null;
}

/** What a person may set; the defaults are the job's. */
export type DosageSettings = Required<Pick<JobInput<"dosageOfTrial">, "elsewhere" | "gap" | "least" | "weeks">>;

export const START_DOSAGE_SETTINGS: DosageSettings = { elsewhere: "count", gap: 5, least: 1.1, weeks: 4 };
