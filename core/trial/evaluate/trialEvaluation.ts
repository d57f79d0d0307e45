// What an evaluation says: every difference is treatment minus control, every number names its formula.

import type { Measure } from "../protocol.ts";

/** At the level of the evaluation; `method` in words: "Wilson", "t, Welch", "profile likelihood". */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly method: string;
}

export interface TestResult {
  /** "Chi-squared with Yates' correction", "Welch's t-test", … */
  readonly name: string;
  readonly statistic: number;
  readonly df: number | null;
  readonly p: number;
}

export interface EffectSize {
  readonly name: string;
  readonly value: number;
  /** "d = 2 √(χ² / (N − χ²))" */
  readonly formula: string;
  readonly interval: Interval | null;
}

export interface ArmSummary {
  readonly locationDays: number;
  /** Location-days with a crime; incidents; days of harm; … */
  readonly total: number;
  /** total / locationDays. */
  readonly mean: number;
  readonly sd: number | null;
  readonly interval: Interval | null;
}

/** One row of the table of outcomes or of delivery. */
export interface Comparison {
  readonly outcome: string;
  readonly measure: Measure | "dosage";
  readonly treatment: ArmSummary;
  readonly control: ArmSummary;
  /** Treatment minus control, per location-day. */
  readonly difference: number;
  readonly differenceInterval: Interval | null;
  /** Treatment / control − 1; null where control is 0. "−8.7 % (count)": always told with the measure. */
  readonly change: number | null;
  readonly test: TestResult;
  readonly effects: readonly EffectSize[];
  /** What a reader must know: small counts, a test that takes clustered days as independent. */
  readonly cautions: readonly string[];
}

/** A rate ratio, treatment / control, from a model of counts. */
export interface RateEstimate {
  readonly outcome: string;
  /** "Negative binomial, hotspot and weekday effects, errors clustered by hotspot (CR1)" */
  readonly model: string;
  readonly ratio: number;
  readonly interval: Interval;
  readonly standardError: number;
  readonly p: number;
  readonly logLikelihood: number;
  readonly theta: number | null;
  readonly cautions: readonly string[];
}

export interface RandomisationResult {
  readonly outcome: string;
  readonly measure: Measure;
  readonly statistic: string;
  readonly observed: number;
  readonly expected: number;
  readonly p: number;
  /** "exact" by convolution, or from so many seeded draws. */
  readonly draws: "exact" | number;
  /** Changes (treatment / control − 1) that the test does not reject; null where it was not inverted. */
  readonly interval: Interval | null;
}
