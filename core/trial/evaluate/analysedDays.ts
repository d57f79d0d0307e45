// The days of a trial that an evaluation is about: those that are over.

import type { LocationDays, OutcomeDays } from "../panel/locationDays.ts";

export interface AnalysedDays {
  readonly units: LocationDays["units"];
  readonly days: number;
  /** Midnight of the first date, ms. */
  readonly first: number;
  /** In each day. */
  readonly hours: Float64Array;
  readonly outcomes: readonly OutcomeDays[];
  /** 1 treatment, 0 control; day × units + unit, as all columns here. */
  readonly arms: Uint8Array;
}

/** The first `days` days of the panel and of the schedule. */
export function analysedDays({ units, first, hours, outcomes }: LocationDays, arms: Uint8Array, days: number): AnalysedDays {
  const cells = days * units.length;
  return {
    units, days, first,
    hours: hours.subarray(0, days),
    arms: arms.subarray(0, cells),
    outcomes: outcomes.map(({ name, count, harm, byHour, ring }) => ({
      name,
      count: count.subarray(0, cells),
      harm: harm && harm.subarray(0, cells),
      byHour: byHour && byHour.subarray(0, 24 * cells),
      ring: ring && ring.subarray(0, cells),
    })),
  };
}
