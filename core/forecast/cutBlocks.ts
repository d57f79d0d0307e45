// Cuts incidents into consecutive temporal blocks of whole days, with the hour of the day of each.

import { isoDay } from "../incidents/isoDay.ts";
import { InputError } from "../errors.ts";
import { requirePrecision } from "../incidents/requirePrecision.ts";
import type { IncidentTable } from "../incidents/table.ts";
import type { Events } from "./events.ts";

export interface BlockSettings {
  /** Length of a block, whole days. */
  readonly days: number;
  readonly count: number;
  /** Midnight at which the last block ends, ms of local civil time read as UTC; by default the end of the last day that has an incident. */
  readonly end?: number;
  /** false: days are enough, as for a spatial model over the whole day; the hour is then 0 where the times say none. */
  readonly hoursOfDay?: boolean;
  /** A covariate of each incident by its start; none where left out. */
  readonly covariate?: (start: number) => number;
}

export interface Blocks {
  /** Oldest first. */
  readonly blocks: readonly Events[];
  /** Midnight at which each begins, ms of local civil time read as UTC. */
  readonly starts: readonly number[];
  /** When each incident of each block began, in the same time. */
  readonly times: readonly Float64Array[];
  readonly days: number;
  readonly end: number;
  /** Indices of the blocks without an incident: a model leaves them out. */
  readonly empty: readonly number[];
  /** Incidents that are earlier than the first block, and not earlier than the end of the last. */
  readonly earlier: number;
  readonly later: number;
}

type TimedTable = Pick<IncidentTable, "x" | "y" | "start" | "precision">;

const DAY = 86_400_000;
const HOUR = 3_600_000;

/**
 * Blocks of Table 2 of the Delhi paper. An incident with an interval counts by its start.
 * @param rows - of the table, in any order
 * @throws InputError where the times are too coarse, the days too few for so many blocks, or the latest block is empty.
 */
export function cutBlocks(table: TimedTable, rows: Uint32Array, { days, count, end, hoursOfDay = true, covariate }: BlockSettings): Blocks {
  if (!(Number.isInteger(days) && days >= 1)) throw new InputError(`A block is ${days} days long; it must be a whole number of days, 1 or more. Enter 7 for a week.`);
  if (!(Number.isInteger(count) && count >= 1)) throw new InputError(`${count} blocks were asked for; it must be a whole number, 1 or more.`);
  if (hoursOfDay) requirePrecision(table, "hour", "A forecast by hours of the day");
  else requirePrecision(table, "day", "A forecast by blocks of days");
  if (rows.length === 0) throw new InputError("No incident is left to forecast from. Widen the filter.");

  let first = Infinity, last = -Infinity;
  for (const row of rows) {
    first = Math.min(first, table.start[row]);
    last = Math.max(last, table.start[row]);
  }
  const from = midnight(first);
  const to = end ?? midnight(last) + DAY;
  if (to !== midnight(to)) throw new InputError(`The blocks end at ${to} ms, which is not a midnight. Give a date.`);
  const begin = to - count * days * DAY;
  if (begin < from) {
    const there = Math.max(0, Math.floor((to - from) / DAY));
    const whole = Math.floor(there / days);
    throw new InputError(
      `${count} blocks of ${inDays(days)} need ${inDays(count * days)} before ${isoDay(to)}; the incidents, from ${isoDay(from)} on, cover ${inDays(there)}: ` +
        `${whole} ${whole === 1 ? "block" : "blocks"}. Ask for fewer or shorter blocks, or load earlier incidents.`,
    );
  }

  const members: number[][] = Array.from({ length: count }, () => []);
  let earlier = 0, later = 0;
  for (const row of rows) {
    const block = Math.floor((table.start[row] - begin) / (days * DAY));
    if (block < 0) earlier++;
    else if (block >= count) later++;
    else members[block].push(row);
  }
  const starts = members.map((_, block) => begin + block * days * DAY);
  if (members[count - 1].length === 0)
    throw new InputError(
      `The latest block, ${isoDay(starts[count - 1])} to ${isoDay(to - DAY)}, has no incident; the incidents run from ${isoDay(from)} to ${isoDay(midnight(last))}. ` +
        "Choose an end within them, or longer blocks.",
    );
  return {
    blocks: members.map((rowsOf) => ({
      x: Float64Array.from(rowsOf, (row) => table.x[row]),
      y: Float64Array.from(rowsOf, (row) => table.y[row]),
      hours: Float64Array.from(rowsOf, (row) => (table.start[row] - midnight(table.start[row])) / HOUR),
      ...(covariate && { z: [Float64Array.from(rowsOf, (row) => covariate(table.start[row]))] }),
    })),
    starts,
    times: members.map((rowsOf) => Float64Array.from(rowsOf, (row) => table.start[row])),
    days,
    end: to,
    empty: members.flatMap((rowsOf, block) => (rowsOf.length === 0 ? [block] : [])),
    earlier,
    later,
  };
}

const midnight = (ms: number): number => Math.floor(ms / DAY) * DAY;

const inDays = (days: number): string => (days === 1 ? "1 day" : `${days} days`);
