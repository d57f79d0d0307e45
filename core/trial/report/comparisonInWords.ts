// A comparison's numbers as they are written: each with its unit, the change with its measure, the p-value with its test.

import { count, decimal, pInWords, percent, signed } from "../../inWords.ts";
import type { ArmSummary, Comparison, Interval, TestResult } from "../evaluate/trialEvaluation.ts";

export interface ComparisonInWords {
  readonly treatment: string;
  readonly control: string;
  /** Treatment minus control. */
  readonly difference: string;
  /** "" where it has none. */
  readonly interval: string;
  /** "−13.2 % (count)"; of delivery "45.2 times"; "–" where control is 0. */
  readonly change: string;
  /** "d = −0.046" */
  readonly effect: string;
}

export function comparisonInWords(comparison: Comparison): ComparisonInWords {
  const { measure, treatment, control, difference, differenceInterval, change, effects } = comparison;
  const scale = measure === "prevalence" ? 100 : 1, digits = measure === "prevalence" ? 2 : digitsOf(Math.max(treatment.mean, control.mean));
  const unit = measure === "prevalence" ? " points" : measure === "harm" ? " days" : "";
  const write = (value: number): string => signed(scale * value, digits);
  const [effect] = effects;
  return {
    treatment: armInWords(treatment, measure),
    control: armInWords(control, measure),
    difference: `${write(difference)}${unit}`,
    interval: differenceInterval ? between(differenceInterval, write) : "",
    change: changeInWords(change, measure),
    effect: effect ? `${effect.formula.split("=")[0].trim()} = ${signed(effect.value, 3)}` : "",
  };
}

export const between = ({ low, high }: Interval, write: (value: number) => string): string => `${write(low)} to ${write(high)}`;

export const changeInWords = (change: number | null, measure: Comparison["measure"]): string =>
  change === null ? "–" : measure === "dosage" ? `${decimal(1 + change, 1)} times` : `${signed(100 * change, 1)} % (${measure})`;

/** "−22.2 to −3.1 % (count)" */
export const changesInWords = (changes: Interval, measure: Comparison["measure"]): string => `${between(changes, (change) => signed(100 * change, 1))} % (${measure})`;

/** "22.7 % (414)", "0.453 (825)", "20.0 days (36,448)". */
const armInWords = (arm: ArmSummary, measure: Comparison["measure"]): string => `${meanInWords(arm, measure)} (${count(arm.total)})`;

/** Per location-day: "22.7 %", "0.453", "20.0 days". */
export const meanInWords = ({ mean }: ArmSummary, measure: Comparison["measure"]): string =>
  measure === "prevalence" ? percent(mean, 2) : `${decimal(mean, digitsOf(mean))}${measure === "harm" ? " days" : ""}`;

const digitsOf = (mean: number): number => (mean < 10 ? 3 : mean < 1000 ? 2 : 0);

/** "Welch's t-test: t = −2.544, df 3,623.8, p = 0.011" */
export function testInWords({ name, statistic, df, p }: TestResult): string {
  // An exact test has no statistic that a reader could look up.
  const found = df === null ? "" : `${/chi/i.test(name) ? "χ²" : "t"} = ${decimal(statistic, 3).replace("-", "−")}, df ${decimal(df, Number.isInteger(df) ? 0 : 1)}, `;
  return `${name}: ${found}${pInWords(p)}`;
}
