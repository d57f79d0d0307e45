// A trial's report as one printable HTML file in the order of CONSORT: no script, nothing from the network; what was not done says so.

import { britishDate, britishTime } from "../../record/britishDate.ts";
import { documentStyle } from "../../record/documentStyle.ts";
import { mark } from "../../record/hotspotPage.ts";
import { html, raw, table, type Html } from "../../record/html.ts";
import { closingSections } from "./closingSections.ts";
import { consortChecklist } from "./consortChecklist.ts";
import { methodsSections } from "./methodsSections.ts";
import type { ReportSection } from "./reportSection.ts";
import { resultsSections } from "./resultsSections.ts";
import { structuredSummary } from "./structuredSummary.ts";
import { reportTitle } from "./trialCover.ts";
import type { TrialReportInput } from "./trialReportInput.ts";

/** Parts of the report: sheets on the screen, one after the other on paper. */
const PARTS = [["Methods", methodsSections], ["Results", resultsSections], ["Discussion and other information", closingSections]] as const;

export function trialReport(input: TrialReportInput): string {
  const { cover, author, marking, project, made, version, protocol } = input;
  const title = reportTitle(cover, protocol.title);
  const parts = PARTS.map(([name, sections]) => [name, sections(input)] as const);
  const all = parts.flatMap(([, sections]) => sections);
  const { html: text } = html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Hexbeat ${version}"><title>${title}</title>
<style>${raw(documentStyle(marking, `${protocol.title}, ${britishDate(made)}`))}${raw(STYLE)}</style></head>
<body>
<section class="sheet" id="summary">
<h1>${mark(input)}${title}</h1>
<p class="muted">${[author === "" ? "" : `by ${author}`, britishTime(made), project === title ? "" : `project ${project}`, `Hexbeat ${version}`].filter(Boolean).join(" · ")}</p>
<h2>Summary</h2>
${structuredSummary(input).map(([head, words]) => html`<h3>${head}</h3><p class="summary">${words}</p>`)}
<h2>Contents</h2>
<ol class="contents">${all.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}<li><a href="#checklist">CONSORT checklist</a></li></ol>
</section>
${parts.map(([name, sections]) => html`<section class="sheet part-of">
<p class="part">${mark(input)}${name}</p>
${sections.map(({ id, title: head, body }) => html`<h2 id="${id}">${numberOf(all, id)} ${head}</h2>
${body}`)}
</section>
`)}
<section class="sheet checklist">
<h2 id="checklist">${mark(input)}${all.length + 1} CONSORT checklist</h2>
${checklist(input, all)}
</section>
</body></html>
`;
  return text;
}

const numberOf = (all: readonly ReportSection[], id: string): number => all.findIndex((section) => section.id === id) + 1;

function checklist(input: TrialReportInput, all: readonly ReportSection[]): Html {
  return html`<p class="muted">Items of CONSORT 2010 (Schulz, Altman and Moher), with what the extensions for cluster and crossover trials add to a trial of location-days.
11b (similarity of interventions) does not apply.</p>
${table(
    [{ head: "Item", width: 12 }, { head: "What is to be reported" }, { head: "Where it stands", width: 68 }],
    consortChecklist(input).map(({ item, text, section, missing }) => {
      const found = all.find(({ id }) => id === section);
      const where = html`<a href="#${section}">${found ? `${numberOf(all, found.id)} ${found.title}` : "Summary"}</a>`;
      return [item, text, missing === null ? where : html`<strong>${missing}</strong>`];
    }),
  )}`;
}

const STYLE = `
.part { color: #444; letter-spacing: .08em; text-transform: uppercase; font-size: 8pt; margin: 0 0 1mm; }
.part + h2 { margin-top: 0; }
@media print { .part-of { break-after: auto; } .part-of + .part-of { margin-top: 8mm; } .checklist { break-before: page; } }
.summary { font-size: 10pt; line-height: 1.4; }
.contents { columns: 2; margin: 0; padding-left: 6mm; }
ol { margin: 0 0 1.6mm; padding-left: 6mm; }
code { font-family: "Courier New", monospace; font-size: 7pt; overflow-wrap: anywhere; }
figure.chart { margin: 3mm 0; }
figure.chart svg { display: block; max-width: 100%; height: auto; }
figure.chart figcaption { line-height: 1.35; color: #333; }
th.number { white-space: normal; }
.whole { white-space: nowrap; }
`;
