// What a trial's report is made from: each part is there, or is told as not done.

import type { DesignCover } from "../../record/cover.ts";
import type { MapContext } from "../../record/designMaps.ts";
import type { Dosage } from "../dosage/dosage.ts";
import type { TrialEvaluation } from "../evaluate/trialEvaluation.ts";
import type { TrialPower } from "../power/trialPower.ts";
import type { TrialProtocol } from "../protocol.ts";
import type { SealedSchedule } from "../sealedSchedule.ts";
import type { TrialCover } from "./trialCover.ts";

export interface TrialReportInput {
  /** The project's name. */
  readonly project: string;
  /** ISO 8601, UTC. */
  readonly made: string;
  /** Of Hexbeat. */
  readonly version: string;
  readonly author: DesignCover["author"];
  readonly marking: DesignCover["marking"];
  readonly cover: TrialCover;
  /** As the schedule in force sealed it; the plan's where none is sealed. */
  readonly protocol: TrialProtocol;
  /** All versions, the first first. */
  readonly schedules: readonly SealedSchedule[];
  readonly power: TrialPower | null;
  readonly dosage: Dosage | null;
  readonly evaluation: TrialEvaluation | null;
  /** Streets and the like for the map. */
  readonly context: readonly MapContext[];
}
