// Rate ratios of every outcome from models of counts; a model that cannot be fitted says why.

import { InputError } from "../../errors.ts";
import { rateByGee } from "../rates/rateByGee.ts";
import { rateEstimate, type RatesInput } from "../rates/rateEstimate.ts";
import type { AnalysedDays } from "./analysedDays.ts";
import type { RateEstimate } from "./trialEvaluation.ts";

/** The first is the one that is told; the others show what the choice of model does. */
const MODELS = [
  { family: "negative-binomial", period: "weekday" },
  { family: "poisson", period: "day" },
  { family: "poisson", period: "none" },
] as const;

export interface OutcomeRates {
  readonly rates: readonly RateEstimate[];
  /** Why a model has no answer, a sentence each. */
  readonly refused: readonly string[];
}

export function outcomeRates(analysed: AnalysedDays, level: number): OutcomeRates {
  const rates: RateEstimate[] = [], refused: string[] = [];
  for (const { name, count } of analysed.outcomes) {
    const input = ratesInput(analysed, name, count, level);
    for (const fit of [...MODELS.map((model) => () => rateEstimate({ ...input, ...model })), () => rateByGee(input)]) {
      const found = answerOf(fit);
      if (typeof found === "string") refused.push(`${name}: ${found}`);
      else rates.push(found);
    }
  }
  return { rates, refused: [...new Set(refused)] };
}

/** With the model that is told. */
export const ratesInput = ({ arms, units, first, hours }: AnalysedDays, outcome: string, y: Float64Array, level: number): RatesInput =>
  ({ outcome, y, arms, units: units.length, first, hours, level, ...MODELS[0] });

/** The answer, or why there is none. */
export function answerOf<T>(fit: () => T): T | string {
  try {
    return fit();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}
