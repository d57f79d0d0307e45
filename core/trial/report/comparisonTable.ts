// Comparisons as a table on paper, with the formulas below it.

import { count, percent } from "../../inWords.ts";
import { html, table, type Html } from "../../record/html.ts";
import type { Comparison } from "../evaluate/trialEvaluation.ts";
import { comparisonInWords, testInWords } from "./comparisonInWords.ts";
import { list } from "./reportSection.ts";

/**
 * @param level - of the tests: intervals are at 1 − level
 * @param look - "full": with the other tests and every formula; "short": where a full table stands before it
 */
export function comparisonTable(comparisons: readonly Comparison[], level: number, look: "full" | "short" = "full"): Html {
  if (comparisons.length === 0) return html`<p>Nothing could be compared.</p>`;
  const sizes = (one: Comparison): string => `${count(one.treatment.locationDays)} treatment and ${count(one.control.locationDays)} control location-days`;
  const same = new Set(comparisons.map(sizes)).size === 1;
  const rows = comparisons.map((comparison, i) => {
    const { outcome, measure, test, otherTests = [] } = comparison;
    const said = comparisonInWords(comparison);
    const first = i === 0 || comparisons[i - 1].outcome !== outcome;
    return [
      html`${first ? html`<strong>${outcome}</strong>` : ""}${measure === "dosage" ? "" : html`${first ? html`<br>` : ""}${measure}`}${same ? "" : html`<br><span class="muted">${sizes(comparison)}</span>`}`,
      said.treatment, said.control, html`${said.difference}${said.interval ? html`<br><span class="muted">${said.interval}</span>` : ""}`, said.change,
      html`${testInWords(test)}${look === "short" ? "" : otherTests.map((other) => html`<br><span class="muted">${testInWords(other)}</span>`)}`,
      html`<span class="whole">${said.effect}</span>`,
    ];
  });
  return html`${same ? html`<p>${sizes(comparisons[0])}.</p>` : ""}
${table(
    [
      { head: "Outcome, measure", width: 30 }, { head: "Treatment", number: true }, { head: "Control", number: true },
      { head: `Treatment − control, ${percent(1 - level, 0)} interval`, number: true }, { head: "Change", number: true }, { head: "Test", width: 50 }, { head: "Effect size", width: 17 },
    ],
    rows,
  )}
${look === "short" ? "" : html`<p class="muted">${notes(comparisons).map((note) => html`${note} `)}</p>`}
${list(cautions(comparisons))}`;
}

const MEASURES = {
  prevalence: "Prevalence: share of location-days with at least one, and their number.",
  count: "Count: mean per location-day, and the total.",
  harm: "Harm: mean days of imprisonment per location-day, and the total.",
  dosage: "Mean per location-day, and the total.",
} as const;

/** What the columns are, the methods of the intervals and the formulas of effect sizes, each once. */
function notes(comparisons: readonly Comparison[]): string[] {
  const measures = [...new Set(comparisons.map(({ measure }) => MEASURES[measure]))];
  const methods = [...new Set(comparisons.flatMap(({ differenceInterval }) => differenceInterval?.method ?? []))];
  const formulas = [...new Set(comparisons.flatMap(({ effects: [first] }) => (first ? [`${first.name}: ${first.formula}`] : [])))];
  return [...measures, ...(methods.length === 0 ? [] : [`Intervals of differences: ${methods.join("; ")}.`]), ...(formulas.length === 0 ? [] : [`Effect sizes: ${formulas.join("; ")}.`])];
}

/** Each once, with what it is of where it is not of all. */
function cautions(comparisons: readonly Comparison[]): string[] {
  const each = [...new Set(comparisons.flatMap((comparison) => comparison.cautions))];
  return each.map((words) => {
    const of = comparisons.filter((comparison) => comparison.cautions.includes(words));
    return of.length === comparisons.length ? words : `${of.map(({ outcome, measure }) => (measure === "dosage" ? outcome : `${outcome} (${measure})`)).join(", ")}: ${words}`;
  });
}
