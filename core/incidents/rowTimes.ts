// When a record happened: from one column, from a date and a time column, or from year, month, day, hour, minute.

import type { MappedColumn } from "./importSettings.ts";
import { parseDecimal } from "./parseDecimal.ts";
import { civilDate, parseClock, parseTime, type DateReading, type ReadTime, type TimeFault } from "./parseTime.ts";
import type { ColumnRole } from "./columnRole.ts";

export type TimesFault = TimeFault | "no-date" | "bad-time" | "bad-end" | "reversed-interval";

/** Where `read` leaves what it found; overwritten by the next record. */
export interface RowTimes {
  start: number;
  end: number;
  precision: ReadTime["precision"];
  zoned: boolean;
  mended: boolean;
  /** @returns null, or why the record has no usable time. */
  read(row: readonly string[]): TimesFault | null;
}

const DAY = 86_400_000;
const LAST_MINUTE = DAY - 60_000;

/** Null where no column says when. Minutes and hours in columns of their own refine a date. */
export function createRowTimes(columns: readonly MappedColumn[], reading: DateReading | null): RowTimes | null {
  const index = (role: ColumnRole): number => columns.find((column) => column.role === role)?.index ?? -1;
  const [start, startTime, end, endTime] = [index("start"), index("startTime"), index("end"), index("endTime")];
  const [year, month, day, hour, minute] = [index("year"), index("month"), index("day"), index("hour"), index("minute")];
  if (start < 0 && year < 0) return null;
  const date = remembered((text) => parseTime(text, reading ?? "year-first"));
  const clock = remembered((text) => parseClock(text) ?? "bad-time");

  const readDate = (row: readonly string[]): ReadTime | TimesFault => {
    if (start >= 0) return blank(row[start]) ? "no-date" : date(row[start]);
    if (blank(row[year])) return "no-date";
    return parts(row[year], month < 0 ? "" : row[month], day < 0 ? "" : row[day]);
  };
  const readClock = (row: readonly string[]): ReadTime | TimesFault | null => {
    if (startTime >= 0) return blank(row[startTime]) ? null : clock(row[startTime]);
    if (hour < 0 || blank(row[hour])) return null;
    const minutes = minute >= 0 && !blank(row[minute]) ? `:${row[minute].trim().padStart(2, "0")}` : "";
    return clock(`${row[hour].trim()}${minutes}`);
  };
  const readEnd = (row: readonly string[], from: ReadTime): number | "bad-end" => {
    const read = date(row[end]);
    if (typeof read === "string") return "bad-end";
    const time = endTime >= 0 && !blank(row[endTime]) ? clock(row[endTime]) : null;
    if (typeof time === "string") return "bad-end";
    if (time) return atMidnight(read.ms) + time.ms;
    // An end known to the day only lasts to that day's last minute where the start is finer.
    const finer = from.precision === "minute" || from.precision === "hour";
    return read.precision === "day" && finer ? read.ms + LAST_MINUTE : read.ms;
  };

  return {
    start: 0,
    end: 0,
    precision: "day",
    zoned: false,
    mended: false,
    read(row) {
      const read = readDate(row);
      if (typeof read === "string") return read;
      const time = readClock(row);
      if (typeof time === "string") return time;
      const from = time ? { ...time, ms: atMidnight(read.ms) + time.ms, zoned: time.zoned || read.zoned } : read;
      const to = end >= 0 && !blank(row[end]) ? readEnd(row, from) : from.ms;
      if (to === "bad-end") return to;
      if (to < from.ms) return "reversed-interval";
      this.start = from.ms;
      this.end = to;
      this.precision = from.precision;
      this.zoned = from.zoned;
      this.mended = from.mended;
      return null;
    },
  };
}

/** SF's and Socrata's date columns carry "00:00:00" beside a time column: the time column counts. */
const atMidnight = (ms: number): number => Math.floor(ms / DAY) * DAY;

function parts(yearText: string, monthText: string, dayText: string): ReadTime | TimesFault {
  const year = parseDecimal(yearText);
  const month = monthText.trim() === "" ? 1 : parseDecimal(monthText);
  const day = dayText.trim() === "" ? 1 : parseDecimal(dayText);
  if (year === undefined || month === undefined || day === undefined) return "bad-date";
  if (year < 100) return "two-digit-year";
  if (year < 1901) return "placeholder-date";
  const ms = civilDate(year, month, day);
  if (ms === undefined) return "impossible-date";
  return { ms, precision: dayText.trim() === "" ? "month" : "day", zoned: false, mended: false };
}

const blank = (cell: string): boolean => cell === "" || /^\s*(null|n\/a|na|-|none|nan)?\s*$/i.test(cell);

/** The same dates come again and again; a few thousand answers are kept, then forgotten together. */
function remembered<T>(parse: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let last: string | undefined;
  let lastAnswer: T;
  return (text) => {
    if (text === last) return lastAnswer;
    let answer = known.get(text);
    if (answer === undefined) {
      if (known.size >= 4096) known.clear();
      known.set(text, (answer = parse(text)));
    }
    last = text;
    lastAnswer = answer;
    return answer;
  };
}
