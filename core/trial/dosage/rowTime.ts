// When a row was: a date and time in one column, or a time of day beside a date.

import { count } from "../../inWords.ts";
import { parseClock, parseTime, type DateReading } from "../../incidents/parseTime.ts";

export interface RowTime {
  readonly ms: number;
  /** The cell gave the time of day alone: an end before its start then means the next day. */
  readonly clockOnly: boolean;
  /** The text names a zone, which is not applied. */
  readonly zoned: boolean;
}

/** @returns the time, or the reason why there is none; `what` such as "start" */
export function rowTime(text: string, date: string, reading: DateReading, what: string): RowTime | string {
  if (text.trim() === "") return `the ${what} is missing`;
  const whole = parseTime(text, reading);
  if (typeof whole !== "string" && whole.precision !== "day" && whole.precision !== "month") return { ms: whole.ms, clockOnly: false, zoned: whole.zoned };
  const clock = parseClock(text);
  if (typeof whole === "string" && !clock) return `the ${what} does not read as a date and time`;
  if (date.trim() === "") return `the ${what} names no ${clock ? "date" : "time of day"}`;
  const day = parseTime(date, reading);
  if (typeof day === "string") return `the date of the ${what} does not read as a date`;
  if (!clock) return `the ${what} names no time of day`;
  // A date column may carry a midnight of its own.
  return { ms: Math.floor(day.ms / DAY) * DAY + clock.ms, clockOnly: true, zoned: clock.zoned };
}

const DAY = 86_400_000;

/** The reason is said once for a whole file. */
export const zoneNotice = (rows: number): string[] =>
  rows > 0 ? [`With a zone in the time, such as Z or +01:00: ${count(rows)} rows. It is not applied: the clock time is kept as it is written, and must be local time.`] : [];
