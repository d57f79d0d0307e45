// The Filter: which incidents every number and every map is about.

import type { Polygon } from "../geo/types.ts";

/** Milliseconds of local civil time read as UTC; `from` inclusive, `to` exclusive. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

export interface Filter {
  /** Indices into the table's `offences` that are left out; none means all offences. */
  readonly withoutOffences: readonly number[];
  /** Kept if in any of these; empty means always. */
  readonly periods: readonly Period[];
  /** Left out if in any of these. */
  readonly excludedPeriods: readonly Period[];
  /** 0 = January; empty means all. */
  readonly months: readonly number[];
  /** 0 = Monday; empty means all. */
  readonly weekdays: readonly number[];
  /** Minutes of the day, `from` inclusive, `to` exclusive; wraps midnight where from > to. null = all day. */
  readonly hours: { readonly from: number; readonly to: number } | null;
  readonly domestic: "all" | "only" | "without";
  /** Kept if inside any of these polygons; empty means everywhere. */
  readonly area: readonly Polygon[];
}

export const NO_FILTER: Filter = {
  withoutOffences: [],
  periods: [],
  excludedPeriods: [],
  months: [],
  weekdays: [],
  hours: null,
  domestic: "all",
  area: [],
};

/** Whether a minute of the day lies in hours that may pass midnight. */
export const isWithinHours = (minute: number, { from, to }: NonNullable<Filter["hours"]>): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to;

/** The Thames Valley trial's day and night: 08:00-19:59 and 20:00-07:59. */
export const DAY_HOURS = { from: 8 * 60, to: 20 * 60 } as const;
export const NIGHT_HOURS = { from: 20 * 60, to: 8 * 60 } as const;
