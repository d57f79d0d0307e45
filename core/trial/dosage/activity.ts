// What officers did, as columns: patrols that were logged, and sightings of them (positions, stops and searches).

import { counts, floats, z } from "../../schema.ts";

/**
 * One row a logged patrol of one officer. Officers stand as codes, 0, 1, … in the order in which each file names them, and mean
 * nothing outside these columns: no number or name of an officer is kept.
 */
export const patrolsSchema = z
  .strictObject({
    unit: floats("index of the unit that the log names; -1 where it names none"),
    officer: floats("code; -1 where the log names nobody"),
    start: floats("ms of local civil time read as UTC"),
    end: floats("the same, not before the start"),
    fixes: z
      .strictObject({
        patrol: counts("row of the patrol, ascending; a patrol has none, one or two"),
        x: floats("m"),
        y: floats("m"),
        accuracy: floats("m; 0 where it is not known"),
      })
      .describe("positions at the start and at the end, where they were recorded"),
  })
  .refine(({ unit }) => unit.length > 0, { error: "there is no patrol" })
  .refine(({ unit, officer, start, end }) => [officer, start, end].every((column) => column.length === unit.length), { error: "unit, officer, start and end must be equally long" })
  .refine(({ unit, fixes }) => fixes.patrol.every((row) => row < unit.length), { error: "a position belongs to a patrol that is not there" });

export type Patrols = z.output<typeof patrolsSchema>;

/** One row a sighting: a position of a radio or a telephone, or a stop and search. */
export const sightingsSchema = z
  .strictObject({
    unit: floats("index of the unit that the file names; -1 where it names none"),
    officer: floats("code; -1 where the file names nobody"),
    time: floats("ms of local civil time read as UTC"),
    x: floats("m; 0 where the unit is named"),
    y: floats("m; 0 where the unit is named"),
    group: floats("index into groups; -1 where the file names none"),
    groups: z.array(z.string()).describe("such as the departments that radios belong to"),
    span: z.tuple([z.number(), z.number()]).nullable().default(null).describe("first and last time of the files, which may hold more rows than these, ms; null: of these rows"),
  })
  .refine(({ unit, span }) => unit.length > 0 || span !== null, { error: "there is no row" })
  .refine(({ unit, officer, time, x, y, group }) => [officer, time, x, y, group].every((column) => column.length === unit.length), { error: "all columns must be equally long" });

export type Sightings = z.output<typeof sightingsSchema>;

export type ActivityKind = "patrols" | "pings" | "stops";

/** What became of a file's rows: rows = kept + far + the sum of `setAside`. */
export interface ActivityReport {
  readonly file: string;
  readonly kind: ActivityKind;
  readonly rows: number;
  readonly kept: number;
  /** Positions away from every hotspot: counted, and not kept. */
  readonly far: number;
  /** The most frequent first, with a few lines of each. */
  readonly setAside: readonly { readonly reason: string; readonly count: number; readonly lines: readonly number[] }[];
  readonly notices: readonly string[];
  /** Which column was read as what: "start: patrol start". */
  readonly columns: readonly string[];
}
