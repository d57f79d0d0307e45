// The job behind the filter panel: the incidents that are kept, and the counts that the panel shows beside each choice.

import { defineJob } from "../job.ts";
import { counts, floats, z } from "../schema.ts";
import type { Filter } from "./filter.ts";
import { filterSchema } from "./filterSchema.ts";
import { createKeep, createMonthOf, keptOffences, weekdayOf, type FilterColumns } from "./selectIncidents.ts";
import { isPrecise } from "./requirePrecision.ts";

export interface FilteredIncidents {
  /** Indices of the incidents kept, ascending. */
  readonly selected: Uint32Array<ArrayBuffer>;
  /** By index into `offences`: what all the other filters keep, so that an offence left out still shows its number. */
  readonly byOffence: Uint32Array<ArrayBuffer>;
  /** Of the incidents kept: 24 hours, 7 weekdays from Monday, 12 months from January; null where the times do not say. */
  readonly byHour: Uint32Array<ArrayBuffer> | null;
  readonly byWeekday: Uint32Array<ArrayBuffer> | null;
  readonly byMonth: Uint32Array<ArrayBuffer> | null;
}

const bytes = (description: string) =>
  z
    .union([
      z.custom<Uint8Array>((value) => value instanceof Uint8Array, "must be whole numbers"),
      z.array(z.int().min(0).max(255)).transform((values): Uint8Array => Uint8Array.from(values)),
    ])
    .describe(description);

export const filterIncidents = defineJob({
  title: "The incidents that a filter keeps, with counts by offence, hour, weekday and month",
  params: z.strictObject({
    precision: z.enum(["minute", "hour", "day", "month", "none"]),
    x: floats("easting, m"),
    y: floats("northing, m"),
    start: floats("ms of local civil time read as UTC"),
    offence: z.union([
      z.custom<Uint16Array>((value) => value instanceof Uint16Array, "must be whole numbers"),
      counts("index into offences").transform((values): Uint16Array => Uint16Array.from(values)),
    ]),
    domestic: bytes("0 no, 1 yes, 2 unknown"),
    offences: z.int().nonnegative().max(65_535).describe("how many offences there are"),
    filter: filterSchema,
  }),
  run: ({ offences, filter, ...columns }) => filterColumns({ length: columns.x.length, ...columns }, offences, filter),
});

/** @throws InputError where the filter asks for more than the times say. */
export function filterColumns(table: FilterColumns, offences: number, filter: Filter): FilteredIncidents {
  const keep = createKeep(table, filter);
  const offenceKept = keptOffences(filter);
  const { precision, start, offence } = table;
  const byOffence = new Uint32Array(offences);
  const selected = new Uint32Array(table.length);
  let n = 0;
  for (let i = 0; i < table.length; i++) {
    if (!keep(i)) continue;
    byOffence[offence[i]]++;
    if (offenceKept(offence[i])) selected[n++] = i;
  }
  const kept = selected.slice(0, n);
  const tally = (size: number, indexOf: (ms: number) => number): Uint32Array<ArrayBuffer> => {
    const found = new Uint32Array(size);
    for (let k = 0; k < n; k++) found[indexOf(start[kept[k]])]++;
    return found;
  };
  return {
    selected: kept,
    byOffence,
    byHour: isPrecise(precision, "hour") ? tally(24, hourOf) : null,
    byWeekday: isPrecise(precision, "day") ? tally(7, weekdayOf) : null,
    byMonth: isPrecise(precision, "month") ? tally(12, createMonthOf(table)) : null,
  };
}

const hourOf = (ms: number): number => Math.floor(ms / 3_600_000) - 24 * Math.floor(ms / 86_400_000);
