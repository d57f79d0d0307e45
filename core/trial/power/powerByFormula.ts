// Power from a paper's or a person's own numbers, by formula alone.

import { InputError } from "../../errors.ts";
import type { Measure } from "../protocol.ts";
import { exactProportionsPower } from "./exactProportionsPower.ts";
import { exactRatesPower } from "./exactRatesPower.ts";
import { meansPower } from "./meansPower.ts";
import { proportionsPower, proportionsSize } from "./proportionsPower.ts";
import { ratesPower } from "./ratesPower.ts";
import { smallestDetectable } from "./smallestDetectable.ts";

export interface FormulaInput {
  readonly measure: Measure;
  /** Of control location-days: share with an incident, incidents or harm of one. */
  readonly control: number;
  readonly controlDays: number;
  readonly treatmentDays: number;
  /** Standard deviation of a location-day's harm. */
  readonly sd?: number | undefined;
  /** Variance over mean of a location-day's count; 1 for Poisson. */
  readonly dispersion?: number | undefined;
  readonly designEffect?: number | undefined;
  /** The fall that is expected, 0 to 1. */
  readonly fall: number;
  readonly level: number;
  /** To be reached. */
  readonly power: number;
}

export interface FormulaPower {
  readonly formula: string;
  /** The least fall with the power asked for; null: even complete prevention is not detected. */
  readonly smallest: number | null;
  /** At the fall that is expected, by each formula. */
  readonly power: Readonly<Record<string, number>>;
  /** Location-days of each of two equal arms for the fall that is expected; null where there is no closed formula, or no fall. */
  readonly daysOfEachArm: number | null;
}

/** Incidents up to which the exact test of two counts is enumerated: a second's work. */
const MOST_ENUMERATED = 2000;

/** @throws InputError where the numbers do not describe a trial */
export function powerByFormula({ measure, control, controlDays, treatmentDays, sd, dispersion = 1, designEffect = 1, fall, level, power: target }: FormulaInput): FormulaPower {
  if (!(control > 0)) throw new InputError(`On control days ${control} is expected; it must be above 0.`);
  if (measure === "prevalence" && control >= 1) throw new InputError(`A prevalence of ${control} is no share below 1. Write 14.1 % as 0.141.`);
  if (measure === "harm" && sd === undefined) throw new InputError("Power for harm needs the standard deviation of a location-day's harm.");
  const proportions = (share: number) => ({ p1: control, n1: controlDays, p2: control * (1 - share), n2: treatmentDays });
  const rates = (share: number) => ({ rate1: control, exposure1: controlDays, rate2: control * (1 - share), exposure2: treatmentDays });
  const formulasOf: Readonly<Record<Measure, (share: number) => Readonly<Record<string, number>>>> = {
    prevalence: (share) => ({ ...proportionsPower(proportions(share), level, designEffect) }),
    count: (share) => ({ ...ratesPower(rates(share), level, dispersion * designEffect) }),
    harm: (share) => ({ means: meansPower(control * share, sd ?? 1, treatmentDays, controlDays, level, designEffect) }),
  };
  const [formula, name] = NAMED[measure];
  const exact = measure === "prevalence" && designEffect === 1;
  const incidents = control * (controlDays + treatmentDays);
  const exactRates = measure === "count" && dispersion * designEffect === 1 && incidents <= MOST_ENUMERATED;
  return {
    formula,
    smallest: smallestDetectable((share) => formulasOf[measure](share)[name], target),
    power: {
      ...formulasOf[measure](fall),
      ...(exact && { exact: exactProportionsPower(proportions(fall), level, false), exactYates: exactProportionsPower(proportions(fall), level, true) }),
      ...(exactRates && { exact: exactRatesPower(rates(fall), level) }),
    },
    daysOfEachArm: measure === "prevalence" && fall > 0 ? Math.ceil(designEffect * proportionsSize(control, control * (1 - fall), target, level)) : null,
  };
}

/** What the smallest fall is by, in words and as a name in `power`. */
const NAMED: Readonly<Record<Measure, readonly [formula: string, name: string]>> = {
  prevalence: ["two proportions, pooled, both tails (R: power.prop.test, strict)", "pooled"],
  count: ["two rates, Wald's test of the log rate ratio, both tails", "logRatio"],
  harm: ["two means, noncentral t, both tails (R: power.t.test, strict)", "means"],
};
