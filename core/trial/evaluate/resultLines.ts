// A comparison as lines of a table, on screen and as CSV: arms, tests and effect sizes, each with its formula.

import { writeTable } from "../../formats/writeTable.ts";
import type { ArmSummary, EffectSize, Interval, TestResult } from "./trialEvaluation.ts";

export interface ResultLine {
  readonly part: "arm" | "test" | "effect";
  readonly name: string;
  /** Mean, statistic or effect. */
  readonly value: number;
  readonly interval: Interval | null;
  readonly df: number | null;
  /** Of tests. */
  readonly p: number | null;
  readonly formula: string;
}

interface Comparable {
  readonly treatment?: ArmSummary;
  readonly control?: ArmSummary;
  readonly tests: Readonly<Record<string, TestResult>>;
  /** Null: not defined for these numbers. */
  readonly effects: Readonly<Record<string, EffectSize | null>>;
}

/** @param mean - what an arm's mean is called: "prevalence", "mean", "rate" */
export function resultLines({ treatment, control, tests, effects }: Comparable, mean: string): ResultLine[] {
  const arms = [["Treatment", treatment], ["Control", control]] as const;
  return [
    ...arms.flatMap(([name, arm]) => (arm ? [{ part: "arm" as const, name: `${name} ${mean}`, value: arm.mean, interval: arm.interval, df: null, p: null, formula: "total / location-days" }] : [])),
    ...Object.values(tests).map(({ name, statistic, df, p }) => ({ part: "test" as const, name, value: statistic, interval: null, df, p, formula: name })),
    ...Object.values(effects).flatMap((effect) => (effect ? [{ part: "effect" as const, ...effect, df: null, p: null }] : [])),
  ];
}

export const resultCsv = (lines: readonly ResultLine[], level: number): string =>
  writeTable({
    name: "comparison",
    title: "Treatment minus control",
    columns: [
      { name: "part", type: "TEXT" }, { name: "name", type: "TEXT" }, { name: "value", type: "REAL" },
      { name: "low", type: "REAL" }, { name: "high", type: "REAL" }, { name: "interval", type: "TEXT" },
      { name: "df", type: "REAL" }, { name: "p", type: "REAL" }, { name: "formula", type: "TEXT" },
    ],
    rows: lines.map(({ part, name, value, interval, df, p, formula }) => [
      part, name, value, interval?.low ?? null, interval?.high ?? null, interval ? `${Math.round(1000 * (1 - level)) / 10} %, ${interval.method}` : null, df, p, formula,
    ]),
  });
