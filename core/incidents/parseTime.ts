// Dates and times as tables write them, read strictly into milliseconds of local civil time read as UTC.

import type { TimePrecision } from "./table.ts";

/**
 * How a column of dates is to be read. Year-first dates ("2023-02-13") and dates with an English month name
 * ("13 Feb 2023") mean one thing only and are read under each of the first three.
 */
export type DateReading =
  | "year-first"
  | "day-first"
  | "month-first"
  | "spreadsheet-serial"
  | "epoch-seconds"
  | "epoch-milliseconds";

export const DATE_READINGS: readonly DateReading[] = [
  "year-first", "day-first", "month-first", "spreadsheet-serial", "epoch-seconds", "epoch-milliseconds",
];

export interface ReadTime {
  readonly ms: number;
  /** The finest unit that the text gives. */
  readonly precision: Exclude<TimePrecision, "none">;
  /** The text names a zone: Z or +01:00. It is not applied: the clock time is kept as written. */
  readonly zoned: boolean;
  /** 24:00 became 00:00 of the next day, or second 60 became 59. */
  readonly mended: boolean;
}

/** Why a text is no date; each has its sentence in the import report. */
export type TimeFault = "bad-date" | "impossible-date" | "two-digit-year" | "placeholder-date";

const DAY = 86_400_000;
const DATE = /^(\d{1,4})([-/. ])(\d{1,2}|[a-z]{3,9}\.?)(?:\2(\d{1,4}))?(?![\d/-])/i;
const MONTH_DAY_YEAR = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?!\d)/i;
const TIME = /^(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?(?: ?([ap])\.?m\.?)?$/i;
const ZONE = /(?: ?(?:Z|UTC|GMT)|(?<=:\d\d(?:[.,]\d+)?) ?[+-]\d\d:?\d\d)$/i;
const MONTHS = [
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
];

/** @returns the time, or the code of what is wrong with the text. */
export function parseTime(text: string, reading: DateReading): ReadTime | TimeFault {
  const trimmed = text.trim();
  if (reading === "spreadsheet-serial" || reading.startsWith("epoch")) return parseSerial(trimmed, reading);
  const named = MONTH_DAY_YEAR.exec(trimmed);
  const match = named ?? DATE.exec(trimmed);
  if (!match) return /^\d{8}$/.test(trimmed) ? parseCompact(trimmed) : "bad-date";
  const rest = trimmed.slice(match[0].length);
  const date = named
    ? civil(named[3], monthNumber(named[1]), named[2])
    : numericDate(match[1], match[3], match[4], reading);
  if (typeof date === "string") return date;
  if (rest === "") return { ms: date.ms, precision: date.precision, zoned: false, mended: false };
  if (date.precision === "month" || !/^(?:T|,? +)/i.test(rest)) return "bad-date";
  const clock = parseClock(rest.replace(/^(?:T|,? +)/i, ""));
  if (clock === undefined) return "bad-date";
  return { ...clock, ms: date.ms + clock.ms };
}

/** A time of day by itself: "23:15", "11:15 PM", "2315", "7" (an hour). `ms` counts from midnight. */
export function parseClock(text: string): ReadTime | undefined {
  let clock = text.trim();
  const zoned = ZONE.test(clock);
  if (zoned) clock = clock.replace(ZONE, "");
  if (/^\d{4}$/.test(clock)) clock = `${clock.slice(0, 2)}:${clock.slice(2)}`;
  const match = TIME.exec(clock);
  if (!match) return undefined;
  const [, h, m, s, half] = match;
  let hour = integer(h);
  const minute = m === undefined ? 0 : integer(m);
  const second = s === undefined ? 0 : integer(s);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  const midnightOfNextDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !midnightOfNextDay) || minute > 59 || second > 60) return undefined;
  return {
    ms: ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000,
    precision: m === undefined ? "hour" : "minute",
    zoned,
    mended: midnightOfNextDay || second === 60,
  };
}

type CivilDate = { readonly ms: number; readonly precision: "day" | "month" };

function numericDate(a: string, b: string, c: string | undefined, reading: DateReading): CivilDate | TimeFault {
  const named = /^[a-z]/i.test(b);
  if (a.length === 4) {
    const month = named ? monthNumber(b) : integer(b);
    return c === undefined ? civil(a, month, undefined) : c.length > 2 ? "bad-date" : civil(a, month, c);
  }
  if (c === undefined || a.length > 2) return "bad-date";
  if (c.length < 4) return "two-digit-year";
  if (named) return civil(c, monthNumber(b), a);
  if (reading === "day-first") return civil(c, integer(b), a);
  return reading === "month-first" ? civil(c, integer(a), b) : "bad-date";
}

function civil(yearText: string, month: number, dayText: string | undefined): CivilDate | TimeFault {
  const year = integer(yearText);
  const day = dayText === undefined ? 1 : integer(dayText);
  if (month === 0) return "bad-date";
  const ms = civilDate(year, month, day);
  if (ms === undefined) return "impossible-date";
  if (year < 1901) return "placeholder-date";
  return { ms, precision: dayText === undefined ? "month" : "day" };
}

/** @returns undefined where the calendar has no such day (30 February). */
export function civilDate(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year > 2200) return undefined;
  const ms = Date.UTC(year, month - 1, day);
  return new Date(ms).getUTCDate() === day ? ms : undefined;
}

function parseCompact(text: string): ReadTime | TimeFault {
  const date = civil(text.slice(0, 4), integer(text.slice(4, 6)), text.slice(6));
  return typeof date === "string" ? date : { ...date, zoned: false, mended: false };
}

/** A spreadsheet counts days from 30 December 1899 (the 1900 system after its false leap day). */
function parseSerial(text: string, reading: DateReading): ReadTime | TimeFault {
  if (!/^\d{1,14}(\.\d{1,12})?$/.test(text)) return "bad-date";
  const value = Number.parseFloat(text);
  const unit = reading === "spreadsheet-serial" ? DAY : reading === "epoch-seconds" ? 1000 : 1;
  const zero = reading === "spreadsheet-serial" ? Date.UTC(1899, 11, 30) : 0;
  // To the second: a serial's fraction of a day does not carry more.
  const ms = zero + Math.round((value * unit) / 1000) * 1000;
  if (ms > Date.UTC(2200, 0, 1)) return "impossible-date";
  if (ms < Date.UTC(1901, 0, 1)) return "placeholder-date";
  return { ms, precision: unit === DAY && !text.includes(".") ? "day" : "minute", zoned: false, mended: false };
}

/** 1 to 12; 0 if the word is neither an English month nor the beginning of one. */
function monthNumber(word: string): number {
  const start = word.toLowerCase().replace(".", "");
  return MONTHS.findIndex((month) => month.startsWith(start)) + 1;
}

const integer = (digits: string): number => Number.parseInt(digits, 10);
