// One hotspot on one sheet: map, numbers, hours, neighbours, exclusions, and what was done to it.

import { compassPoint } from "../geo/bearing.ts";
import { area, count, decimal, metres, percent } from "../inWords.ts";
import { changeInWords } from "./changeInWords.ts";
import type { DesignCover } from "./cover.ts";
import type { LogEntry, LoggedViolation } from "./designLog.ts";
import type { DesignRecord, HotspotRecord, Near } from "./designRecord.ts";
import { hourBars } from "./hourBars.ts";
import { hoursInWords } from "./hoursInWords.ts";
import { facts, html, table, type Html } from "./html.ts";
import { ORIGIN_IN_WORDS } from "./stepOrigin.ts";

/** More of a list than this would not fit the sheet; the rest is in the lists of the document. */
const NEAR = 5, CHANGES = 6;

export function hotspotPage(record: DesignRecord, hotspot: HotspotRecord, place: number, map: Html): Html {
  return html`<section class="sheet" id="${hotspot.id}">
<h2>${mark(record.cover)}${hotspot.name}<span class="muted">, ${place} of ${record.hotspots.length} by incidents</span></h2>
${hotspot.note === "" ? "" : html`<p>${hotspot.note}</p>`}
${map}
<div class="columns"><div>
<h3>Numbers</h3>
${numbers(record, hotspot)}
${violations(hotspot)}
</div><div>
<h3>Hours of the day</h3>
${hours(hotspot)}
${patrolAreas(hotspot)}
</div></div>
<div class="columns"><div>
<h3>Nearest hotspots</h3>
${hotspot.neighbours.length === 0 ? html`<p>No other hotspot.</p>` : nearTable("Hotspot", hotspot.neighbours)}
</div><div>
<h3>Exclusions within ${metres(2 * record.buffer)}</h3>
${exclusions(hotspot)}
</div></div>
<h3>What was done to it</h3>
${changes(record.log, hotspot)}
</section>`;
}

/** The protective marking in a heading. */
export const mark = ({ marking }: Pick<DesignCover, "marking">): Html => (marking === "" ? html`` : html`<span class="mark">${marking}</span>`);

function numbers({ kept, days, plane }: DesignRecord, hotspot: HotspotRecord): Html {
  const { hexagon, lonLat: [lon, lat], centre } = hotspot;
  return facts([
    ["Incidents inside", html`<strong>${count(hotspot.incidents)}</strong> of ${count(kept)}${hotspot.share === null ? "" : ` (${percent(hotspot.share, 2)})`}`],
    ["Harm inside", hotspot.harm === null ? "" : `${count(hotspot.harm)} days${days ? ` (${percent(hotspot.harm / days, 2)})` : ""}`],
    ["With its patrol areas", hotspot.patrolAreas.length === 0 ? "" : count(hotspot.together)],
    ["Rank as a cell", hotspot.rank === null ? "placed by hand or by proposal" : count(hotspot.rank)],
    ["Area", area(hotspot.area)],
    ["Shape", hexagon ? `hexagon, edge ${metres(hexagon.side)}, a corner at bearing ${decimal(hexagon.bearing, 1)}°` : `polygon, perimeter ${metres(hotspot.perimeter)}`],
    ["Centre", `${decimal(Math.abs(lat), 5)}° ${lat < 0 ? "S" : "N"}, ${decimal(Math.abs(lon), 5)}° ${lon < 0 ? "W" : "E"}`],
    [plane.kind === "british-national-grid" ? "British National Grid" : "In the plane", `E ${decimal(centre.x, 1)} m, N ${decimal(centre.y, 1)} m`],
    ["Locked", hotspot.locked ? "yes" : ""],
  ]);
}

const violations = ({ violations: list }: HotspotRecord): Html =>
  list.length === 0 ? html`<p>Spacing: kept.</p>` : html`<p class="bad">Spacing violated: ${list.join("; ")}.</p>`;

function hours({ profile, hours: offered }: HotspotRecord): Html {
  if (!profile.hours) return html`<p>The data do not say the hour.</p>`;
  const quiet = profile.quietHours.length;
  return html`${hourBars(profile.hours, offered, 86, 31)}
<p>Patrols offered ${hoursInWords(offered ?? undefined)}.${quiet === 0 ? "" : ` No incident in ${quiet} of the 24 hours.`}</p>`;
}

const patrolAreas = ({ patrolAreas: list }: HotspotRecord): Html =>
  list.length === 0
    ? html``
    : html`<h3>Patrol areas</h3>${table(
        [{ head: "Name" }, { head: "Incidents", number: true }, { head: "Share", number: true }, { head: "Area", number: true }, { head: "Perimeter", number: true }],
        list.map((one) => [one.name, count(one.incidents), one.share === null ? "–" : percent(one.share, 2), area(one.area), metres(one.perimeter)]),
      )}`;

const nearTable = (head: string, list: readonly Near[]): Html =>
  table(
    [{ head }, { head: "Gap", number: true }, { head: "Direction" }],
    list.slice(0, NEAR).map(({ name, gap, bearing }) => [name, gapInWords(gap), `${compassPoint(bearing)} (${decimal(bearing, 0)}°)`]),
  );

function exclusions({ exclusions: list }: HotspotRecord): Html {
  if (list.length === 0) return html`<p>None.</p>`;
  const rows = list.slice(0, NEAR).map(({ name, gap, reason, overruled }) => [name, gapInWords(gap), overruled === undefined ? reason : `overruled: ${overruled}`]);
  return html`${table([{ head: "Exclusion" }, { head: "Gap", number: true }, { head: "Why" }], rows)}${more(list.length - NEAR, "in the list of exclusions")}`;
}

const gapInWords = (gap: number): string => (gap === 0 ? "overlaps" : metres(gap));

function changes(log: readonly LogEntry[], { id }: HotspotRecord): Html {
  const lines = log.flatMap(({ step, origin, changes: made, appeared, resolved }) =>
    made.filter((change) => change.id === id).map((change) => {
      const about = (list: readonly LoggedViolation[]): string[] => list.filter(({ between }) => between.includes(id)).map(({ words }) => words);
      const spacing = [...about(resolved).map((words) => `; resolved: ${words}`), ...about(appeared).map((words) => `; violated: ${words}`)];
      return html`<li>Step ${step}, ${ORIGIN_IN_WORDS[origin]}: ${changeInWords(change)}${spacing}</li>`;
    }),
  );
  if (lines.length === 0) return html`<p>Nothing: it stands as the project began.</p>`;
  return html`<ul>${lines.slice(-CHANGES)}</ul>${more(lines.length - CHANGES, "before these, in the log")}`;
}

const more = (n: number, where: string): Html => (n > 0 ? html`<p class="muted">${n} more ${where}.</p>` : html``);
