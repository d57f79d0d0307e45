// The calendar months that a filter keeps: what a series by month and year is made of.

import type { Filter, Period } from "./filter.ts";
import { within, without, duration } from "./periods.ts";
import { requirePrecision } from "./requirePrecision.ts";
import type { IncidentTable } from "./table.ts";
import { monthStart, nextMonth, tablePeriod } from "./tablePeriod.ts";

/** From the first to the last moment kept of a calendar month; ms of local civil time read as UTC, `to` exclusive. */
export interface Month extends Period {
  /** Nothing of the month is cut away: only then is its count to be compared with other months'. */
  readonly whole: boolean;
}

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
  const data = tablePeriod(table);
  if (!data) return [];
  const kept = filter.periods.length > 0 ? filter.periods : [data];
  const months: Month[] = [];
  for (let from = monthStart(data.from); from < data.to; from = nextMonth(from)) {
    if (filter.months.length > 0 && !filter.months.includes(new Date(from).getUTCMonth())) continue;
    const to = nextMonth(from);
    const pieces = without(within({ from, to }, [data], kept), filter.excludedPeriods);
    if (pieces.length === 0) continue;
    months.push({ from: pieces[0].from, to: pieces[pieces.length - 1].to, whole: duration(pieces) === to - from });
  }
  return months;
}
