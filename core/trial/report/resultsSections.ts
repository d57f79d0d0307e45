// What happened: the report's results, in CONSORT's order.

import { count } from "../../inWords.ts";
import { html, type Html } from "../../record/html.ts";
import { armsChart } from "../charts/armsChart.ts";
import { cumulativeDifference } from "../charts/cumulativeDifference.ts";
import { flowDiagram } from "../charts/flowDiagram.ts";
import { forestPlot, ratioRows } from "../charts/forestPlot.ts";
import type { TrialEvaluation } from "../evaluate/trialEvaluation.ts";
import type { TrialProtocol } from "../protocol.ts";
import { ancillarySections } from "./ancillarySections.ts";
import { comparisonTable } from "./comparisonTable.ts";
import { deliveryBody } from "./deliveryBody.ts";
import { adjustedTable, randomisationTable, ratesTable } from "./inferenceTables.ts";
import { figure, WIDE } from "./reportFigure.ts";
import { given, notDone, type ReportSection } from "./reportSection.ts";
import { periodOf } from "./structuredSummary.ts";
import type { TrialReportInput } from "./trialReportInput.ts";

export function resultsSections({ cover, protocol, dosage, evaluation }: TrialReportInput): ReportSection[] {
  return [
    { id: "flow", title: "Flow of location-days", body: flowBody(protocol, evaluation, cover.stopped) },
    { id: "delivery", title: "Delivery", body: deliveryBody(dosage, protocol.level) },
    { id: "results", title: "Outcomes and estimation", body: evaluation === null ? notDone("the trial was not evaluated.") : outcomesBody(evaluation, protocol) },
    { id: "ancillary", title: "Ancillary analyses", body: evaluation === null ? notDone("the trial was not evaluated.") : ancillarySections(evaluation) },
    { id: "harms", title: "Harms", body: given(cover.harms) },
  ];
}

function flowBody(protocol: TrialProtocol, evaluation: TrialEvaluation | null, stopped: string): Html {
  const dates = html`<h3>Dates</h3><p>${periodOf(protocol)}.</p><h3>Why the trial ended</h3>${given(stopped)}`;
  if (evaluation === null) return html`${notDone("the trial was not evaluated.")}${dates}`;
  const { incidents, daysAnalysed, daysPlanned } = evaluation.flow;
  return html`${figure(flowDiagram({ flow: evaluation.flow, width: WIDE }))}
<p>${daysAnalysed < daysPlanned ? `${count(daysAnalysed)} of ${count(daysPlanned)} trial days were analysed. ` : ""}Of ${count(incidents.total)} incidents of the outcomes in the analysed days ${count(incidents.inUnits)} lie in units${incidents.inSeveralUnits > 0 ? ` (${count(incidents.inSeveralUnits)} in more than one: they count in each)` : ""}, ${count(incidents.inRings)} in the rings about them and ${count(incidents.elsewhere)} elsewhere.</p>${dates}`;
}

function outcomesBody(evaluation: TrialEvaluation, protocol: TrialProtocol): Html {
  const { comparisons, rates, cumulative, primary, level } = evaluation;
  const measures = [primary.measure, ...(["prevalence", "count", "harm"] as const).filter((measure) => measure !== primary.measure)];
  return html`<p>Intention to treat: every location-day by the arm that was drawn for it. Primary outcome: ${primary.outcome} by ${primary.measure}.</p>
${comparisonTable(comparisons, level)}
<h3>Randomisation tests</h3>${randomisationTable(evaluation)}
<h3>Several outcomes</h3>${adjustedTable(evaluation.adjusted)}
<h3>Rate ratios</h3>${ratesTable(rates)}
${rates.length === 0 ? "" : figure(forestPlot({ rows: ratioRows(rates, primary.outcome), what: "incidents", width: WIDE }))}
${measures.filter((measure) => comparisons.some((one) => one.measure === measure)).map((measure) => figure(armsChart({ comparisons, measure, width: WIDE })))}
${cumulative.filter(({ outcome }) => outcome === primary.outcome).map((days) => figure(cumulativeDifference({ days, first: protocol.first, width: WIDE })))}`;
}
