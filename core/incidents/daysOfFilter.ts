// On how many days a filter keeps incidents at all: what a number of crimes is divided by to say how many a day.

import type { Filter } from "./filter.ts";
import { duration, within, without } from "./periods.ts";
import { tablePeriod } from "./tablePeriod.ts";
import { weekdayOf } from "./selectIncidents.ts";
import type { IncidentTable } from "./table.ts";

const DAY = 86_400_000;

/**
 * Days between the first and the last day of the incidents that lie in the filter's months, weekdays and periods and in no
 * excluded period; a period that begins or ends within a day counts that part of it. Hours of the day are not a part: a
 * night filter counts crimes a day by night. Days that the file leaves out cannot be told from days without crime.
 * @returns null where the incidents have no times
 */
export function daysOfFilter(filter: Filter, table: Pick<IncidentTable, "start" | "precision">): number | null {
  const whole = tablePeriod(table);
  if (!whole) return null;
  const { periods, excludedPeriods, months, weekdays } = filter;
  let kept = 0;
  for (let day = whole.from; day < whole.to; day += DAY) {
    if (months.length > 0 && !months.includes(new Date(day).getUTCMonth())) continue;
    if (weekdays.length > 0 && !weekdays.includes(weekdayOf(day))) continue;
    const today = { from: day, to: day + DAY };
    kept += duration(without(within(today, periods.length === 0 ? [today] : periods), excludedPeriods));
  }
  return kept / DAY;
}
