// Tables of the tests and models beside the published conventions: by the draw itself, adjusted for several outcomes, rate ratios.

import { count, decimal, percent, pValue, signed } from "../../inWords.ts";
import { html, table, type Html } from "../../record/html.ts";
import type { AdjustedP, RateEstimate, TrialEvaluation } from "../evaluate/trialEvaluation.ts";
import { changesInWords } from "./comparisonInWords.ts";
import { list, notDone } from "./reportSection.ts";

export function randomisationTable({ randomisation, level }: TrialEvaluation): Html {
  if (randomisation.length === 0) return notDone("there is no randomisation test.");
  return html`${table(
    [{ head: "Outcome", width: 34 }, { head: "Statistic" }, { head: "Observed", number: true }, { head: "Expected", number: true }, { head: "p", number: true }, { head: "By", width: 24 }, { head: `Changes not rejected (${percent(1 - level, 0)})`, number: true }],
    randomisation.map(({ outcome, measure, statistic, observed, expected, p, draws, interval }) => [
      `${outcome} (${measure})`, statistic, number(observed), number(expected), pValue(p), draws === "exact" ? "all schedules, exact" : `${count(draws)} draws`,
      interval === null ? "–" : changesInWords(interval, measure),
    ]),
  )}
<p class="muted">p: the share of schedules, drawn by this trial's own rules, in which the statistic is at least as far from what is expected as it was. It assumes nothing about how crime is distributed.${methods(randomisation.flatMap(({ interval }) => interval?.method ?? []))}</p>`;
}

export const adjustedTable = (adjusted: readonly AdjustedP[]): Html =>
  adjusted.length === 0
    ? html`<p>No p-values to adjust.</p>`
    : table(
        [{ head: "Outcome" }, { head: "Test" }, { head: "p", number: true }, { head: "Holm", number: true }, { head: "Benjamini–Hochberg", number: true }],
        adjusted.map(({ outcome, measure, test, p, holm, benjaminiHochberg }) => [`${outcome} (${measure})`, test, ...[p, holm, benjaminiHochberg].map(pValue)]),
      );

/** @param names - in the place of the outcomes */
export function ratesTable(rates: readonly RateEstimate[], names: readonly string[] = rates.map(({ outcome }) => outcome)): Html {
  if (rates.length === 0) return notDone("no model of rates could be fitted.");
  const cautions = [...new Set(rates.flatMap((rate) => rate.cautions))];
  return html`${table(
    [{ head: "Outcome", width: 34 }, { head: "Model" }, { head: "Rate ratio", number: true }, { head: "Interval", number: true }, { head: "p", number: true }, { head: "log-likelihood", number: true }, { head: "θ", number: true }],
    rates.map(({ model, ratio, interval, p, logLikelihood, theta }, i) => [
      names[i], model, decimal(ratio, 3), `${decimal(interval.low, 3)} to ${decimal(interval.high, 3)}`, pValue(p), logLikelihood === null ? "–" : signed(logLikelihood, 2), theta === null ? "–" : decimal(theta, 2),
    ]),
  )}
<p class="muted">Treatment / control; below 1 is fewer on treatment.${methods(rates.map(({ interval }) => interval.method))} θ: of the negative binomial, variance = mean + mean² / θ.</p>${list(cautions)}`;
}

const methods = (names: readonly string[]): string => (names.length === 0 ? "" : ` Intervals: ${[...new Set(names)].join("; ")}.`);

const number = (value: number): string => (Number.isInteger(value) ? count(value) : decimal(value, Math.abs(value) < 10 ? 3 : 1)).replace("-", "−");
