// A trial's evaluation, as it is told and drawn.

import type { TrialEvaluation } from "../core/trial/evaluate/trialEvaluation.ts";
import type { TrialProtocol } from "../core/trial/protocol.ts";
import type { SealedSchedule } from "../core/trial/sealedSchedule.ts";

export interface ShownEvaluation {
  readonly protocol: TrialProtocol;
  /** Of the schedule that was evaluated. */
  readonly schedule: Pick<SealedSchedule, "version" | "hash" | "seal" | "origin">;
  readonly found: TrialEvaluation;
  /** How many incidents the project held. */
  readonly known: number;
  /** The stored result of what was delivered, where it took part. */
  readonly delivery: string | null;
}
