// Whether treatment was delivered: patrols, positions and stops by arm, week by week, unit by unit.

import { count, decimal, percent } from "../../inWords.ts";
import { html, table, type Html } from "../../record/html.ts";
import { armsChart } from "../charts/armsChart.ts";
import { dosageStrip } from "../charts/dosageStrip.ts";
import { patrolLengths } from "../charts/patrolLengths.ts";
import { weeklyDosage } from "../charts/weeklyDosage.ts";
import type { Dosage, Share } from "../dosage/dosage.ts";
import { between } from "./comparisonInWords.ts";
import { comparisonTable } from "./comparisonTable.ts";
import { figure, WIDE } from "./reportFigure.ts";
import { list, notDone } from "./reportSection.ts";

export function deliveryBody(dosage: Dosage | null, level: number): Html {
  if (dosage === null) return notDone("no patrol logs or positions were given, so that nothing is known of what was delivered.");
  const { alarms, comparisons, delivered, contaminated, longEnough, lengths, series, matched, byUnit, notices, amber, green } = dosage;
  // The series that the alarm watches say whether treatment was delivered; the others are in the table.
  const watched = alarms.map(({ name }) => series.findIndex((one) => one.name === name)).filter((i) => i >= 0);
  return html`${alarms.map(({ name, state, words }) => html`<p><strong>${name}: ${state}.</strong> ${words}</p>`)}
${table(
    [{ head: "" }, { head: "Number", number: true }, { head: "Share", number: true }, { head: `${percent(1 - level, 0)} interval`, number: true }],
    [
      ...share("Treatment location-days with a full patrol", delivered),
      ...share("Control location-days with a full patrol", contaminated),
      ...share(`Patrols of at least ${amber} minutes`, longEnough?.amber ?? null),
      ...share(`Patrols of at least ${green} minutes`, longEnough?.green ?? null),
    ],
  )}
${comparisonTable(comparisons, level)}
${comparisons.length === 0 ? "" : figure(armsChart({ comparisons, measure: "dosage", width: WIDE }))}
${lengths === null ? "" : figure(patrolLengths({ lengths, amber, green, longEnough, width: WIDE }))}
${watched.map((i) => figure(weeklyDosage({ dosage, series: i, width: WIDE })))}
${watched.slice(0, 1).map((i) => figure(dosageStrip({ dosage, series: i, width: WIDE })))}
${byUnit.length === 0 ? "" : html`<h3>By unit</h3>${table(
    [{ head: "Unit" }, { head: "Treatment days", number: true }, { head: "with a full patrol", number: true }, { head: "Control days", number: true }, { head: "with a full patrol", number: true }, { head: "Full patrols on treatment days", number: true }, { head: "Minutes", number: true }],
    byUnit.map((unit) => [unit.name, count(unit.treatmentDays), percent(unit.delivered / Math.max(1, unit.treatmentDays)), count(unit.controlDays), percent(unit.contaminated / Math.max(1, unit.controlDays)), count(unit.fullPatrols), decimal(unit.minutes, 0)]),
  )}`}
<h3>What became of the records</h3>
${table(
    [{ head: "Records of" }, { head: "Rows", number: true }, { head: "Matched to a unit", number: true }, { head: "In a ring", number: true }, { head: "In no unit", number: true }, { head: "Outside the days", number: true }, { head: "Left out", number: true }],
    matched.map(({ kind, rows, matched: kept, inRing, noUnit, outsideDays, leftOut }) => [kind, ...[rows, kept, inRing, noUnit, outsideDays, leftOut].map(count)]),
  )}
${list(notices)}
<p class="muted">${series.map(({ name, definition }) => html`${name}: ${definition} `)}</p>`;
}

const share = (name: string, one: Share | null): string[][] =>
  one === null ? [] : [[name, `${count(one.yes)} of ${count(one.of)}`, percent(one.share), between(one.interval, (value) => percent(value))]];
