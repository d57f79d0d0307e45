// The whole days, or where times say only the month the whole months, that the incidents speak of.

import type { Period } from "./filter.ts";
import type { IncidentTable } from "./table.ts";

const DAY = 86_400_000;

/** From the midnight before the first incident to the midnight after the last; null where there are no times. */
export function tablePeriod({ start, precision }: Pick<IncidentTable, "start" | "precision">): Period | null {
  if (precision === "none" || start.length === 0) return null;
  let first = Infinity, last = -Infinity;
  for (let i = 0; i < start.length; i++) {
    if (start[i] < first) first = start[i];
    if (start[i] > last) last = start[i];
  }
  if (precision !== "month") return { from: Math.floor(first / DAY) * DAY, to: (Math.floor(last / DAY) + 1) * DAY };
  const month = (ms: number, later: number): number => Date.UTC(new Date(ms).getUTCFullYear(), new Date(ms).getUTCMonth() + later, 1);
  return { from: month(first, 0), to: month(last, 1) };
}
