// Every file of the sample project, made from the seed: the same bytes each time.

import { gzipSync } from "fflate";

import { DAY, drawIncidents } from "./incidents.ts";
import { civilMinute, incidentsCsv } from "./incidentsCsv.ts";
import { layers } from "./layers.ts";
import { manifest } from "./manifest.ts";
import { drawPatrols, drawPings } from "./patrols.ts";
import { lonLat } from "./site.ts";
import { starterPlan } from "./starterPlan.ts";
import { makeTown } from "./town.ts";
import { designTrial, TRIAL_FROM, withEffect, type Trial } from "./trial.ts";

/** File name → content. */
export function sampleFiles(): Map<string, Uint8Array> {
  const town = makeTown();
  const untreated = drawIncidents(town).sort((a, b) => a.start - b.start);
  const trial = designTrial(untreated);
  const incidents = withEffect(untreated, trial);
  const patrols = drawPatrols(town, trial);

  const patrolRows = patrols.map(({ area, officer, start, end, from, to }) =>
    [area, officer, civilMinute(start), civilMinute(end), ...lonLat(from, 5), ...(to ? lonLat(to, 5) : ["", ""])].join(","));
  const pingRows = drawPings(patrols).map(({ officer, time, at }) =>
    [officer, new Date(time).toISOString().slice(0, 19).replace("T", " "), ...lonLat(at, 5)].join(","));

  const files = new Map<string, Uint8Array>();
  const add = (name: string, text: string): void => {
    const bytes = new TextEncoder().encode(text);
    files.set(name, name.endsWith(".gz") ? gzipSync(bytes, { level: 9, mtime: 0 }) : bytes);
  };
  add("incidents.csv.gz", incidentsCsv(incidents));
  for (const [name, text] of Object.entries(layers(town.streets, trial))) add(`${name}.geojson`, text);
  add("plan.json", JSON.stringify(starterPlan(incidents), null, 1) + "\n");
  add("trial-schedule.csv", schedule(trial));
  add("patrol-logs.csv.gz",
    csv("area,officer,start,end,start longitude,start latitude,end longitude,end latitude", patrolRows));
  add("radio-pings.csv.gz", csv("officer,time,longitude,latitude", pingRows));
  add("manifest.json", JSON.stringify(manifest, null, 1) + "\n");
  return files;
}

function schedule({ hotspots, treated }: Trial): string {
  const rows = treated.flatMap((ids, day) =>
    hotspots.map(({ id }) => `${civilMinute(TRIAL_FROM + day * DAY).slice(0, 10)},${id},${ids.has(id) ? "treatment" : "control"}`));
  return csv("date,hotspot,arm", rows);
}

const csv = (header: string, rows: readonly string[]): string => [header, ...rows].join("\n") + "\n";
