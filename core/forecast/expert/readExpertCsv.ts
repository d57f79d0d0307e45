// Expert points from a table: who expects crime where, in which hours, in which block. Nothing in it is guessed.

import { InputError } from "../../errors.ts";
import { csvRows } from "../../formats/csvRows.ts";
import { unguarded } from "../../formats/writeCsv.ts";
import { planeProjection, type Plane } from "../../geo/plane.ts";
import type { Bounds, Point } from "../../geo/types.ts";
import { parseTime, type DateReading } from "../../incidents/parseTime.ts";
import { parseDecimal } from "../../incidents/parseDecimal.ts";
import { createRowPoint } from "../../incidents/rowPoint.ts";
import type { NewExpertPoint } from "../../plan/edits/addExpertPoints.ts";
import { windowHours } from "../events.ts";
import { expertColumns, type ExpertColumns } from "./expertColumns.ts";
import { parseHour } from "../parseHour.ts";

export interface ExpertReport {
  /** Rows under the header that are not blank: = points + setAside.length. */
  readonly rows: number;
  readonly points: number;
  readonly setAside: readonly { readonly line: number; readonly reason: string; readonly raw: string }[];
}

export interface ReadExpertOptions {
  readonly plane: Plane;
  /** Of the incidents, m: what lies over 100 km outside is set aside, as swapped coordinates leave it. */
  readonly extent?: Bounds;
}

const DAY = 86_400_000;
const FAR = 100_000; // m
const LONGEST = 5_000_000; // characters

/**
 * Text of a CSV or TSV → expert points and a report that adds up. Columns by their headers: lon and lat (degrees), or
 * easting and northing, or x and y (m in the project's plane); date or block; from and to (20, 20:30, 4.5, 8 pm,
 * 24); name, note and author where there are any.
 * @throws InputError where a column is missing or stands twice, where the order of day and month is not proved by the
 * dates, where x and y could be degrees, or where the text is no table
 */
export function readExpertCsv(text: string, { plane, extent }: ReadExpertOptions): { readonly points: NewExpertPoint[]; readonly report: ExpertReport } {
  if (text.length > LONGEST) {
    throw new InputError(`The file has ${text.length} characters; a table of expert points has at most ${LONGEST}. Choose the right file.`);
  }
  const [header, ...rows] = csvRows(text);
  if (!header) throw new InputError("The file is empty. Choose a table with a header and one row for each expert point.");
  const columns = expertColumns(header.cells);
  const dates = rows.map(({ cells }) => (cells[columns.date] ?? "").trim());
  const reading = dateReading(dates, header.cells[columns.date]);
  if (columns.maybeDegrees) refuseDegrees(rows.map(({ cells }) => cells), columns, header.cells);
  const placeOf = placeReader(columns, plane, extent);
  const points: NewExpertPoint[] = [];
  const setAside: ExpertReport["setAside"][number][] = [];
  for (const { line, cells } of rows) {
    const read = cells.length === header.cells.length ? readRow(cells) : `${cells.length} cells stand under ${header.cells.length} headers`;
    if (typeof read === "string") setAside.push({ line, reason: read, raw: cells.join(",").slice(0, 200) });
    else points.push(read);
  }
  return { points, report: { rows: rows.length, points: points.length, setAside } };

  function readRow(cells: readonly string[]): NewExpertPoint | string {
    const place = placeOf(cells);
    if (typeof place === "string") return place;
    const block = dayOf(cells[columns.date], reading);
    if (typeof block === "string") return block;
    const from = parseHour(cells[columns.from]), to = parseHour(cells[columns.to]);
    if (from === undefined) return `"${cells[columns.from]}" is no hour from 0 to 24 for the window to start at`;
    if (to === undefined) return `"${cells[columns.to]}" is no hour from 0 to 24 for the window to end at`;
    if (windowHours([from, to]) === 0) return "the window from 24 to 0 is empty; the whole day is 0 to 24";
    const words = (column: number): string => unguarded(cells[column] ?? "");
    return { name: words(columns.name), place, window: [from, to], block, note: words(columns.note), author: words(columns.author) };
  }
}

/** The order of day and month that the dates prove. */
function dateReading(dates: readonly string[], header: string): DateReading {
  const given = dates.filter((text) => text !== "");
  const read = (reading: DateReading) => given.map((text) => parseTime(text, reading));
  const fit = (reading: DateReading): number => read(reading).filter((date) => typeof date !== "string").length;
  const certain = fit("year-first"), dayFirst = fit("day-first"), monthFirst = fit("month-first");
  if (dayFirst === certain && monthFirst === certain) return "year-first";
  const [a, b] = [read("day-first"), read("month-first")];
  const proof = (first: typeof a, second: typeof a): boolean => first.some((date, i) => typeof date !== "string" && typeof second[i] === "string");
  const day = proof(a, b), month = proof(b, a);
  if (day !== month) return day ? "day-first" : "month-first";
  const open = given.find((_, i) => {
    const [one, other] = [a[i], b[i]];
    return typeof one !== "string" && typeof other !== "string" && one.ms !== other.ms;
  });
  if (day) throw new InputError(`The column "${header}" has dates with the day first and dates with the month first. Write all as 2024-03-05.`);
  if (open === undefined) return "day-first";
  throw new InputError(`"${open}" in the column "${header}" has the day or the month first, and no date of the column proves which. Write dates as 2024-03-05.`);
}

function dayOf(cell: string, reading: DateReading): number | string {
  const read = parseTime(cell, reading);
  if (read === "two-digit-year") return `the year of "${cell}" has two digits; write four`;
  if (read === "impossible-date") return `the calendar has no day "${cell}"`;
  if (typeof read === "string") return cell.trim() === "" ? "there is no date" : `"${cell}" is no date like 2024-03-05`;
  if (read.precision === "month") return `"${cell}" names no day`;
  return read.ms % DAY === 0 ? read.ms : `"${cell}" has a time of day; the block starts at a midnight, and the window has columns of its own`;
}

function placeReader({ x, y, degrees }: ExpertColumns, plane: Plane, extent: Bounds | undefined): (cells: readonly string[]) => Point | string {
  const projection = planeProjection(plane);
  const lonLat = createRowPoint({ x, y, point: -1 }, { code: "EPSG:4326", units: "degrees" }, false);
  const read = (cells: readonly string[]): Point | string => {
    if (degrees) {
      const fault = lonLat.read(cells);
      return fault ? FAULTS[fault] : projection.forward([lonLat.x, lonLat.y]);
    }
    const east = parseDecimal(cells[x]), north = parseDecimal(cells[y]);
    return east === undefined || north === undefined ? FAULTS["bad-coordinates"] : { x: east, y: north };
  };
  return (cells) => {
    const place = read(cells);
    if (typeof place === "string" || !extent) return place;
    const outside = Math.hypot(
      Math.max(extent.minX - place.x, 0, place.x - extent.maxX),
      Math.max(extent.minY - place.y, 0, place.y - extent.maxY),
    );
    return outside <= FAR ? place : `the place lies ${Math.round(outside / 1000)} km away from the incidents: longitude and latitude may be swapped`;
  };
}

const FAULTS = {
  "no-coordinates": "there are no coordinates",
  "bad-coordinates": "the coordinates are no plain decimal numbers",
  "placeholder-coordinates": "the coordinates are a placeholder (0, 0 or latitude 90)",
  "coordinates-out-of-range": "the coordinates are no longitude within 180 and latitude within 90 degrees",
} as const;

/** @throws InputError where columns called x and y hold nothing that degrees could not be. */
function refuseDegrees(rows: readonly (readonly string[])[], { x, y }: ExpertColumns, header: readonly string[]): void {
  const values = rows.map((cells) => [parseDecimal(cells[x] ?? ""), parseDecimal(cells[y] ?? "")] as const);
  const read = values.filter(([east, north]) => east !== undefined && north !== undefined);
  if (read.length === 0 || !read.every(([east = 0, north = 0]) => Math.abs(east) <= 180 && Math.abs(north) <= 90)) return;
  throw new InputError(
    `The columns "${header[x]}" and "${header[y]}" could be degrees or metres: every value lies within 180 and 90. ` +
      'Call them "lon" and "lat" for degrees, or "easting" and "northing" for metres in the project\'s plane.',
  );
}

