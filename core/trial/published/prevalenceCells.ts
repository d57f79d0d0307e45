// The cells of a row of prevalence: chi-squared, p and effect size from the counts, by the convention that gives the print.

import { InputError } from "../../errors.ts";
import { compareProportions } from "../evaluate/compareProportions.ts";
import type { TestResult } from "../evaluate/trialEvaluation.ts";
import { publishedCell, type Candidate, type CellName, type PublishedCell } from "./publishedCell.ts";
import type { PublishedArm, PublishedRow } from "./publishedSchema.ts";
import { wholeCount } from "./wholeCount.ts";

export function prevalenceCells({ table, outcome, measure, treatment, control, printed, notes }: PublishedRow): PublishedCell[] {
  const one = countOf(treatment, "treatment", outcome), other = countOf(control, "control", outcome);
  const n = treatment.n + control.n;
  const { tests, effects, change } = compareProportions({ treatmentYes: one.yes, treatmentN: treatment.n, controlYes: other.yes, controlN: control.n });
  const name = (cell: string): CellName => ({ table, outcome, measure, cell });
  const share = (arm: string, { yes, note }: Count, { n: days, percent }: PublishedArm): PublishedCell =>
    publishedCell(name(`Prevalence of ${arm}, %`), percent, [{ value: (100 * yes) / days, formula: `100 × ${yes} / ${days}` }], [note, notes.arms].filter(Boolean).join(" "));
  const statistic = publishedCell(name("Chi-squared"), printed.statistic, [tests.yates, tests.plain, tests.likelihood].map(ofStatistic), notes.statistic);
  // The convention that gave the printed statistic gives p and the effect size too.
  const test = [tests.yates, tests.plain, tests.likelihood].find(({ name: convention }) => convention === statistic.formula) ?? tests.yates;
  const sign = Math.sign(one.yes / treatment.n - other.yes / control.n);
  const sizes: Candidate[] = [
    { value: sign * 2 * Math.sqrt(test.statistic / (n - test.statistic)), formula: `d = 2 √(χ² / (N − χ²)), χ²: ${test.name}` },
    { value: sign * 2 * Math.sqrt(test.statistic / n), formula: "d = 2 √(χ² / N)" },
    { value: effects.h.value, formula: effects.h.formula },
    { value: effects.phi.value, formula: effects.phi.formula },
    // d is without bound where the arms are wholly apart.
  ].filter(({ value }) => Number.isFinite(value));
  return [
    share("treatment", one, treatment),
    share("control", other, control),
    statistic.verdict === "sign" ? { ...statistic, reason: `A chi-squared is never negative: the sign is a slip. ${notes.statistic ?? ""}`.trim() } : statistic,
    publishedCell(name("p"), printed.p, [test, tests.fisher].map((candidate) => ({ value: candidate.p, formula: candidate.name })), notes.p),
    publishedCell(name("Effect size"), printed.effect, sizes, notes.effect),
    ...(change === null ? [] : [publishedCell(name("Change of prevalence, %"), printed.change, [{ value: 100 * change, formula: "treatment / control − 1" }], notes.change)]),
  ];
}

const ofStatistic = ({ statistic, name }: TestResult): Candidate => ({ value: statistic, formula: name });

interface Count {
  readonly yes: number;
  readonly note: string;
}

function countOf({ n, yes, percent }: PublishedArm, arm: string, outcome: string): Count {
  if (yes !== undefined && yes > n) throw new InputError(`"${outcome}" has ${yes} of ${n} location-days in the ${arm} arm; it must be at most ${n}. Put the two right.`);
  if (yes !== undefined) return { yes, note: "" };
  const recovered = percent === undefined ? null : wholeCount(n, percent, 100);
  if (recovered === null) throw new InputError(`"${outcome}" has no count for the ${arm} arm${percent === undefined ? "" : `, and ${percent} % of ${n} fits more than one, or none`}; a row of prevalence needs it. Give it as "yes".`);
  return { yes: recovered, note: `${recovered} is the only count of ${n} that prints as ${percent} %.` };
}
