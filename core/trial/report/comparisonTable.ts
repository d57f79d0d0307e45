// Comparisons as a table on paper, with the formulas below it.

import { count, percent } from "../../inWords.ts";
import { html, table, type Html } from "../../record/html.ts";
import type { Comparison } from "../evaluate/trialEvaluation.ts";
import { comparisonInWords } from "./comparisonInWords.ts";

/** @param level - of the tests: intervals are at 1 − level */
export function comparisonTable(comparisons: readonly Comparison[], level: number): Html {
  if (comparisons.length === 0) return html`<p>Nothing could be compared.</p>`;
  const [{ treatment, control }] = comparisons;
  const same = comparisons.every((one) => one.treatment.locationDays === treatment.locationDays && one.control.locationDays === control.locationDays);
  const inHead = (n: number): string => (same ? `, ${count(n)} location-days` : "");
  const rows = comparisons.map((comparison, i) => {
    const said = comparisonInWords(comparison);
    const first = i === 0 || comparisons[i - 1].outcome !== comparison.outcome;
    return [
      html`${first ? html`<strong>${comparison.outcome}</strong><br>` : ""}${MEASURE[comparison.measure]}${same ? "" : html`<br>${count(comparison.treatment.locationDays)} and ${count(comparison.control.locationDays)} location-days`}`,
      said.treatment, said.control, html`${said.difference}${said.interval ? html`<br><span class="muted">${said.interval}</span>` : ""}`, said.change, said.test, said.effect,
    ];
  });
  return html`${table(
    [
      { head: "Outcome and measure", width: 33 }, { head: `Treatment${inHead(treatment.locationDays)}`, number: true }, { head: `Control${inHead(control.locationDays)}`, number: true },
      { head: `Treatment − control (${percent(1 - level, 0)} interval)`, number: true }, { head: "Change", number: true }, { head: "Test", width: 37 }, { head: "Effect size", width: 17 },
    ],
    rows,
  )}
<p class="muted">${notes(comparisons).map((note) => html`${note} `)}</p>
${cautions(comparisons)}`;
}

const MEASURE = {
  prevalence: "prevalence: share (number) of location-days with one or more",
  count: "count: mean per location-day (total)",
  harm: "harm: mean per location-day (total days)",
  dosage: "mean per location-day (total)",
} as const;

/** Interval methods and formulas of effect sizes, each once. */
function notes(comparisons: readonly Comparison[]): string[] {
  const methods = new Set(comparisons.flatMap(({ differenceInterval }) => differenceInterval?.method ?? []));
  const formulas = new Set(comparisons.flatMap(({ effects }) => effects.map(({ name, formula }) => (formula.startsWith(name) ? formula : `${name}: ${formula}`))));
  return [...(methods.size === 0 ? [] : [`Intervals of differences: ${[...methods].join("; ")}.`]), ...(formulas.size === 0 ? [] : [`Effect sizes: ${[...formulas].join("; ")}.`])];
}

const cautions = (comparisons: readonly Comparison[]): Html => {
  const told = comparisons.flatMap(({ outcome, measure, cautions: list }) => list.map((words) => ({ words, where: `${outcome} (${measure})` })));
  const each = [...new Set(told.map(({ words }) => words))];
  return each.length === 0 ? html`` : html`<ul>${each.map((words) => html`<li>${told.filter((one) => one.words === words).map(({ where }) => where).join(", ")}: ${words}</li>`)}</ul>`;
};
