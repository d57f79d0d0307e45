// What an evaluation says of the primary outcome: the comparison, the randomisation test and the rate ratio together.

import type { Comparison, RandomisationResult, RateEstimate, TrialEvaluation } from "../evaluate/trialEvaluation.ts";

export interface PrimaryFinding {
  /** null where an arm has too few location-days to compare. */
  readonly comparison: Comparison | null;
  readonly randomisation: RandomisationResult | null;
  readonly rate: RateEstimate | null;
}

export function primaryFinding({ primary: { outcome, measure }, comparisons, randomisation, rates }: TrialEvaluation): PrimaryFinding {
  const isPrimary = (one: { readonly outcome: string; readonly measure: string }): boolean => one.outcome === outcome && one.measure === measure;
  return { comparison: comparisons.find(isPrimary) ?? null, randomisation: randomisation.find(isPrimary) ?? null, rate: rates.find((one) => one.outcome === outcome) ?? null };
}
