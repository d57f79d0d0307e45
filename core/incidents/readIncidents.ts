// Record by record from the file's rows to raw incidents; what cannot be used is set aside with its reason.

import { InputError } from "../errors.ts";
import { crsByCode } from "../geo/crs.ts";
import type { ColumnRole } from "./columnRole.ts";
import type { ImportSettings } from "./importSettings.ts";
import { createRawIncidents, type RawIncidents } from "./rawIncidents.ts";
import type { RecordBatch } from "./readRecords.ts";
import { createRowPoint } from "./rowPoint.ts";
import { createRowTimes } from "./rowTimes.ts";
import type { SetAside, SetAsideCode } from "./setAside.ts";
import { isSingle } from "./columnRole.ts";
import type { TimePrecision } from "./table.ts";

export interface ReadIncidents {
  readonly raw: RawIncidents;
  /** Records after the header, blank lines not counted. */
  readonly records: number;
  readonly hasTimes: boolean;
  /** How many of the raw incidents say their time to the … */
  readonly precisions: Readonly<Record<Exclude<TimePrecision, "none">, number>>;
  readonly zoned: number;
  readonly mended: number;
}

/** @throws InputError if the header does not fit the settings. */
export async function readIncidents(
  batches: AsyncGenerator<RecordBatch>,
  settings: ImportSettings,
  name: string,
  setAside: SetAside,
  progress: (fraction: number) => void,
): Promise<ReadIncidents> {
  const indexOf = singleColumns(settings);
  const places = { x: indexOf("x"), y: indexOf("y"), point: indexOf("point") };
  const point = createRowPoint(places, crsByCode(settings.crs), settings.decimalComma);
  const times = createRowTimes(settings.columns, settings.dateOrder);
  const builder = createRawIncidents(settings.columns);
  const precisions = { minute: 0, hour: 0, day: 0, month: 0 };
  let zoned = 0, mended = 0, records = 0, before = 0;
  let header: readonly string[] | null = null;

  for await (const batch of batches) {
    progress(batch.fraction);
    const { rows } = batch;
    for (let i = 0; i < rows.length; i++) {
      let row = rows[i];
      if (row.length === 1 && row[0].trim() === "") continue;
      if (header === null) {
        if (before++ < settings.headerRow) continue;
        header = row;
        checkHeader(header, settings, name);
        continue;
      }
      records++;
      const aside = (code: SetAsideCode): void => setAside.add(code, batch.lineOf(i), row.join(settings.delimiter));
      const unfinished = batch.ending !== "whole" && i === rows.length - 1;
      if (row.length !== header.length || (unfinished && batch.ending === "open-quote")) {
        const fitted = fit(row, header);
        if (unfinished && (batch.ending === "open-quote" || !fitted)) {
          aside("cut-off");
          continue;
        }
        if (!fitted) {
          aside(isTotal(row) ? "total-row" : row.length < header.length ? "too-few-fields" : "too-many-fields");
          continue;
        }
        row = fitted;
      }
      if (batch.suspect && row.some((cell) => cell.includes("\uFFFD") || cell.includes("\0"))) {
        aside("unreadable-text");
        continue;
      }
      const pointFault = point.read(row);
      if (pointFault) {
        if (isTotal(row)) aside("total-row");
        else aside(isHeaderAgain(row, header) ? "repeated-header" : pointFault);
        continue;
      }
      if (times) {
        const timesFault = times.read(row);
        if (timesFault) {
          aside(timesFault);
          continue;
        }
        precisions[times.precision]++;
        if (times.zoned) zoned++;
        if (times.mended) mended++;
      }
      builder.add(row, batch.lineOf(i), point, times);
    }
  }
  if (header === null) throw new InputError(`"${name}" has no header at record ${settings.headerRow + 1}. Choose the header's place again.`);
  return { raw: builder.finish(), records, hasTimes: times !== null, precisions, zoned, mended };
}

function singleColumns(settings: ImportSettings): (role: ColumnRole) => number {
  const found = new Map<ColumnRole, number>();
  for (const { role, name, index } of settings.columns) {
    if (isSingle(role) && found.has(role)) throw new InputError(`Two columns are mapped to "${role}" ("${name}" is the second). Leave one of them out.`);
    found.set(role, index);
  }
  for (const role of ["x", "y"] as const) {
    if (!found.has(role) && !found.has("point")) throw new InputError(`No column is mapped to "${role}". Say which one holds the coordinates.`);
  }
  return (role) => found.get(role) ?? -1;
}

/** The recipe of last month meets this month's file: the headers must stand where they stood. */
function checkHeader(header: readonly string[], settings: ImportSettings, name: string): void {
  for (const column of settings.columns) {
    const there = header[column.index]?.trim();
    const expected = column.name.replace(/ \(column \d+\)$/, "");
    const nameless = there === "" && column.name === `column ${column.index + 1}`;
    if (there === expected || there === column.name || nameless) continue;
    throw new InputError(
      `"${name}" has ${there === undefined ? "no" : `"${there}" as`} column ${column.index + 1}; the settings expect "${column.name}". Map the columns again.`,
    );
  }
}

/** A separator at the end of each line makes one empty cell too many, or one too few where only the header has it. */
function fit(row: readonly string[], header: readonly string[]): readonly string[] | null {
  if (row.length === header.length) return row;
  if (row.length === header.length + 1 && row[header.length].trim() === "") return row;
  if (row.length === header.length - 1 && header[header.length - 1].trim() === "") return [...row, ""];
  return null;
}

const isTotal = (row: readonly string[]): boolean => /^\s*(grand\s+|sub-?)?totals?\b/i.test(row.find((cell) => cell.trim() !== "") ?? "");

const isHeaderAgain = (row: readonly string[], header: readonly string[]): boolean => header.every((cell, i) => row[i] === cell);
