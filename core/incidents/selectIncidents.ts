// Which incidents a Filter keeps: one pass over the columns, cheapest question first.

import { isoDay } from "./isoDay.ts";
import { InputError } from "../errors.ts";
import type { Filter, Period } from "./filter.ts";
import { insideArea } from "./insideArea.ts";
import { requirePrecision } from "./requirePrecision.ts";
import { DOMESTIC, type IncidentTable } from "./table.ts";

/** The columns that a filter looks at. */
export type FilterColumns = Pick<IncidentTable, "length" | "precision" | "x" | "y" | "start" | "offence" | "domestic">;

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Indices of the incidents that the filter keeps, ascending. An incident with an interval counts by its start.
 * @throws InputError where the filter asks for hours, days or months that the times do not say.
 */
export function selectIncidents(table: FilterColumns, filter: Filter): Uint32Array<ArrayBuffer> {
  const offenceKept = keptOffences(filter);
  const keep = createKeep(table, filter);
  const selected = new Uint32Array(table.length);
  let n = 0;
  for (let i = 0; i < table.length; i++) {
    if (offenceKept(table.offence[i]) && keep(i)) selected[n++] = i;
  }
  return selected.slice(0, n);
}

export function keptOffences({ withoutOffences }: Filter): (offence: number) => boolean {
  if (withoutOffences.length === 0) return () => true;
  const without = new Uint8Array(65_536);
  for (const offence of withoutOffences) without[offence] = 1;
  return (offence) => without[offence] === 0;
}

/** Everything but the offence, as one test of a row. */
export function createKeep(table: FilterColumns, filter: Filter): (row: number) => boolean {
  checkPrecision(table, filter);
  const tests: ((row: number) => boolean)[] = [];
  const { start, domestic, x, y } = table;
  if (filter.domestic === "only") tests.push((row) => domestic[row] === DOMESTIC.yes);
  if (filter.domestic === "without") tests.push((row) => domestic[row] !== DOMESTIC.yes);
  const { hours } = filter;
  if (hours && hours.from !== hours.to) {
    const from = hours.from * MINUTE, to = hours.to * MINUTE;
    const time = (row: number): number => start[row] - Math.floor(start[row] / DAY) * DAY;
    if (from < to) tests.push((row) => time(row) >= from && time(row) < to);
    else tests.push((row) => time(row) >= from || time(row) < to);
  }
  const { periods, excludedPeriods } = filter;
  if (periods.length > 0) tests.push((row) => inAny(periods, start[row]));
  if (excludedPeriods.length > 0) tests.push((row) => !inAny(excludedPeriods, start[row]));
  if (filter.weekdays.length > 0) {
    const wanted = flags(7, filter.weekdays);
    tests.push((row) => wanted[weekdayOf(start[row])] === 1);
  }
  if (filter.months.length > 0) {
    const wanted = flags(12, filter.months);
    const monthOf = createMonthOf(table);
    tests.push((row) => wanted[monthOf(start[row])] === 1);
  }
  if (filter.area.length > 0) {
    const inside = insideArea(filter.area);
    tests.push((row) => inside(x[row], y[row]));
  }
  if (tests.length === 0) return () => true;
  if (tests.length === 1) return tests[0];
  return (row) => {
    for (let t = 0; t < tests.length; t++) if (!tests[t](row)) return false;
    return true;
  };
}

/** 0 = Monday: 1 January 1970 was a Thursday. */
export const weekdayOf = (ms: number): number => (((Math.floor(ms / DAY) + 3) % 7) + 7) % 7;

/** 0 = January; looked up by the day, because the calendar is slower than a table. */
export function createMonthOf({ start }: Pick<FilterColumns, "start">): (ms: number) => number {
  let first = Infinity, last = -Infinity;
  for (let i = 0; i < start.length; i++) {
    if (start[i] < first) first = start[i];
    if (start[i] > last) last = start[i];
  }
  const firstDay = start.length > 0 ? Math.floor(first / DAY) : 0;
  const days = start.length > 0 ? Math.floor(last / DAY) - firstDay + 1 : 0;
  const months = new Uint8Array(days);
  for (let day = 0; day < days; day++) months[day] = new Date((firstDay + day) * DAY).getUTCMonth();
  return (ms) => months[Math.floor(ms / DAY) - firstDay];
}

function checkPrecision(table: FilterColumns, filter: Filter): void {
  const { hours, weekdays, months, periods, excludedPeriods } = filter;
  if (hours && hours.from !== hours.to) requirePrecision(table, "hour", "An hour-of-day filter");
  if (weekdays.length > 0) requirePrecision(table, "day", "A day-of-week filter");
  if (months.length > 0) requirePrecision(table, "month", "A month filter");
  for (const { from, to } of [...periods, ...excludedPeriods]) {
    requirePrecision(table, "month", "A date filter");
    if (!(from < to)) throw new InputError(`The period from ${iso(from)} to ${iso(to)} is empty. Choose an end after the start.`);
    if (table.precision === "month" && !(isMonthStart(from) && isMonthStart(to))) {
      throw new InputError(
        `The period from ${iso(from)} to ${iso(to)} cuts a month, and these incidents say only the month. Choose whole months.`,
      );
    }
  }
}

const isMonthStart = (ms: number): boolean => ms % DAY === 0 && new Date(ms).getUTCDate() === 1;

const iso = (ms: number): string => (Number.isFinite(ms) ? isoDay(ms) : `${ms}`);

function inAny(periods: readonly Period[], ms: number): boolean {
  for (let i = 0; i < periods.length; i++) if (ms >= periods[i].from && ms < periods[i].to) return true;
  return false;
}

function flags(size: number, wanted: readonly number[]): Uint8Array {
  const found = new Uint8Array(size);
  for (const index of wanted) found[index] = 1;
  return found;
}
