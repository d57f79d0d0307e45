// One row of the table of delivery, as the Thames Valley report prints it: means per location-day, t-test, effect size.

import { compareMeans, meanSummary } from "../evaluate/compareMeans.ts";
import { splitByArm } from "../evaluate/splitByArm.ts";
import type { Comparison } from "../evaluate/trialEvaluation.ts";
import type { DosageSeries } from "./dosage.ts";

/** @returns null where fewer than two location-days of an arm are known, or nothing varies: no test is defined */
export function compareDosage({ name, values, from, until }: DosageSeries, arms: Uint8Array, units: number, level: number): Comparison | null {
  const { treatment, control } = splitByArm(values.subarray(from * units, until * units), arms.subarray(from * units, until * units));
  if (treatment.length < 2 || control.length < 2) return null;
  const compared = compareMeans(meanSummary(treatment), meanSummary(control), level);
  if (!compared) return null;
  const { effects, tests } = compared;
  return {
    outcome: name,
    measure: "dosage",
    treatment: compared.treatment,
    control: compared.control,
    difference: effects.difference.value,
    differenceInterval: effects.difference.interval,
    change: compared.change,
    test: tests.welch,
    otherTests: [tests.student],
    effects: [effects.d2t, effects.d, effects.g],
    cautions: compared.cautions,
  };
}
