// One row of the table of outcomes: treatment against control by prevalence, count or harm, with the published trials' tests.

import { total } from "../../stats/total.ts";
import type { Measure } from "../protocol.ts";
import { compareMeans, meanSummary } from "./compareMeans.ts";
import { compareProportions } from "./compareProportions.ts";
import { INDEPENDENT_DAYS } from "./independentDays.ts";
import { splitByArm } from "./splitByArm.ts";
import type { Comparison } from "./trialEvaluation.ts";

/** Fewer events than this in an arm: asymptotic tests and percentages are told with a caution. */
const FEW = 20;

/**
 * Prevalence by chi-squared with Yates' correction (and without), d from that chi-squared, the difference by Newcombe's interval;
 * means by Welch's t-test (and Student's), d = t √(1/n₁ + 1/n₂).
 * Whether it matters that days of one hotspot are alike depends on the draw: outcomeComparisons says it.
 * @param values - of `outcomeValues`, one a location-day
 * @param arms - 1 treatment, 0 control, LEFT_OUT
 * @returns null where an arm has fewer than 2 location-days
 */
export function compareOutcome(outcome: string, measure: Measure, values: ArrayLike<number>, arms: Uint8Array, level: number): Comparison | null {
  const { treatment, control } = splitByArm(values, arms);
  if (treatment.length < 2 || control.length < 2) return null;
  const events = Math.min(eventsIn(treatment), eventsIn(control));
  const few = events < FEW ? [`One arm has ${events} location-day${events === 1 ? "" : "s"} with any: read the interval, not the percentage.`] : [];
  if (measure === "prevalence") {
    const counts = { treatmentYes: eventsIn(treatment), treatmentN: treatment.length, controlYes: eventsIn(control), controlN: control.length };
    const { tests, effects, cautions, ...found } = compareProportions(counts, level);
    const { riskDifference, dYates, h, oddsRatio, riskRatio } = effects;
    return {
      outcome, measure,
      treatment: found.treatment,
      control: found.control,
      difference: riskDifference.value,
      differenceInterval: riskDifference.interval,
      change: found.change,
      test: tests.yates,
      otherTests: [tests.plain, tests.fisher],
      effects: [dYates, h, oddsRatio, ...(riskRatio ? [riskRatio] : [])],
      cautions: [...cautions.filter((caution) => caution !== INDEPENDENT_DAYS), ...few],
    };
  }
  const one = meanSummary(treatment), other = meanSummary(control);
  const found = compareMeans(one, other, level);
  if (!found) {
    const arm = ({ n, mean }: typeof one) => ({ locationDays: n, total: n * mean, mean, sd: 0, interval: null });
    const difference = one.mean - other.mean;
    return {
      outcome, measure, treatment: arm(one), control: arm(other), difference, differenceInterval: null,
      change: other.mean > 0 ? one.mean / other.mean - 1 : null,
      test: { name: "None: no location-day differs from another of its arm", statistic: 0, df: null, p: 1 },
      effects: [],
      cautions: ["Every location-day of an arm is alike, so that no t-test is defined.", ...few],
    };
  }
  const { tests, effects, cautions } = found;
  return {
    outcome, measure,
    // Sums of whole numbers are whole, which n · mean is not.
    treatment: { ...found.treatment, total: total(treatment) },
    control: { ...found.control, total: total(control) },
    difference: effects.difference.value,
    differenceInterval: effects.difference.interval,
    change: found.change,
    test: tests.welch,
    otherTests: [tests.student],
    effects: [effects.d, effects.g],
    cautions: [...cautions.filter((caution) => caution !== INDEPENDENT_DAYS), ...few],
  };
}

function eventsIn(values: Float64Array): number {
  let n = 0;
  for (const value of values) if (value > 0) n++;
  return n;
}
