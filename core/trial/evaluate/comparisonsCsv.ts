// Comparisons as a table for a spreadsheet: every number that stands on screen, with its formula or method.

import { writeTable } from "../../formats/writeTable.ts";
import type { ArmSummary, Comparison } from "./trialEvaluation.ts";

const ARM = ["location-days", "total", "mean", "sd", "low", "high"] as const;

const COLUMNS = [
  "outcome", "measure",
  ...ARM.map((name) => `treatment ${name}`),
  ...ARM.map((name) => `control ${name}`),
  "difference", "difference low", "difference high", "interval", "change", "test", "statistic", "df", "p", "effect", "effect formula",
];

/** Means per location-day; differences treatment minus control; change = treatment / control − 1. */
export const comparisonsCsv = (comparisons: readonly Comparison[]): string =>
  writeTable({
    name: "", title: "Treatment against control",
    columns: COLUMNS.map((name) => ({ name, type: "TEXT" })),
    rows: comparisons.flatMap(({ outcome, measure, treatment, control, difference, differenceInterval, change, test, otherTests = [], effects }) => {
      const [effect] = effects;
      const shared = [outcome, measure, ...armCells(treatment), ...armCells(control), difference, differenceInterval?.low ?? null, differenceInterval?.high ?? null, differenceInterval?.method ?? "", change];
      return [test, ...otherTests].map(({ name, statistic, df, p }, i) => [...shared, name, statistic, df, p, i === 0 && effect ? effect.value : null, i === 0 && effect ? effect.formula : ""]);
    }),
  });

const armCells = ({ locationDays, total, mean, sd, interval }: ArmSummary): (number | null)[] => [locationDays, total, mean, sd, interval?.low ?? null, interval?.high ?? null];
