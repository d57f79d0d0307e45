// The whole days, or where times say only the month the whole months, that the incidents speak of.

import { extent } from "../geo/bounds.ts";
import type { Period } from "./filter.ts";
import type { IncidentTable } from "./table.ts";

const DAY = 86_400_000;

/** From the midnight before the first incident to the midnight after the last; null where there are no times. */
export function tablePeriod({ start, precision }: Pick<IncidentTable, "start" | "precision">): Period | null {
  if (precision === "none" || start.length === 0) return null;
  const [first, last] = extent(start);
  if (precision === "month") return { from: monthStart(first), to: nextMonth(last) };
  return { from: Math.floor(first / DAY) * DAY, to: (Math.floor(last / DAY) + 1) * DAY };
}

/** The beginning of the month that a moment lies in, and of the next. */
export const monthStart = (ms: number): number => monthAfter(ms, 0);
export const nextMonth = (ms: number): number => monthAfter(ms, 1);

function monthAfter(ms: number, months: number): number {
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months);
}
