// What a trial could detect, as it is told and drawn.

import type { PowerPlan } from "../core/trial/power/preparePower.ts";
import type { TrialPower } from "../core/trial/power/trialPower.ts";

export interface ShownPower {
  /** Units are named by their ids alone: their shapes stay with the request. */
  readonly units: readonly string[];
  readonly outcome: string;
  readonly past: PowerPlan["past"];
  readonly settings: PowerPlan["settings"];
  readonly found: TrialPower;
  /** How many incidents the project held. */
  readonly known: number;
}
