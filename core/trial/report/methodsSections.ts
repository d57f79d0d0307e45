// What was planned: the report's introduction and methods, in CONSORT's order.

import { count, decimal, percent } from "../../inWords.ts";
import { hoursInWords } from "../../record/hoursInWords.ts";
import { facts, html, table, type Html } from "../../record/html.ts";
import type { TrialOutcome, TrialProtocol } from "../protocol.ts";
import type { TrialPower } from "../power/trialPower.ts";
import { protocolChanges } from "../schedule/protocolChanges.ts";
import { scheduleInForce } from "../schedule/scheduleInForce.ts";
import type { SealedSchedule } from "../sealedSchedule.ts";
import { given, list, notDone, type ReportSection } from "./reportSection.ts";
import { randomisationBody } from "./randomisationBody.ts";
import { expectedInWords, periodOf } from "./structuredSummary.ts";
import type { TrialReportInput } from "./trialReportInput.ts";
import { unitsMap } from "./unitsMap.ts";

/** mm of an A4 sheet within its margins. */
const WIDTH = 180;

export function methodsSections(input: TrialReportInput): ReportSection[] {
  const { cover, protocol, schedules, power, context } = input;
  return [
    { id: "introduction", title: "Introduction", body: html`<h3>Background</h3>${given(cover.background)}<h3>Objectives</h3>${given(cover.objectives)}` },
    { id: "design", title: "Design and setting", body: html`${designFacts(protocol)}${given(cover.setting)}` },
    { id: "units", title: "Units", body: html`${given(cover.eligibility)}${unitsMap(protocol, context, WIDTH, 110)}${unitsTable(protocol)}` },
    { id: "interventions", title: "Interventions", body: html`${given(cover.interventions)}
<p>The patrol's timer turns amber at ${protocol.amber} minutes, from which a patrol counts as full, and green at ${protocol.green} minutes. On control days the unit is not offered for patrol by the trial; whatever else the police do there goes on.</p>` },
    { id: "outcomes", title: "Outcomes", body: outcomesBody(protocol, scheduleInForce(schedules)) },
    { id: "power", title: "Sample size and power", body: powerBody(power, protocol) },
    { id: "randomisation", title: "Randomisation", body: randomisationBody(protocol, schedules, cover.people) },
    { id: "blinding", title: "Blinding", body: html`${given(cover.blinding)}<p>Patrols can be seen: neither officers nor the public can be blinded to them.</p>` },
  ];
}

function designFacts(protocol: TrialProtocol): Html {
  const { units, days, startHour, share, block } = protocol;
  const strata = [...new Set(units.map(({ stratum }) => stratum))];
  return facts([
    ["Design", "Randomised controlled trial of location-days: each unit is drawn anew to treatment or control, so that it is its own control"],
    ["Period", `${periodOf(protocol)}, ${count(days)} trial days from ${String(startHour).padStart(2, "0")}:00 to ${String(startHour).padStart(2, "0")}:00`],
    ["Units", `${count(units.length)}, ${count(units.length * days)} location-days`],
    ["Allocation", `${percent(share, 0)} of each block on treatment; a block is ${block === "day" ? "a day" : "two days running"}${strata.length > 1 ? " of a stratum" : ""}`],
    ["Strata", strata.filter((stratum) => stratum !== "").map((stratum) => `${stratum}: ${count(units.filter((unit) => unit.stratum === stratum).length)} units`).join("; ")],
    ["Ring for displacement", `${protocol.ring} m`],
    ["Expected change", expectedInWords(protocol)],
    ["Level of the tests", `${decimal(protocol.level, 2)}, two-sided`],
  ]);
}

function unitsTable({ units }: TrialProtocol): Html {
  if (units.length === 0) return notDone("the trial has no units.");
  const has = (test: (unit: TrialProtocol["units"][number]) => boolean): boolean => units.some(test);
  const columns: readonly (readonly [head: string, shown: boolean, cell: (unit: TrialProtocol["units"][number]) => string, number?: boolean])[] = [
    ["Unit", true, ({ name, id }) => (name === id ? name : `${name} (${id})`)],
    ["Stratum", has(({ stratum }) => stratum !== ""), ({ stratum }) => stratum],
    ["Drawn together with", has(({ group }) => group !== undefined), ({ id, group }) => (group === undefined ? "" : units.filter((other) => other.group === group && other.id !== id).map(({ name }) => name).join(", "))],
    ["Team", has(({ team }) => team !== undefined), ({ team }) => team ?? ""],
    ["Patrols offered", has(({ hours }) => hours !== undefined), ({ hours }) => hoursInWords(hours)],
    ["Incidents a day before", has(({ baseline }) => baseline !== undefined), ({ baseline }) => (baseline === undefined ? "–" : decimal(baseline, 3)), true],
  ];
  const shown = columns.filter(([, is]) => is);
  const row = (unit: TrialProtocol["units"][number]): string[] => shown.map(([, , cell]) => cell(unit));
  // Names alone are a line, not a page of a table.
  if (shown.length === 1) return html`<p>${units.map(({ name }) => name).join(", ")}.</p>`;
  return table(shown.map(([head, , , number]) => ({ head, number: number ?? false })), units.map(row));
}

function outcomesBody(protocol: TrialProtocol, sealed: SealedSchedule | null): Html {
  const { outcomes, primary, subgroups } = protocol;
  const otherwise = sealed ? protocolChanges(sealed.protocol, protocol) : [];
  const told = ({ name, offences, domestic }: TrialOutcome, i: number): Html =>
    html`<li><strong>${name}</strong>${i === 0 ? ` (primary, by ${primary})` : ""}: ${offences.length === 0 ? "every offence" : offences.join(", ")}${domestic === "all" ? "" : domestic === "only" ? "; domestic only" : "; without domestic"}</li>`;
  return html`<p>Declared in the protocol:</p><ul>${outcomes.map(told)}</ul>
${otherwise.length === 0 ? "" : html`<p class="bad">Otherwise than version ${sealed?.version ?? ""} sealed it: ${otherwise.join(", ")}. What was not declared before is exploratory.</p>`}
<p>Each is compared by prevalence (location-days with at least one incident), count (incidents) and, where a harm table was given, harm (days of imprisonment).</p>
<h3>Subgroups declared beforehand</h3>${subgroups.length === 0 ? html`<p>None.</p>` : html`<ul>${subgroups.map(({ name, units }) => html`<li>${name}: ${count(units.length)} units</li>`)}</ul>`}`;
}

function powerBody(power: TrialPower | null, protocol: TrialProtocol): Html {
  if (power === null) return notDone("the project keeps no result of a power calculation. The number of units and days is that of the protocol.");
  const fall = (value: number | null): string => (value === null ? "none, however large" : percent(value));
  return html`<p>From ${count(power.historyDays)} days of the past, for ${count(power.hotspots)} hotspots on ${count(power.days)} days; a change of ${expectedInWords(protocol)} was expected.</p>
${power.measures.map(({ measure, verdict, formulas, simulations, history }) => html`<h3>${measure}</h3><p>${verdict}</p>
${table(
    [{ head: "Method", width: 28 }, { head: "Formula, or test that was simulated" }, { head: "Smallest fall detected", number: true }, { head: "Power at the expected change", number: true }, { head: "False alarms", number: true }],
    [...formulas, ...simulations].map(({ name, text, smallest, power: reached, falseAlarms }) => [name, text, fall(smallest), percent(reached), falseAlarms === null ? "–" : percent(falseAlarms)]),
  )}
<p class="muted">Mean per location-day ${decimal(history.mean, 3)}, variance ${decimal(history.variance, 3)}; ${percent(history.betweenHotspots)} of the variance lies between hotspots, ${percent(history.betweenDays)} between days.</p>`)}
${list(power.cautions)}`;
}
