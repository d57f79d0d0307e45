// What happened in each unit on each trial day: the table that power and evaluation work on.

export interface OutcomeDays {
  readonly name: string;
  /** Incidents; day × units + unit, as all columns here. */
  readonly count: Float64Array;
  /** Days of imprisonment; null where the plan has no harm table. */
  readonly harm: Float64Array | null;
  /** Incidents by hour of the day: (day × units + unit) × 24 + hour; null where the times do not say. */
  readonly byHour: Uint16Array | null;
  /** Incidents in the ring about each unit and in no unit; null where no ring was asked for. */
  readonly ring: Float64Array | null;
}

export interface LocationDays {
  readonly units: readonly { readonly id: string; readonly name: string; readonly stratum: string; readonly group?: string }[];
  /** Midnight of the first trial day's date, ms. */
  readonly first: number;
  readonly days: number;
  /** Hours in each trial day: 24, or 23 and 25 where the clocks move. */
  readonly hours: Float64Array;
  readonly outcomes: readonly OutcomeDays[];
}
