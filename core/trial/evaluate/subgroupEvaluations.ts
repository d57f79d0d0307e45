// Rate ratios in the subgroups that were declared beforehand, and whether they differ from the others.

import { rateEstimate, rateInteraction } from "../rates/rateEstimate.ts";
import type { TrialSubgroup } from "../protocol.ts";
import type { AnalysedDays } from "./analysedDays.ts";
import { answerOf, ratesInput } from "./outcomeRates.ts";
import { LEFT_OUT } from "./splitByArm.ts";
import type { SubgroupEvaluation } from "./trialEvaluation.ts";

/** Of each outcome. A part that cannot be fitted, or is empty, is null. */
export function subgroupEvaluations(analysed: AnalysedDays, subgroups: readonly TrialSubgroup[], level: number): SubgroupEvaluation[] {
  return subgroups.flatMap(({ name, units }) => {
    const inside = new Set(analysed.units.flatMap(({ id }, unit) => (units.includes(id) ? [unit] : [])));
    const only = (isInside: boolean): Uint8Array => analysed.arms.map((arm, cell) => (inside.has(cell % analysed.units.length) === isInside ? arm : LEFT_OUT));
    return analysed.outcomes.map((outcome): SubgroupEvaluation => {
      const input = ratesInput(analysed, outcome.name, outcome.count, level);
      const fitted = <T>(fit: () => T): T | null => {
        const found = answerOf(fit);
        return typeof found === "string" ? null : found;
      };
      return {
        outcome: outcome.name,
        name,
        units: inside.size,
        inside: fitted(() => rateEstimate({ ...input, arms: only(true) })),
        outside: fitted(() => rateEstimate({ ...input, arms: only(false) })),
        interaction: inside.size === 0 || inside.size === analysed.units.length ? null : fitted(() => rateInteraction(input, inside)),
      };
    });
  });
}
