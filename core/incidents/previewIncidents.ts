// The job behind the mapping step: what is in the file, and what Hexbeat makes of it.

import { InputError } from "../errors.ts";
import { defineJob, type JobContext } from "../job.ts";
import { z } from "../schema.ts";
import { ColumnScan, type ColumnProfile } from "./columnProfile.ts";
import { headerKey } from "./columnRole.ts";
import { openSource, sourceSchema, type IncidentSource } from "./incidentSource.ts";
import { detectPreset } from "./presets.ts";
import { ENCODINGS, type Encoding, type RecordBatch } from "./readRecords.ts";
import { sniffText } from "./sniffText.ts";

export interface PreviewColumn extends ColumnProfile {
  readonly index: number;
  /** As in the file; "column 3" where the header is blank, "lat (column 4)" where it stands twice. */
  readonly name: string;
  /** The header stands more than once. */
  readonly repeated: boolean;
}

export interface IncidentPreview {
  readonly kind: IncidentSource["kind"];
  readonly file: string;
  readonly innerNames: readonly string[];
  readonly inner: string | null;
  /** The caller said which of several inner files is meant. */
  readonly innerChosen: boolean;
  readonly encoding: Encoding;
  readonly encodingCertain: boolean;
  readonly delimiter: string;
  /** false: no separator cuts the lines into columns. */
  readonly delimiterFound: boolean;
  readonly quotes: "standard" | "text";
  readonly headerRow: number;
  /** false: lines stand before the header, so its place is a guess. */
  readonly headerCertain: boolean;
  readonly columns: readonly PreviewColumn[];
  /** The first 100 records, long cells clipped. */
  readonly records: readonly (readonly string[])[];
  /** The preset that the headers fit. */
  readonly preset: string;
}

const SHOWN = 100;
const SCANNED = 20_000;
const CLIP = 200;
const MAX_COLUMNS = 512;
const MAX_LABEL = 256;

const paramsSchema = z.strictObject({
  source: sourceSchema,
  name: z.string().describe("the file's name"),
  inner: z.string().nullish().describe("which table of a zip"),
  encoding: z.enum(ENCODINGS).nullish(),
  delimiter: z.string().length(1).nullish(),
  quotes: z.enum(["standard", "text"]).default("standard").describe('"text": quotation marks are ordinary characters'),
  headerRow: z.int().nonnegative().nullish().describe("records before the header"),
});

export const previewIncidents = defineJob({
  title: "Show what a file of incidents holds, and what its columns seem to mean",
  params: paramsSchema,
  run: preview,
});

async function preview(params: z.output<typeof paramsSchema>, context: JobContext): Promise<IncidentPreview> {
  const { source, name } = params;
  const opened = await openSource(source, name, params.inner);
  const head = await opened.head();
  const sniffed = head ? sniffText(head, params.encoding) : { encoding: "utf-8" as const, encodingCertain: true, delimiter: "," };
  const delimiter = params.delimiter ?? sniffed.delimiter ?? ",";
  const dialect = { encoding: sniffed.encoding, delimiter, quotes: params.quotes };

  const scan = await scanRecords(opened.batches(dialect), params.headerRow ?? null, name, context);
  const headers = scan.headers.map((header) => header.trim());
  if (headers.length > MAX_COLUMNS) throw new InputError(`"${name}" has ${headers.length} columns; at most ${MAX_COLUMNS} are read. Check the separator.`);
  const long = headers.findIndex((header) => header.length > MAX_LABEL);
  if (long >= 0) throw new InputError(`The header of column ${long + 1} in "${name}" is ${headers[long].length} characters long; at most ${MAX_LABEL} are read. Check the separator.`);
  const keys = headers.map(headerKey);
  const columns = headers.map((header, index): PreviewColumn => {
    const repeated = header !== "" && keys.some((key, other) => other !== index && key === keys[index]);
    const label = header === "" ? `column ${index + 1}` : repeated ? `${header} (column ${index + 1})` : header;
    return { index, name: label, repeated, ...scan.columns[index].result() };
  });
  return {
    kind: source.kind,
    file: name,
    innerNames: opened.innerNames,
    inner: opened.inner,
    innerChosen: !!params.inner || opened.innerNames.length < 2,
    encoding: sniffed.encoding,
    encodingCertain: sniffed.encodingCertain,
    delimiter,
    delimiterFound: params.delimiter != null || sniffed.delimiter !== null,
    quotes: params.quotes,
    headerRow: scan.headerRow,
    headerCertain: params.headerRow != null || scan.headerRow === 0,
    columns,
    records: scan.records,
    preset: detectPreset(headers).id,
  };
}

interface Scan {
  headers: readonly string[];
  headerRow: number;
  columns: readonly ColumnScan[];
  records: (readonly string[])[];
}

/** The first 20,000 records; then only on while some date column could still prove its order. */
async function scanRecords(batches: AsyncGenerator<RecordBatch>, headerRow: number | null, name: string, context: JobContext): Promise<Scan> {
  let scan: Scan | null = null;
  let seen = 0;
  for await (const batch of batches) {
    context.progress(batch.fraction, "Looking at the columns");
    const rows = batch.rows.filter((row) => row.length > 1 || row[0].trim() !== "");
    if (rows.length === 0) continue;
    const first = scan === null;
    scan ??= startScan(rows, headerRow);
    const records: readonly (readonly string[])[] = first ? rows.slice(scan.headerRow + 1) : rows;
    for (const row of records) {
      if (seen++ < SHOWN) scan.records.push(row.map((cell) => (cell.length > CLIP ? `${cell.slice(0, CLIP)}…` : cell)));
      for (let i = 0; i < row.length && i < scan.columns.length; i++) {
        if (seen <= SCANNED || scan.columns[i].unsettled) scan.columns[i].add(row[i]);
      }
    }
    if (seen >= SCANNED && !scan.columns.some((column) => column.unsettled)) break;
  }
  if (!scan) throw new InputError(`"${name}" holds only blank lines. Choose another file.`);
  return scan;
}

/** The header is the first record with as many cells as most records have: titles above it have fewer. */
function startScan(rows: readonly (readonly string[])[], given: number | null): Scan {
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, SHOWN)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const usual = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
  const found = rows.slice(0, 20).findIndex((row) => row.length >= usual || (row.length === usual - 1 && rows[1]?.length === usual));
  const headerRow = Math.min(given ?? Math.max(0, found), rows.length - 1);
  const headers = rows[headerRow];
  return { headers, headerRow, columns: headers.map(() => new ColumnScan()), records: [] };
}
