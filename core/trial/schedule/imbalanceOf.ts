// How far a schedule is from balance over the period: the share of days of each unit, and the baselines of the arms.

import type { DrawUnit } from "./blocks.ts";

export interface Imbalance {
  /** Largest |days on treatment / days − share| over the units. */
  readonly days: number;
  /**
   * |mean baseline of treatment − of control| over their location-days, in standard deviations √((s₁² + s₀²)/2) (Austin 2009:
   * below 0.1 is customary); null where the units have no baseline.
   */
  readonly baseline: number | null;
  /** The larger of the two. */
  readonly worst: number;
}

/** @param arms - 1 treatment, 0 control; day × units + unit */
export const imbalanceOf = (units: readonly DrawUnit[], days: number, share: number, arms: Uint8Array): Imbalance =>
  imbalanceOfDays(units, days, share, treatedDays(units.length, days, arms));

/** @param treated - days on treatment of each unit */
export function imbalanceOfDays(units: readonly DrawUnit[], days: number, share: number, treated: readonly number[]): Imbalance {
  const ofDays = treated.reduce((most, n) => Math.max(most, Math.abs(n / days - share)), 0);
  const { difference } = baselineOf(units, days, treated) ?? { difference: null };
  return { days: ofDays, baseline: difference === null ? null : Math.abs(difference), worst: Math.max(ofDays, Math.abs(difference ?? 0)) };
}

/** Days on treatment of each unit. */
export function treatedDays(units: number, days: number, arms: Uint8Array): number[] {
  const treated = Array.from({ length: units }, () => 0);
  for (let i = 0; i < days * units; i++) treated[i % units] += arms[i];
  return treated;
}

export interface BaselineBalance {
  /** Means over the location-days of each arm. */
  readonly treatment: number;
  readonly control: number;
  /** Treatment minus control in standard deviations. */
  readonly difference: number;
}

/** null where a unit has no baseline, or an arm no day. */
export function baselineOf(units: readonly DrawUnit[], days: number, treated: readonly number[]): BaselineBalance | null {
  const values = units.map(({ baseline }) => baseline);
  if (!values.every((value) => value !== undefined)) return null;
  const treatment = moments(values, treated), control = moments(values, treated.map((n) => days - n));
  if (treatment.n === 0 || control.n === 0) return null;
  const spread = Math.sqrt((treatment.variance + control.variance) / 2);
  return { treatment: treatment.mean, control: control.mean, difference: spread === 0 ? 0 : (treatment.mean - control.mean) / spread };
}

function moments(values: readonly number[], weights: readonly number[]): { readonly n: number; readonly mean: number; readonly variance: number } {
  const n = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = values.reduce((sum, value, i) => sum + weights[i] * value, 0) / n;
  const squares = values.reduce((sum, value, i) => sum + weights[i] * (value - mean) ** 2, 0);
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 };
}
