// What the values of one column look like: numbers and their range, or dates and the ways in which they can be read.

import { parseDecimal } from "./parseDecimal.ts";
import { DATE_READINGS, parseTime, type DateReading } from "./parseTime.ts";

export interface ColumnProfile {
  /** Cells that are not blank. */
  readonly filled: number;
  /** Cells that are plain decimal numbers, and their 1 % and 99 % quantiles over the sample (zeros left out). */
  readonly numbers: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The numbers are written with a decimal comma. */
  readonly decimalComma: boolean;
  /**
   * The readings under which nearly all dates are dates; several = ambiguous, for the person to settle.
   * Empty where the column holds no dates.
   */
  readonly readings: readonly { readonly reading: DateReading; readonly as: string }[];
  /** A cell that is read differently by those readings, or simply the first. */
  readonly example: string;
}

/** Two in a hundred cells, or one in a short table, may be odd without changing what the column is. */
const ODD = 0.02;
const SAMPLE = 2000;

/** Gathers cells of one column; the dates go on being watched after the sample, until their order is proven. */
export class ColumnScan {
  #filled = 0;
  #numbers: number[] = [];
  #commas = 0;
  #example = "";
  #ambiguous = "";
  #fits = new Map<DateReading, number>(DATE_READINGS.map((reading) => [reading, 0]));
  #provenBy = { day: 0, month: 0 };

  add(cell: string): void {
    const text = cell.trim();
    if (text === "") return;
    if (this.#filled >= SAMPLE) return this.#watch(text);
    this.#filled++;
    this.#example ||= text;
    const point = parseDecimal(text);
    const number = point ?? parseDecimal(text, true);
    if (number !== undefined) this.#numbers.push(number);
    if (point === undefined && number !== undefined) this.#commas++;
    for (const reading of DATE_READINGS) {
      if (typeof parseTime(text, reading) !== "string") this.#fits.set(reading, (this.#fits.get(reading) as number) + 1);
    }
    this.#watch(text);
  }

  /** True while more cells could still settle whether the day or the month comes first. */
  get unsettled(): boolean {
    return this.#ambiguous !== "" && this.#provenBy.day === 0 && this.#provenBy.month === 0;
  }

  get isDate(): boolean {
    return this.#ambiguous !== "";
  }

  result(): ColumnProfile {
    const sorted = this.#numbers.filter((value) => value !== 0).toSorted((a, b) => a - b);
    const at = (share: number): number | null => sorted[Math.round(share * (sorted.length - 1))] ?? null;
    return {
      filled: this.#filled,
      numbers: this.#numbers.length,
      low: at(0.01),
      high: at(0.99),
      decimalComma: this.#commas > 0 && this.#commas >= this.#numbers.length / 2,
      readings: this.#readings(),
      example: this.#ambiguous || this.#example,
    };
  }

  /** 13/02 proves day-first, 02/13 month-first; both in one column leave it to the person. */
  #watch(text: string): void {
    const match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{4}/.exec(text);
    if (!match) return;
    const [a, b] = [Number.parseInt(match[1], 10), Number.parseInt(match[2], 10)];
    if (a > 12 && b <= 12) this.#provenBy.day++;
    else if (b > 12 && a <= 12) this.#provenBy.month++;
    else if (a !== b || this.#ambiguous === "") this.#ambiguous = text;
  }

  #readings(): ColumnProfile["readings"] {
    const enough = Math.max(1, this.#filled - Math.max(1, ODD * this.#filled));
    const fits = (reading: DateReading): boolean => (this.#fits.get(reading) as number) >= enough;
    let found: DateReading[];
    if (fits("year-first")) found = ["year-first"];
    else if (this.#provenBy.day > 0 && this.#provenBy.month > 0) found = ["day-first", "month-first"];
    else if (this.#provenBy.day > 0) found = fits("day-first") ? ["day-first"] : [];
    else if (this.#provenBy.month > 0) found = fits("month-first") ? ["month-first"] : [];
    else if (fits("day-first") || fits("month-first")) found = ["day-first", "month-first"];
    else found = DATE_READINGS.filter((reading) => reading !== "year-first" && fits(reading) && this.#plausible(reading));
    const shown = this.#ambiguous || this.#example;
    return found.map((reading) => ({ reading, as: describeReading(shown, reading) }));
  }

  /** Nearly any number is some day or second: only years 1980 to 2100 count as a reading of bare numbers. */
  #plausible(reading: DateReading): boolean {
    const read = parseTime(this.#example, reading);
    return typeof read !== "string" && read.ms > Date.UTC(1980, 0, 1) && read.ms < Date.UTC(2100, 0, 1);
  }
}

const MONTH_NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];

/** "1 February 2023", or "not a date" */
function describeReading(text: string, reading: DateReading): string {
  const read = parseTime(text, reading);
  if (typeof read === "string") return "not a date";
  const date = new Date(read.ms);
  const month = `${MONTH_NAMES[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return read.precision === "month" ? month : `${date.getUTCDate()} ${month}`;
}
