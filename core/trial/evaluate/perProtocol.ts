// What was found where patrols came, or did not: told beside the comparison of the arms as drawn, and never in its place.

import { mean } from "../../stats/mean.ts";
import type { AnalysedDays } from "./analysedDays.ts";
import { compareOutcome } from "./compareOutcome.ts";
import { complierEffect } from "./complierEffect.ts";
import type { DeliveredDays } from "./deliveredDays.ts";
import { measuresOf, outcomeValues } from "./outcomeValues.ts";
import { LEFT_OUT, splitByArm } from "./splitByArm.ts";
import type { Comparison, PerProtocol } from "./trialEvaluation.ts";

export function perProtocol({ outcomes }: AnalysedDays, { arms, delivered }: DeliveredDays, level: number): PerProtocol {
  const followed = arms.map((arm, i) => (arm === delivered[i] ? arm : LEFT_OUT));
  const treated = arms.map((arm, i) => (arm === LEFT_OUT ? LEFT_OUT : delivered[i]));
  const told = outcomes.flatMap((outcome) => measuresOf(outcome).map((measure) => ({ name: outcome.name, measure, values: outcomeValues(outcome, measure)! })));
  const compared = (by: Uint8Array): Comparison[] =>
    told.flatMap(({ name, measure, values }) => compareOutcome(name, measure, values, by, level) ?? []);
  const came = splitByArm(delivered, arms);
  return {
    comparisons: compared(followed),
    asTreated: compared(treated),
    delivery: { treatment: mean(came.treatment), control: mean(came.control) },
    compliers: told.map(({ name, measure, values }) => complierEffect(name, measure, splitByArm(values, arms), came, level)),
  };
}
