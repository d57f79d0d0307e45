// The job that reads a file of patrols, positions or stops: columns by name, and every row kept or set aside with its reason.

import { planeProjection, type Plane } from "../../geo/plane.ts";
import { crsByCode } from "../../geo/crs.ts";
import { InputError } from "../../errors.ts";
import { headerKey } from "../../incidents/columnRole.ts";
import type { ColumnProfile } from "../../incidents/columnProfile.ts";
import { openSource, sourceSchema } from "../../incidents/incidentSource.ts";
import { DATE_READINGS, type DateReading } from "../../incidents/parseTime.ts";
import { previewIncidents } from "../../incidents/previewIncidents.ts";
import { createRowPoint } from "../../incidents/rowPoint.ts";
import { defineJob, type JobContext } from "../../job.ts";
import { planeSchema, z } from "../../schema.ts";
import { trialUnitSchema } from "../protocolSchema.ts";
import type { ActivityReport, Patrols, Sightings } from "./activity.ts";
import { activityColumns, isActivityRole, type ActivityRole } from "./activityColumns.ts";
import { nearbySightings } from "./nearbySightings.ts";
import { createPatrolReader } from "./patrolReader.ts";
import type { RowContext } from "./rowReader.ts";
import { createSightingReader } from "./sightingReader.ts";

export interface ReadActivity {
  /** The one that was asked for; null the other. */
  readonly patrols: Patrols | null;
  readonly sightings: Sightings | null;
  readonly report: ActivityReport;
}

const paramsSchema = z.strictObject({
  source: sourceSchema,
  name: z.string().describe("the file's name, for the report"),
  kind: z.enum(["patrols", "pings", "stops"]),
  units: z.array(trialUnitSchema).min(1).describe("of the trial: rows name them by id or name"),
  ring: z.number().nonnegative().default(75).describe("positions farther than this from every unit are counted and not kept, but for those of the same officer just before and after a near one, m"),
  plane: planeSchema,
  mapping: z.record(z.string(), z.string().refine(isActivityRole, { error: "is no role of a column" }).transform((role) => role as ActivityRole)).default({}).describe("header → role, where the headers do not say it"),
  dateOrder: z.enum(DATE_READINGS as [DateReading, ...DateReading[]]).optional().describe("where the dates do not prove it"),
  crs: z.string().optional().describe("of the positions: an EPSG code; not given: degrees, or where the headers say easting and the plane is British, British National Grid"),
});

export const readActivity = defineJob({
  title: "Read patrol logs, radio positions or stops, with a report that adds up",
  params: paramsSchema,
  run: read,
});

const LINES = 5;

async function read(params: z.output<typeof paramsSchema>, context: JobContext): Promise<ReadActivity> {
  const { source, name, kind } = params;
  const preview = await previewIncidents.run({ source, name, quotes: "standard" }, { ...context, progress: (fraction, note) => context.progress(0.3 * fraction, note) });
  const headers = preview.columns.map((column) => column.name);
  const columns = activityColumns(headers, kind, name, params.mapping);
  const dated = preview.columns[columns.date >= 0 ? columns.date : kind === "patrols" ? columns.start : columns.time];
  const row: RowContext = {
    columns,
    reading: params.dateOrder ?? provenReading(dated, dated.name, name),
    unitOf: unitNames(params.units),
    placesAt: placeReader(params.plane, params.crs ?? crsOfHeaders(headers[columns.startX] ?? headers[columns.x] ?? "", params.plane, name)),
  };
  const reader = kind === "patrols" ? createPatrolReader(row) : createSightingReader(row, kind);
  const setAside = new Map<string, { count: number; readonly lines: number[] }>();
  let rows = 0, kept = 0, before = 0;
  const opened = await openSource(source, name, preview.inner);
  for await (const batch of opened.batches(preview)) {
    context.progress(0.3 + 0.7 * batch.fraction, "Reading rows");
    for (const [i, cells] of batch.rows.entries()) {
      if (cells.every((cell) => cell.trim() === "")) continue;
      // Titles above the header, and the header itself.
      if (before <= preview.headerRow) {
        before++;
        continue;
      }
      rows++;
      const reason = cells.length === headers.length ? reader.read(cells) : `${cells.length} cells stand under ${headers.length} headers`;
      if (reason === null) {
        kept++;
        continue;
      }
      const entry = setAside.get(reason) ?? { count: 0, lines: [] };
      setAside.set(reason, entry);
      entry.count++;
      if (entry.lines.length < LINES) entry.lines.push(batch.lineOf(i));
    }
  }
  const all = reader.finish();
  const found = kind === "patrols" ? all : nearbySightings(all as Sightings, params.units, params.ring);
  const far = kind === "patrols" ? 0 : kept - (found as Sightings).time.length;
  const report: ActivityReport = {
    file: name, kind, rows, far,
    kept: kept - far,
    setAside: [...setAside].map(([reason, { count, lines }]) => ({ reason, count, lines })).toSorted((a, b) => b.count - a.count),
    notices: reader.notices(),
    columns: Object.entries(columns).flatMap(([role, at]) => (at >= 0 ? [`${role}: ${headers[at]}`] : [])),
  };
  if (kept === 0) throw new InputError(`"${name}": of ${rows} rows none can be used${report.setAside.length > 0 ? `: ${report.setAside[0].reason} (line ${report.setAside[0].lines[0]})` : ""}. Choose another file, or say what its columns are.`);
  return { patrols: kind === "patrols" ? (found as Patrols) : null, sightings: kind === "patrols" ? null : (found as Sightings), report };
}

/** @throws InputError where the dates can be read in two ways, or in none; numbers must be said to be dates, as when incidents are imported. */
function provenReading({ readings, example }: ColumnProfile, column: string, name: string): DateReading {
  if (readings.length === 1 && !/serial|epoch/.test(readings[0].reading)) return readings[0].reading;
  if (readings.length === 0) throw new InputError(`"${name}": the column "${column}" does not read as dates (for example "${example}"). Write them as 2024-04-01 12:15, or name another column.`);
  const ways = readings.map(({ reading, as }) => `${as} (${reading})`).join(" or ");
  throw new InputError(`"${name}": "${example}" in "${column}" can be ${ways}. Choose the order of dates, or write them as 2024-04-01.`);
}

/** By id first: a unit's name may be another's id. */
function unitNames(units: readonly { readonly id: string; readonly name: string }[]): RowContext["unitOf"] {
  const known = new Map<string, number>();
  for (const key of ["id", "name"] as const) units.forEach((unit, i) => known.set(headerKey(unit[key]), known.get(headerKey(unit[key])) ?? i));
  return (text) => known.get(headerKey(text));
}

/** @throws InputError where the positions are metres of a system that nothing names */
function crsOfHeaders(header: string, plane: Plane, name: string): string {
  if (!/\beasting/.test(headerKey(header))) return "EPSG:4326";
  if (plane.kind === "british-national-grid") return "EPSG:27700";
  throw new InputError(`"${name}" gives positions as "${header}", and nothing says in which system. Give its EPSG code (--crs, or Settings of the Delivery page), such as EPSG:32631.`);
}

function placeReader(plane: Plane, code: string): RowContext["placesAt"] {
  const crs = crsByCode(code), projection = planeProjection(plane);
  return (x, y) => {
    const point = createRowPoint({ x, y, point: -1 }, crs, false);
    return (cells) => {
      if (x < 0 || y < 0 || (cells[x].trim() === "" && cells[y].trim() === "")) return null;
      const fault = point.read(cells);
      return fault ? FAULTS[fault] : projection.forward(crs.toLonLat(point.x, point.y));
    };
  };
}

const FAULTS = {
  "no-coordinates": "the position is missing",
  "bad-coordinates": "the position is no plain decimal numbers",
  "placeholder-coordinates": "the position is a placeholder (0, 0 or latitude 90)",
  "coordinates-out-of-range": "the position is no longitude within 180 and latitude within 90 degrees",
} as const;
