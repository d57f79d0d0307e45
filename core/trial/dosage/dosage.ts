// How much of the treatment was delivered: patrols, positions and stops by location-day, and whether the arms differ.

import type { Comparison, Interval } from "../evaluate/trialEvaluation.ts";
import type { TrialDays } from "../protocol.ts";

/** One measure of activity on every location-day. */
export interface DosageSeries {
  /** "Full patrols", "Pings in the hotspot", … */
  readonly name: string;
  /** What a value counts, and how. */
  readonly definition: string;
  /** day × units + unit. */
  readonly values: Float64Array;
  /** Trial days that the files reach over, the last not included: others say nothing and are left out of every comparison. */
  readonly from: number;
  readonly until: number;
}

/** Means per location-day of one series, and how many times control treatment had. */
export interface DosageRatio {
  readonly treatment: number;
  readonly control: number;
  readonly locationDays: { readonly treatment: number; readonly control: number };
  /** treatment / control; null where control has none. */
  readonly ratio: number | null;
  /** Of the ratio; null where a mean is 0 or there are fewer than two units. */
  readonly interval: Interval | null;
  /** Whether the arms count as different: the interval lies above 1 and the ratio at or above the limit. */
  readonly differs: boolean;
}

export interface DosageWeek {
  /** Trial days, the last not included; the last week of a trial may be short. */
  readonly from: number;
  readonly until: number;
  /** One a series, in their order; null where its files do not reach over the week. */
  readonly ratios: readonly (DosageRatio | null)[];
}

export interface DosageAlarm {
  /** Of the series. */
  readonly name: string;
  readonly state: "delivered" | "watch" | "not delivered";
  /** Over all days so far, and over the last weeks together. */
  readonly cumulative: DosageRatio;
  readonly recent: DosageRatio;
  readonly words: string;
}

export interface DosageShift {
  readonly name: string;
  /** Hours of the day; one that ends before it starts passes midnight. */
  readonly from: number;
  readonly to: number;
  /** Visits that began in the shift; day × units + unit. */
  readonly patrols: Float64Array;
  readonly fullPatrols: Float64Array;
  readonly minutes: Float64Array;
}

export interface UnitDosage {
  readonly id: string;
  readonly name: string;
  /** Location-days that the patrol logs reach over. */
  readonly treatmentDays: number;
  readonly controlDays: number;
  /** Of them, with at least one full patrol. */
  readonly delivered: number;
  readonly contaminated: number;
  /** Full patrols and minutes on treatment days. */
  readonly fullPatrols: number;
  readonly minutes: number;
}

export interface Share {
  readonly yes: number;
  readonly of: number;
  readonly share: number;
  readonly interval: Interval;
}

export interface Dosage extends TrialDays {
  readonly units: readonly { readonly id: string; readonly name: string; readonly stratum: string }[];
  /** As given; 1 treatment, 0 control; day × units + unit, as all columns here. */
  readonly arms: Uint8Array;
  /** Minutes: at least `amber` make a patrol full. */
  readonly amber: number;
  readonly green: number;

  /** Visits: patrols of one hotspot that overlap are one; null where no logs were given, as in the next four. */
  readonly patrols: Float64Array | null;
  readonly fullPatrols: Float64Array | null;
  /** Each officer's patrol by itself. */
  readonly officerPatrols: Float64Array | null;
  /** Of visits: time with at least one officer there. */
  readonly minutes: Float64Array | null;
  /** Visits by length: index = whole minutes, the last that long or longer. */
  readonly lengths: Float64Array | null;
  /** null where no positions were given. */
  readonly pings: Float64Array | null;
  readonly ringPings: Float64Array | null;
  /** Minutes on site estimated from the positions; null where they name no officers. */
  readonly pingMinutes: Float64Array | null;
  /** null where none were given. */
  readonly stops: Float64Array | null;

  readonly series: readonly DosageSeries[];
  readonly comparisons: readonly Comparison[];
  readonly byWeek: readonly DosageWeek[];
  readonly alarms: readonly DosageAlarm[];
  readonly shifts: readonly DosageShift[];
  /** Visits begun in each hour of the day, by arm; 24 values. */
  readonly byHour: { readonly treatment: Float64Array; readonly control: Float64Array } | null;
  readonly byUnit: readonly UnitDosage[];
  /** Treatment days with at least one full patrol; control days with one. */
  readonly delivered: Share | null;
  readonly contaminated: Share | null;
  /** Of the visits, as long as amber and as green. */
  readonly longEnough: { readonly amber: Share; readonly green: Share } | null;

  /** Patrols logged for a unit from whose shapes every recorded position is farther than the ring. */
  readonly elsewhere: readonly { readonly unit: number; readonly day: number; readonly start: number; readonly metres: number }[];
  /** rows = matched + elsewhere left out + without a unit + outside the days, for each kind. */
  readonly matched: readonly MatchedRows[];
  readonly notices: readonly string[];
  readonly conventions: readonly string[];
}

export interface MatchedRows {
  readonly kind: "patrols" | "pings" | "stops";
  readonly rows: number;
  readonly matched: number;
  /** Pings and stops within the ring of a unit and in none. */
  readonly inRing: number;
  /** Neither named nor placed in a unit. */
  readonly noUnit: number;
  /** Before the first or after the last trial day. */
  readonly outsideDays: number;
  /** Patrols that were left out because every position lies elsewhere. */
  readonly leftOut: number;
}
