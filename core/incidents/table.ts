// The IncidentTable: what happened, as typed-array columns that are never mutated.

import type { Plane } from "../geo/plane.ts";

/** The finest unit that a time column can be trusted to. "none": the file has no time. */
export type TimePrecision = "minute" | "hour" | "day" | "month" | "none";

export interface Offence {
  /** The upper level of the tree: "ASSAULT", "Violence and sexual offences". */
  readonly category: string;
  /** The lower level; equal to the category where the file has one level only. */
  readonly name: string;
}

/** A text column that is kept for display and rules (location, district): values are stored once. */
export interface TextColumn {
  readonly name: string;
  readonly codes: Uint32Array;
  readonly values: readonly string[];
}

export const DOMESTIC = { no: 0, yes: 1, unknown: 2 } as const;

export interface IncidentTable {
  readonly length: number;
  readonly plane: Plane;
  /** Metres in the plane, n values each. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /**
   * Epoch milliseconds of *local civil time read as UTC*, so that hour and weekday need no time zone.
   * `end` equals `start` for an instant; both are 0 where precision is "none".
   */
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly precision: TimePrecision;
  /** Index into `offences`. */
  readonly offence: Uint16Array;
  readonly offences: readonly Offence[];
  /** DOMESTIC. */
  readonly domestic: Uint8Array;
  /** Index into `sources`, and the 1-based line in that file on which the record starts. */
  readonly source: Uint8Array;
  readonly line: Uint32Array;
  readonly sources: readonly string[];
  readonly texts: readonly TextColumn[];
}
