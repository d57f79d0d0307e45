// How many were taken, drawn, treated and analysed.

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
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const { treatment, control } = splitByArm(delivered, arms);
  return { treatment: sum(treatment), control: sum(control), logged: armSizes(arms) };
}
