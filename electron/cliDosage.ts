// `hexbeat dosage`: what of a trial's treatment was delivered, from patrol logs, positions and stops.

import { basename } from "node:path";
import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import { DATE_READINGS } from "../core/incidents/parseTime.ts";
import { total } from "../core/stats/total.ts";
import type { ActivityKind, ActivityReport, Patrols, Sightings } from "../core/trial/dosage/activity.ts";
import { mappingFromText } from "../core/trial/dosage/activityColumns.ts";
import { dosageCsv } from "../core/trial/dosage/dosageCsv.ts";
import type { Dosage } from "../core/trial/dosage/dosage.ts";
import { joinPatrols, joinSightings } from "../core/trial/dosage/joinActivity.ts";
import type { ReadActivity } from "../core/trial/dosage/readActivity.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { givenFile, givenPath, withProject } from "./cliFiles.ts";
import { runNamedJob } from "./cliJob.ts";
import { oneOf, positiveNumber, wholeNumber } from "./cliOptions.ts";
import { planeOf } from "./planeOf.ts";
import { scheduledTrial, TRIAL_HELP, TRIAL_OPTIONS } from "./scheduledTrial.ts";

export const DOSAGE_HELP = `hexbeat dosage P.hexbeat [--logs FILE]... [--pings FILE]... [--stops FILE]... [--schedule FILE.csv] [-o location-days.csv]

Matches activity with the trial's hotspots and days, compares treatment with control, and says where they do not differ. Files are CSV or TSV
(also gzip or zip), columns found by their names; of several files of one kind rows that repeat an earlier file's are left out.

  --logs FILE          patrols: hotspot, officer, start, end, and positions where there are any; the tasking pack's log as it is
  --pings FILE         radio or telephone positions: time, longitude, latitude, officer
  --stops FILE         stops and searches: time, and position or hotspot
${TRIAL_HELP}
  -o FILE.csv          one row a location-day with every series
  --map "COLUMN=role"  a column whose name does not say what it is: unit, officer, date, start, end, minutes, time, startX, startY, endX, endY, x, y, group
  --date-order ORDER   ${DATE_READINGS.join(", ")}
  --crs EPSG:n         of the positions; degrees where it is not given, or British National Grid where headers say easting in a British project
  --elsewhere count    or "leave out": patrols that stood farther than the ring from the hotspot that they name
  --gap 5              minutes between positions of one officer that are still one stay
  --least 1.1          the alarm: how many times the activity of control days treatment days must have
  --weeks 4            that the alarm looks at, beside all days so far`;

const FILES = { logs: "patrols", pings: "pings", stops: "stops" } as const;

export async function dosageCommand(args: readonly string[]): Promise<unknown> {
  const many = { type: "string", multiple: true } as const, one = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { logs: many, pings: many, stops: many, map: many, ...TRIAL_OPTIONS, "date-order": one, crs: one, elsewhere: one, gap: one, least: one, weeks: one, output: { ...one, short: "o" } },
  });
  if (positionals.length !== 1) throw new InputError("Name one project: hexbeat dosage P.hexbeat --logs FILE.");
  const files = Object.entries(FILES).flatMap(([flag, kind]) => (values[flag as keyof typeof FILES] ?? []).map((path) => ({ path, kind })));
  if (files.length === 0) throw new InputError("Give patrol logs, positions or stops: --logs FILE, --pings FILE, --stops FILE.");
  return withProject(positionals[0], "read", async (project) => {
    const { protocol, arms } = await scheduledTrial(project, values);
    const plane = await planeOf(project);
    if (!plane) throw new InputError("The project has no incidents, so nothing says which plane it is in. Import them first (hexbeat import).");
    const { units, first, days, startHour, clocks, ring, amber, green, level } = protocol;
    const reading = { units, ring, plane, mapping: mappingFromText((values.map ?? []).join(",")), dateOrder: oneOf("--date-order", values["date-order"], DATE_READINGS), ...(values.crs && { crs: values.crs }) };
    let patrols: Patrols | null = null;
    const sightings: Record<"pings" | "stops", Sightings | null> = { pings: null, stops: null };
    const reports: ActivityReport[] = [];
    for (const { path, kind } of files) {
      const read = (await runNamedJob("readActivity", { ...reading, kind, name: basename(path), source: { kind: "text", file: await givenFile(path) } })) as ReadActivity;
      reports.push(read.report);
      if (read.patrols) patrols = told(path, joinPatrols(patrols, read.patrols));
      if (read.sightings) sightings[kind as Exclude<ActivityKind, "patrols">] = told(path, joinSightings(sightings[kind as Exclude<ActivityKind, "patrols">], read.sightings));
    }
    const dosage = (await runNamedJob("dosageOfTrial", {
      units, first, days, startHour, clocks, arms, ring, amber, green, level, patrols, ...sightings,
      elsewhere: oneOf("--elsewhere", values.elsewhere, ["count", "leave out"]),
      gap: positiveNumber("--gap", values.gap),
      least: positiveNumber("--least", values.least),
      weeks: wholeNumber("--weeks", values.weeks),
    })) as Dosage;
    if (values.output) atomicWrite(givenPath(values.output), new TextEncoder().encode(dosageCsv(dosage)));
    return { files: reports, ...summaryOf(dosage), ...(values.output && { file: values.output }) };
  });
}

function told<Columns>(path: string, { joined, repeated }: { readonly joined: Columns; readonly repeated: number }): Columns {
  if (repeated > 0) console.error(`hexbeat: ${path}: ${repeated} rows repeat an earlier file's and were left out.`);
  return joined;
}

/** Without what has a value for every location-day: that is the table's. */
function summaryOf(dosage: Dosage) {
  const { units, days, amber, green, delivered, contaminated, longEnough, comparisons, alarms, byUnit, byWeek, shifts, matched, elsewhere, notices, conventions } = dosage;
  return {
    units: units.length, days, amber, green, matched, delivered, contaminated, longEnough, alarms, comparisons, byUnit,
    shifts: shifts.map(({ name, from, to, patrols, fullPatrols, minutes }) => ({ name, from, to, patrols: total(patrols), fullPatrols: total(fullPatrols), minutes: total(minutes) })),
    series: dosage.series.map(({ name, definition, from, until, values }) => ({ name, definition, from, until, total: total(values) })),
    byWeek, elsewhere, notices, conventions,
  };
}
