// The job that loads a file of incidents: a table in the project's plane, and a report that adds up.

import { InputError } from "../errors.ts";
import { crsByCode } from "../geo/crs.ts";
import { describePlane } from "../geo/plane.ts";
import { defineJob, type JobContext } from "../job.ts";
import { z } from "../schema.ts";
import { distinctRows } from "./distinctRows.ts";
import { importNotices } from "./importNotices.ts";
import type { ImportReport } from "./importReport.ts";
import { importSettingsSchema, type ImportSettings } from "./importSettings.ts";
import { openSource, sourceSchema, type IncidentSource } from "./incidentSource.ts";
import { FAR_AWAY, OUT_OF_RANGE, OUTSIDE, placeIncidents, type PlacedIncidents } from "./placeIncidents.ts";
import { presetById } from "./presets.ts";
import type { RawIncidents } from "./rawIncidents.ts";
import { readIncidents } from "./readIncidents.ts";
import { createSetAside, type SetAside } from "./setAside.ts";
import type { IncidentTable, TimePrecision } from "./table.ts";
import { tablePrecision } from "./tablePrecision.ts";

export interface ImportedIncidents {
  readonly table: IncidentTable;
  readonly report: ImportReport;
}

const paramsSchema = z.strictObject({
  source: sourceSchema,
  name: z.string().describe("the file's name, for the report"),
  settings: importSettingsSchema,
  sha256: z.string().default("").describe("of the file, hex, for the report"),
});

export const importIncidents = defineJob({
  title: "Load geocoded incidents from a file, with a report that adds up",
  params: paramsSchema,
  run: ({ source, name, settings, sha256 }, context) => importSource(source, name, settings, sha256, context),
});

/** @throws InputError if the file or the settings cannot be used; single records that cannot are set aside. */
export async function importSource(
  source: IncidentSource,
  name: string,
  settings: ImportSettings,
  sha256: string,
  context: Pick<JobContext, "progress">,
): Promise<ImportedIncidents> {
  const crs = crsByCode(settings.crs);
  const opened = await openSource(source, name, settings.inner);
  const setAside = createSetAside();
  const leftOut = createSetAside();
  const read = await readIncidents(opened.batches(settings), settings, name, setAside, (fraction) =>
    context.progress(0.8 * fraction, "Reading records"),
  );
  const { raw } = read;
  context.progress(0.8, "Placing incidents in the plane");
  const placed = placeIncidents(raw, settings);
  context.progress(0.9, "Looking for duplicates");
  const { repeats, repeatedIds } = findRepeats(raw, placed);
  const kept = chooseRows(raw, placed, repeats, settings, setAside, leftOut);
  const table = toTable(raw, placed, kept, name, read.hasTimes ? tablePrecision(read.precisions, raw.start) : "none");
  const loaded = table.length;
  if (read.records !== loaded + setAside.count + leftOut.count) throw new Error("The import report does not add up.");

  context.progress(0.95, "Looking for what is odd");
  const [from, to] = span(table);
  const report: ImportReport = {
    file: opened.inner ? `${name}: ${opened.inner}` : name,
    sha256,
    preset: presetById(settings.preset)?.label ?? settings.preset,
    crs: `${crs.name}${crs.code ? ` (${crs.code})` : ""}`,
    plane: describePlane(placed.plane),
    precision: table.precision,
    records: read.records,
    loaded,
    setAside: setAside.count,
    leftOut: leftOut.count,
    reasons: setAside.reasons(),
    leftOutReasons: leftOut.reasons(),
    notices: importNotices({ table, read, placed, raw, settings, repeats, repeatedIds }),
    from,
    to,
  };
  context.progress(1);
  return { table, report };
}

/** Records equal to an earlier one in all that is read; a blank record number proves nothing, so it repeats nothing. */
function findRepeats(raw: RawIncidents, { place }: PlacedIncidents): { repeats: Uint8Array; repeatedIds: number } {
  const ids = raw.id ?? [];
  const { group, first } = distinctRows(
    [place, raw.start, raw.end, raw.offence, raw.domestic, ...ids, ...raw.texts.map(({ codes }) => codes)],
    raw.length,
  );
  const numbered = (row: number): boolean => raw.id === null || raw.id[0][row] !== 0;
  const repeats = new Uint8Array(raw.length);
  let total = 0;
  for (let row = 0; row < raw.length; row++) {
    if (first[group[row]] !== row && numbered(row)) {
      repeats[row] = 1;
      total++;
    }
  }
  if (raw.id === null) return { repeats, repeatedIds: 0 };
  const byId = distinctRows(raw.id, raw.length);
  let again = 0;
  for (let row = 0; row < raw.length; row++) if (numbered(row) && byId.first[byId.group[row]] !== row) again++;
  return { repeats, repeatedIds: again - total };
}

function chooseRows(
  raw: RawIncidents,
  { fault }: PlacedIncidents,
  repeats: Uint8Array,
  settings: ImportSettings,
  setAside: SetAside,
  leftOut: SetAside,
): Uint32Array {
  const kept = new Uint32Array(raw.length);
  let n = 0;
  for (let row = 0; row < raw.length; row++) {
    const at = (): string => `${raw.x[row]}, ${raw.y[row]}`;
    if (fault[row] === OUT_OF_RANGE) setAside.add("coordinates-out-of-range", raw.line[row], at());
    else if (settings.outside === "drop" && fault[row] & OUTSIDE) leftOut.add("outside-study-area", raw.line[row], at());
    else if (settings.farAway === "drop" && fault[row] & FAR_AWAY) leftOut.add("far-away", raw.line[row], at());
    else if (settings.duplicates === "drop" && repeats[row]) leftOut.add("duplicate", raw.line[row], at());
    else kept[n++] = row;
  }
  return kept.slice(0, n);
}

function toTable(raw: RawIncidents, placed: PlacedIncidents, kept: Uint32Array, name: string, precision: TimePrecision): IncidentTable {
  if (kept.length > 50_000_000) throw new InputError(`${kept.length} incidents are more than can be held (50 million). Load a part of the file.`);
  const all = kept.length === raw.length;
  const floats = (values: Float64Array<ArrayBuffer>) => (all ? values : Float64Array.from(kept, (row) => values[row]));
  const numbers = (values: Uint32Array<ArrayBuffer>) => (all ? values : Uint32Array.from(kept, (row) => values[row]));
  return {
    length: kept.length,
    plane: placed.plane,
    x: floats(placed.x),
    y: floats(placed.y),
    start: floats(raw.start),
    end: floats(raw.end),
    precision,
    offence: all ? raw.offence : Uint16Array.from(kept, (row) => raw.offence[row]),
    offences: raw.offences,
    domestic: all ? raw.domestic : Uint8Array.from(kept, (row) => raw.domestic[row]),
    source: new Uint8Array(kept.length),
    line: numbers(raw.line),
    sources: [name],
    texts: raw.texts.map((text) => ({ name: text.name, codes: numbers(text.codes), values: text.values })),
  };
}

const ISO_LENGTH = { minute: 16, hour: 16, day: 10, month: 7 } as const;

function span({ start, length, precision }: IncidentTable): readonly [string | null, string | null] {
  if (precision === "none" || length === 0) return [null, null];
  let first = Infinity, last = -Infinity;
  for (let i = 0; i < length; i++) {
    if (start[i] < first) first = start[i];
    if (start[i] > last) last = start[i];
  }
  const text = (ms: number): string => new Date(ms).toISOString().slice(0, ISO_LENGTH[precision]);
  return [text(first), text(last)];
}
