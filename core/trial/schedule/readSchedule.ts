// Reads a schedule's CSV, whoever made it: dates, units and arms by the names of the columns.

import { InputError } from "../../errors.ts";
import { csvRows } from "../../formats/csvRows.ts";
import { unguarded } from "../../formats/writeCsv.ts";
import { isoDay } from "../../incidents/isoDay.ts";
import { parseTime } from "../../incidents/parseTime.ts";

export interface ScheduleRow {
  /** Of the file. */
  readonly line: number;
  /** A date as 2024-04-01, or the number of a day. */
  readonly day: string;
  readonly unit: string;
  /** null where the file has no such column. */
  readonly stratum: string | null;
  readonly arm: 0 | 1;
}

export interface ReadSchedule {
  readonly rows: readonly ScheduleRow[];
  readonly setAside: readonly { readonly line: number; readonly reason: string }[];
}

const NAMES = {
  day: ["date", "day", "trial day"],
  unit: ["hotspot", "id", "unit", "location", "area", "name"],
  stratum: ["stratum", "shift", "block"],
  arm: ["arm", "treatment", "group", "condition", "allocation", "status"],
} as const;

const ARMS: ReadonlyMap<string, 0 | 1> = new Map([
  ...["treatment", "treated", "treat", "t", "1", "yes", "y", "true", "patrol", "intervention"].map((word) => [word, 1] as const),
  ...["control", "c", "0", "no", "n", "false", "standard"].map((word) => [word, 0] as const),
]);

/**
 * Columns are found by their headers in any letters; dates have the year first. A row that cannot be read is set aside with its line
 * and reason.
 * @throws InputError where a column is missing
 */
export function readSchedule(text: string, file: string): ReadSchedule {
  const [header, ...table] = csvRows(text);
  const heads = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const columnOf = (names: readonly string[]): number => names.map((name) => heads.indexOf(name)).find((at) => at >= 0) ?? -1;
  const day = columnOf(NAMES.day), unit = columnOf(NAMES.unit), stratum = columnOf(NAMES.stratum), arm = columnOf(NAMES.arm);
  for (const [name, at] of [["day", day], ["unit", unit], ["arm", arm]] as const) {
    if (at < 0) throw new InputError(`${file} has no column of the ${name}: one is called ${NAMES[name].join(", ")}. Its columns are ${heads.join(", ") || "none"}. Name one so.`);
  }
  const rows: ScheduleRow[] = [];
  const setAside: ReadSchedule["setAside"][number][] = [];
  for (const { line, cells } of table) {
    const cell = (at: number): string => unguarded((cells[at] ?? "").trim());
    const date = dayOf(cell(day)), side = ARMS.get(cell(arm).toLowerCase());
    if (date === null) setAside.push({ line, reason: `"${cell(day)}" is no date such as 2024-04-01` });
    else if (side === undefined) setAside.push({ line, reason: `"${cell(arm)}" is neither treatment nor control` });
    else rows.push({ line, day: date, unit: cell(unit), stratum: stratum < 0 ? null : cell(stratum), arm: side });
  }
  return { rows, setAside };
}

function dayOf(text: string): string | null {
  if (/^\d{1,4}$/.test(text)) return text;
  const read = parseTime(text, "year-first");
  return typeof read === "string" || read.precision === "month" ? null : isoDay(read.ms);
}
