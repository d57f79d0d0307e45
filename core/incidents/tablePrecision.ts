// The finest unit that a whole column of times can be trusted to.

import type { ReadIncidents } from "./readIncidents.ts";
import type { TimePrecision } from "./table.ts";

/** One record in twenty may be coarser than the rest without making all of them so. */
const TOLERATED = 0.05;
/** Fewer records than this may stand on whole hours by chance. */
const ENOUGH = 20;

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Times that are all at midnight are dates; times that are all on the full hour are hours. */
export function tablePrecision(counts: ReadIncidents["precisions"], start: Float64Array): TimePrecision {
  const allowed = TOLERATED * start.length;
  if (counts.month > allowed) return "month";
  if (counts.month + counts.day > allowed) return "day";
  const written = counts.month + counts.day + counts.hour > allowed ? "hour" : "minute";
  if (start.length < ENOUGH) return written;
  if (start.every((ms) => ms % DAY === 0)) return "day";
  return written === "hour" || start.every((ms) => ms % HOUR === 0) ? "hour" : "minute";
}
