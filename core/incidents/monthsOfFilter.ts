// The calendar months that a filter keeps: what a series by month and year is made of.

import { extent } from "../geo/bounds.ts";
import type { Filter, Period } from "./filter.ts";
import { isPrecise, requirePrecision } from "./requirePrecision.ts";
import type { IncidentTable } from "./table.ts";

/** From the first to the last moment kept of a calendar month; ms of local civil time read as UTC, `to` exclusive. */
export interface Month extends Period {
  /** Nothing of the month is cut away: only then is its count to be compared with other months'. */
  readonly whole: boolean;
}

const DAY = 86_400_000;

/**
 * Months in order, those without a kept day left out. The data begin on the day of the first incident of the table and end with
 * that of its last; what the filter's weekdays and hours leave out is left out of every month alike.
 * @throws InputError where the times do not say the month
 */
export function monthsOfFilter(
  filter: Pick<Filter, "periods" | "excludedPeriods" | "months">,
  table: Pick<IncidentTable, "start" | "precision">,
): Month[] {
  requirePrecision(table, "month", "A series by month");
  const data = dataPeriod(table);
  if (!data) return [];
  const kept = filter.periods.length > 0 ? filter.periods : [data];
  const months: Month[] = [];
  for (let from = monthStart(data.from); from < data.to; from = nextMonth(from)) {
    if (filter.months.length > 0 && !filter.months.includes(new Date(from).getUTCMonth())) continue;
    const to = nextMonth(from);
    const pieces = without(within({ from, to }, [data], kept), filter.excludedPeriods);
    if (pieces.length === 0) continue;
    const length = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
    months.push({ from: pieces[0].from, to: pieces[pieces.length - 1].to, whole: length === to - from });
  }
  return months;
}

function dataPeriod({ start, precision }: Pick<IncidentTable, "start" | "precision">): Period | null {
  if (start.length === 0) return null;
  const [first, last] = extent(start);
  if (!isPrecise(precision, "day")) return { from: monthStart(first), to: nextMonth(monthStart(last)) };
  return { from: Math.floor(first / DAY) * DAY, to: Math.floor(last / DAY) * DAY + DAY };
}

const monthStart = (ms: number): number => {
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
};

const nextMonth = (start: number): number => {
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
};

/** The parts of a period that lie in some period of each list: in order, and without overlap. */
function within(period: Period, ...lists: readonly (readonly Period[])[]): Period[] {
  return lists.reduce<Period[]>(
    (parts, list) => parts.flatMap((part) => joined(list).map(({ from, to }) => ({ from: Math.max(part.from, from), to: Math.min(part.to, to) })).filter(({ from, to }) => from < to)),
    [period],
  );
}

/** Sorted, those that meet made one. */
function joined(periods: readonly Period[]): Period[] {
  const out: Period[] = [];
  for (const { from, to } of periods.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from <= last.to) out[out.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else out.push({ from, to });
  }
  return out;
}

function without(parts: Period[], excluded: readonly Period[]): Period[] {
  return excluded.reduce<Period[]>(
    (rest, { from, to }) =>
      rest.flatMap((part) => [{ from: part.from, to: Math.min(part.to, from) }, { from: Math.max(part.from, to), to: part.to }].filter((piece) => piece.from < piece.to)),
    parts,
  );
}
