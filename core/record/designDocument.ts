// A design as one printable HTML file: no script, nothing from the network, one sheet a hotspot.

import { describePlane } from "../geo/plane.ts";
import type { PointIndex } from "../geo/pointIndex.ts";
import { area, count, decimal, metres, percent, signed } from "../inWords.ts";
import type { Captured } from "../hotspots/captured.ts";
import { metres as inMetres } from "../plan/edits/edit.ts";
import type { Exclusion, Plan } from "../plan/plan.ts";
import { britishDate, britishTime, withBritishDates } from "./britishDate.ts";
import { changesInWords, gainOf } from "./changeInWords.ts";
import { titleOf } from "./cover.ts";
import { hotspotMap, mapScene, overviewMap, type MapContext } from "./designMaps.ts";
import type { LogEntry } from "./designLog.ts";
import type { DesignRecord } from "./designRecord.ts";
import { documentStyle } from "./documentStyle.ts";
import { hotspotPage, mark } from "./hotspotPage.ts";
import { groupBy } from "./groupBy.ts";
import { facts, html, raw, table, type Html } from "./html.ts";
import { ORIGIN_IN_WORDS } from "./stepOrigin.ts";
import { HATCH_DEFS } from "./svgMap.ts";

/** mm of an A4 sheet within its margins. */
const WIDTH = 180;

/**
 * @param record - core/record/designRecord.ts
 * @param plan - the present one, for the maps
 * @param index - of the incidents that the filter keeps
 */
export function designDocument(record: DesignRecord, plan: Plan, index: PointIndex, context: readonly MapContext[]): string {
  const { cover, project, made, version } = record;
  const title = titleOf(cover, project);
  const scene = mapScene(plan, index, context);
  const byId = new Map(plan.hotspots.map((hotspot) => [hotspot.id, hotspot]));
  const pages = record.hotspots.map((hotspot, i) => hotspotPage(record, hotspot, i + 1, hotspotMap(scene, byId.get(hotspot.id)!, WIDTH, 98)));
  const { html: text } = html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Hexbeat ${version}"><title>${title}</title>
<style>${raw(documentStyle(cover.marking, `${title}, ${britishDate(made)}`))}</style></head>
<body>${raw(HATCH_DEFS)}
<section class="sheet">
<h1>${mark(cover)}${title}</h1>
<p class="muted">${[project === title ? "" : `Project ${project}`, cover.author === "" ? "" : `by ${cover.author}`, britishTime(made), `Hexbeat ${version}`].filter(Boolean).join(" · ")}</p>
${facts([
    ["Incidents", `${count(record.kept)} of ${count(record.loaded)} recorded, ${withBritishDates(record.period) || "without times"}`],
    ["Filter", withBritishDates(record.filter)],
    ["Source", record.sources.join(", ")],
  ])}
${overviewMap(scene, WIDTH, 185)}
<p class="caveat">These are recorded crimes, at the places and times that were recorded: not every crime is reported, and places may be those of a street or a
junction. Hotspots are chosen by the counts that are shown of them, so that later counts will on average be lower (regression to the mean).</p>
</section>
<section class="sheet">
${summary(record)}
${account(record)}
</section>
${pages}
<section class="sheet">
${log(record)}
</section>
</body></html>
`;
  return text;
}

function summary(record: DesignRecord): Html {
  const { hotspots, alone, captured, violations } = record;
  const whole = captured.hotspots.areaShare !== null;
  const shares = (one: Captured): string[] => [
    count(one.incidents), one.incidentShare === null ? "–" : percent(one.incidentShare), area(one.area),
    ...(whole ? [percent(one.areaShare ?? 0, 2), one.pai === null ? "–" : decimal(one.pai, 1)] : []),
  ];
  const numbers = ["Incidents", "Share", "Area", ...(whole ? ["Share of study area", "PAI"] : [])].map((head) => ({ head, number: true }));
  const areas = hotspots.reduce((sum, one) => sum + one.patrolAreas.length, 0) + alone.length;
  return html`<h2>${mark(record.cover)}Hotspots</h2>
${table([{ head: "Overlaps counted once" }, ...numbers], [
    [`${hotspots.length} hotspots`, ...shares(captured.hotspots)],
    ...(areas > 0 ? [[`${areas} patrol areas`, ...shares(captured.patrolAreas)]] : []),
  ])}
${whole ? html`<p class="muted">PAI, the prediction accuracy index: share of incidents / share of the study area (Chainey, Tompson and Uhlig 2008).</p>` : ""}
${violations.length === 0 ? html`<p>Spacing: every rule is kept. Buffers of ${inMetres(record.buffer)} do not overlap, and no hotspot lies in an exclusion that holds.</p>` : html`<p class="bad">Spacing violated, ${violations.length} in all:</p><ul>${violations.map((words) => html`<li>${words}</li>`)}</ul>`}
${table(
    [{ head: "Hotspot" }, { head: "Incidents", number: true }, { head: "Share", number: true }, ...(record.harm ? [{ head: "Harm, days", number: true }] : []), { head: "Area", number: true }, { head: "Nearest" }, { head: "Gap", number: true }, { head: "Patrol areas" }, { head: "Spacing" }],
    hotspots.map((one) => [
      html`<a href="#${one.id}">${one.name}</a>${one.locked ? " (locked)" : ""}`, count(one.incidents), one.share === null ? "–" : percent(one.share, 2),
      ...(one.harm === null ? [] : [count(one.harm)]), area(one.area), one.neighbours[0]?.name ?? "–", one.neighbours[0] ? metres(one.neighbours[0].gap) : "–", one.patrolAreas.map(({ name }) => name).join(", "),
      one.violations.length === 0 ? "kept" : html`<span class="bad">violated</span>`,
    ]),
  )}
${alone.length === 0 ? "" : html`<h3>Patrol areas that stand by themselves</h3>${table(
    [{ head: "Name" }, { head: "Incidents", number: true }, { head: "Share", number: true }, { head: "Area", number: true }, { head: "Perimeter", number: true }, { head: "Note" }],
    alone.map((one) => [one.name, count(one.incidents), one.share === null ? "–" : percent(one.share, 2), area(one.area), metres(one.perimeter), one.note]),
  )}`}`;
}

function account(record: DesignRecord): Html {
  const { reports, methods, harm, exclusions } = record;
  return html`<h2>Data, methods and exclusions</h2>
<h3>Data</h3>
${table(
    [{ head: "File" }, { head: "Records", number: true }, { head: "Loaded", number: true }, { head: "Set aside", number: true }, { head: "Left out", number: true }, { head: "From" }, { head: "To" }, { head: "SHA-256" }],
    reports.map(({ file, records, loaded, setAside, leftOut, from, to, sha256 }) => [
      file, count(records), count(loaded), count(setAside), count(leftOut), from ? britishDate(from) : "–", to ? britishDate(to) : "–", sha256 === "" ? "–" : `${sha256.slice(0, 12)}…`,
    ]),
  )}
${reports.flatMap(({ reasons, leftOutReasons }) => [...reasons, ...leftOutReasons]).map(({ text, count: n }) => html`<p class="muted">${count(n)}: ${text}</p>`)}
${facts([
    ["Filter", withBritishDates(record.filter)],
    ["Plane", describePlane(record.plane)],
    ["Times are good to", record.precision === "none" ? "no times" : `the ${record.precision}`],
    ["Buffer", inMetres(record.buffer)],
    ["Harm", harm ? `${harm.name}: ${harm.weights.map(({ offence, days }) => `${offence} ${days}`).join(", ")} (days for one offence)` : "no table given: harm is not told"],
    ["Without harm", record.withoutHarm.map(({ offence, incidents }) => `${offence} (${count(incidents)} incidents)`).join(", ")],
  ])}
<h3>Methods with the parameters used</h3>
${methods.length === 0 ? html`<p>The project keeps no result of a method.</p>` : methods.map((method) => html`<h3>${method.title}</h3>
<p class="muted">${method.job}, ${britishTime(method.made)}, Hexbeat ${method.version}${method.filter === null ? "" : html`, on ${withBritishDates(method.filter)}`}</p>
${facts(method.findings)}
<p>${method.parameters.map(([name, value]) => `${name}: ${value}`).join("; ")}.</p>`)}
<h3>Exclusions</h3>
${exclusions.length === 0 ? html`<p>None.</p>` : exclusionTable(exclusions)}`;
}

/** Overruled ones first, each with its note: they are what a reader asks about. Those of one rule and reason stand together. */
function exclusionTable(exclusions: readonly Exclusion[]): Html {
  const groups = groupBy(exclusions, ({ id, rule, reason, overruled }) => (overruled !== undefined || rule === undefined ? id : `${rule} ${reason}`));
  const rows = groups.sort(([a], [b]) => Number(a.overruled === undefined) - Number(b.overruled === undefined));
  return table(
    [{ head: "Exclusion" }, { head: "Reason", width: 45 }, { head: "Made by", width: 40 }, { head: "Holds", width: 38 }],
    rows.map((group) => {
      const [{ reason, rule, overruled }] = group;
      const names = group.map(({ name }) => name).sort((a, b) => a.localeCompare(b)).join(", ");
      return [group.length > 1 ? `${count(group.length)}: ${names}` : names, reason, rule ?? "hand", overruled === undefined ? "yes" : html`<strong>overruled</strong>: ${overruled}`];
    }),
  );
}

function log({ cover, began, log: entries }: DesignRecord): Html {
  return html`<h2>${mark(cover)}Design log</h2>
<p>Every step in force, in its order; steps that were undone are not in it, and the project keeps no time of a step. Incidents are those of the filter above,
whatever it was when the step was made. At the start: ${began.hotspots.length} hotspots, ${began.patrolAreas.length} patrol areas, ${began.exclusions.length} exclusions.</p>
${gains(entries)}
${entries.length === 0 ? html`<p>No step yet.</p>` : table(
    [{ head: "Step", width: 9 }, { head: "What", width: 42 }, { head: "How", width: 20 }, { head: "Changes, and what they gained" }, { head: "Spacing", width: 36 }],
    entries.map((entry) => [
      entry.step, entry.label, ORIGIN_IN_WORDS[entry.origin], changesInWords(entry).map((line) => html`<div>${line}</div>`),
      [...entry.resolved.map(({ words }) => html`<div>resolved: ${words}</div>`), ...entry.appeared.map(({ words }) => html`<div class="bad">violated: ${words}</div>`)],
    ]),
  )}`;
}

/** What moving, turning and reshaping gained in all, by hand and by proposals taken over. */
function gains(entries: readonly LogEntry[]): Html {
  const told = (["by hand", "proposal"] as const).flatMap((origin) => {
    const made = entries.filter((entry) => entry.origin === origin).flatMap((entry) => gainOf(entry) ?? []);
    return made.length === 0 ? [] : [`${ORIGIN_IN_WORDS[origin]}, ${signed(made.reduce((sum, gain) => sum + gain, 0), 0)} incidents inside in ${made.length} ${made.length === 1 ? "step" : "steps"}`];
  });
  return told.length === 0 ? html`` : html`<p>What moving, turning and reshaping gained: ${told.join("; ")}.</p>`;
}
