// How many were taken, drawn, treated and analysed.

import { total } from "../../stats/total.ts";
import type { LocationDays } from "../panel/locationDays.ts";
import type { AnalysedDays } from "./analysedDays.ts";
import type { DeliveredDays } from "./deliveredDays.ts";
import { armSizes, splitByArm } from "./splitByArm.ts";
import type { TrialFlow } from "./trialEvaluation.ts";

/** @param arms - of all days of the protocol; @param delivery - null where none is known */
export function trialFlow({ units, days, incidents }: LocationDays, arms: Uint8Array, analysed: AnalysedDays, delivery: DeliveredDays | null): TrialFlow {
  return {
    units: units.length,
    daysPlanned: days,
    daysAnalysed: analysed.days,
    allocated: armSizes(arms),
    delivered: delivery && deliveredOf(delivery),
    analysed: armSizes(analysed.arms),
    incidents,
  };
}

function deliveredOf({ arms, delivered }: DeliveredDays): TrialFlow["delivered"] {
  const { treatment, control } = splitByArm(delivered, arms);
  return { treatment: total(treatment), control: total(control), logged: armSizes(arms) };
}
