// Analyses beside the primary one: where patrols came, the rings, subgroups, hours. What was not declared beforehand says so.

import { count, decimal, percent, pValue, signed } from "../../inWords.ts";
import { html, table, type Html } from "../../record/html.ts";
import { forestPlot } from "../charts/forestPlot.ts";
import { hoursChart } from "../charts/hoursChart.ts";
import type { PerProtocol, RingEvaluation, SubgroupEvaluation, TrialEvaluation } from "../evaluate/trialEvaluation.ts";
import { between } from "./comparisonInWords.ts";
import { comparisonTable } from "./comparisonTable.ts";
import { ratesTable } from "./inferenceTables.ts";
import { figure, WIDE } from "./reportFigure.ts";
import { notDone } from "./reportSection.ts";

export function ancillarySections(evaluation: TrialEvaluation): Html {
  const { perProtocol, rings, subgroups, byHour, level, primary } = evaluation;
  return html`<h3>Per protocol (exploratory)</h3>${perProtocol === null ? notDone("no delivery is known.") : perProtocolBody(perProtocol, level)}
<h3>Displacement and diffusion</h3>${rings.length === 0 ? notDone("no ring was looked at.") : ringsBody(rings, level)}
<h3>Subgroups declared beforehand</h3>${subgroups.length === 0 ? html`<p>None was declared.</p>` : subgroupsBody(subgroups)}
<h3>Hour by hour (exploratory)</h3>${byHour === null ? notDone("the times do not say the hour.") : byHour.filter(({ outcome }) => outcome === primary.outcome).map(({ outcome, hours }) => figure(hoursChart({ outcome, hours, width: WIDE })))}`;
}

function perProtocolBody({ comparisons, asTreated, delivery, compliers }: PerProtocol, level: number): Html {
  return html`<p>${percent(delivery.treatment)} of treatment location-days and ${percent(delivery.control)} of control location-days had a full patrol. Where patrols came is not protected by the draw: officers may have gone where it was quiet, or where it was not.</p>
<p>Treatment days with a full patrol against control days without one:</p>${comparisonTable(comparisons, level, "short")}
<p>Every day with a full patrol against every day without one:</p>${comparisonTable(asTreated, level, "short")}
${compliers.length === 0 ? "" : html`<p>The effect of a full patrol on days that have one because they were drawn (difference of outcomes / difference of deliveries, Wald's estimator):</p>
${table(
    [{ head: "Outcome" }, { head: "Effect per location-day", number: true }, { head: `${percent(1 - level, 0)} interval`, number: true }],
    compliers.map(({ outcome, measure, effect, interval }) => [`${outcome} (${measure})`, effect === null ? "deliveries do not differ" : signed(effect, 4), interval === null ? "–" : between(interval, (value) => signed(value, 4))]),
  )}`}`;
}

const ringsBody = (rings: readonly RingEvaluation[], level: number): Html => html`${comparisonTable(rings.map(({ comparison }) => comparison), level, "short")}
${table(
  [{ head: "Outcome" }, { head: "Weighted displacement difference per location-day", number: true }, { head: "Standard error", number: true }, { head: `${percent(1 - level, 0)} interval`, number: true }, { head: "z", number: true }, { head: "p", number: true }],
  rings.map(({ outcome, wdd }) => [outcome, signed(wdd.value, 4), decimal(wdd.standardError, 4), between(wdd.interval, (value) => signed(value, 4)), signed(wdd.z, 2), pValue(wdd.p)]),
)}
${rings.map(({ outcome, width, inWords }) => html`<p>${outcome}, rings of ${count(width)} m: ${inWords}</p>`)}`;

function subgroupsBody(subgroups: readonly SubgroupEvaluation[]): Html {
  const rows = subgroups.flatMap(({ outcome, name, inside, outside }) => [
    ...(inside ? [{ name: `${outcome}, ${name}`, rate: inside }] : []),
    ...(outside ? [{ name: `${outcome}, all other units`, rate: outside }] : []),
  ]);
  return html`${ratesTable(rows.map(({ rate }) => rate), rows.map(({ name }) => name))}
${figure(forestPlot({ rows: rows.map(({ name, rate }) => ({ name, ratio: rate.ratio, interval: rate.interval })), what: "incidents by subgroup", width: WIDE }))}
${table(
    [{ head: "Interaction" }, { head: "Ratio inside / ratio outside", number: true }, { head: "Interval", number: true }, { head: "p", number: true }],
    subgroups.flatMap(({ outcome, name, interaction }) => (interaction ? [[`${outcome}, ${name}`, decimal(interaction.ratio, 3), between(interaction.interval, (value) => decimal(value, 3)), pValue(interaction.p)]] : [])),
  )}`;
}
