// What a trial could detect: the smallest fall by formula and by simulation, curves over hotspots and days, and a verdict in words.

import type { Measure } from "../protocol.ts";

/** How one outcome varies over the location-days of the past, for one measure. */
export interface HistoryVariance {
  /** Per location-day. */
  readonly mean: number;
  /** Of single location-days, all taken as one sample: s². */
  readonly variance: number;
  /** s² / mean: 1 for Poisson counts. Of a prevalence p it is 1 − p, of harm it has the unit of harm. */
  readonly dispersion: number;
  /** Share of the variance that lies between hotspots (intraclass correlation by one-way analysis of variance; 0 where the estimate is below). */
  readonly betweenHotspots: number;
  /** Share of the variance that lies between days, likewise. */
  readonly betweenDays: number;
  /** Variance of the difference of means by this trial's draw, over that of independent location-days: what blocks of a day take away. */
  readonly designEffect: number;
  /** Likewise after the mean of each hotspot is taken from its days. */
  readonly adjustedDesignEffect: number;
  /** 1 + (days − 1) × betweenHotspots: what it would be if each hotspot kept its arm for the whole trial. */
  readonly fixedArmsDesignEffect: number;
}

/** What a formula or a way of testing simulated trials says. */
export interface PowerAnswer {
  readonly name: string;
  /** Of a formula the formula, of a simulation what is tested. */
  readonly text: string;
  /** The least fall that is detected with the power asked for, 0 to 1; null: even complete prevention is not. */
  readonly smallest: number | null;
  /** Power at the fall that is expected. */
  readonly power: number;
  /** Of simulated trials in which nothing happens, those that the test rejects; null of a formula. */
  readonly falseAlarms: number | null;
}

/** Smallest detectable fall by size, one value a size; null where even complete prevention is not detected. */
export interface PowerCurve {
  /** Hotspots (the fullest first), or days. */
  readonly sizes: readonly number[];
  readonly formula: readonly (number | null)[];
  readonly simulated: readonly (number | null)[];
}

export interface MeasurePower {
  readonly measure: Measure;
  readonly history: HistoryVariance;
  readonly formulas: readonly PowerAnswer[];
  readonly simulations: readonly PowerAnswer[];
  /** Power by fall: of the formula and the simulation that go with the planned test. */
  readonly byFall: { readonly falls: readonly number[]; readonly formula: readonly number[]; readonly simulated: readonly number[] };
  /** null where no curves were asked for. */
  readonly byHotspots: PowerCurve | null;
  readonly byDays: PowerCurve | null;
  /** Half the width of the difference's interval if nothing happens, as a share of the control mean: falls up to it stay possible. */
  readonly halfWidth: number;
  /** Days in which the fall that is expected would be detected with the power asked for, by formula; null: over ten years, or no fall is expected. */
  readonly daysNeeded: number | null;
  /** Of a fall in prevalence: what fall in incidents leaves so many location-days without one; null for other measures. */
  readonly incidentsFall: number | null;
  readonly verdict: string;
  /** Why the answers differ, in words. */
  readonly why: readonly string[];
}

export interface TrialPower {
  readonly hotspots: number;
  readonly days: number;
  /** Location-days, as the draw deals them out on average. */
  readonly treatment: number;
  readonly control: number;
  /** Days of the past that all this is from. */
  readonly historyDays: number;
  /** The fall that is expected, 0 to 1, the power to be reached, and the level of the tests. */
  readonly expectedFall: number;
  readonly power: number;
  readonly level: number;
  /** Simulated trials. */
  readonly draws: number;
  readonly measures: readonly MeasurePower[];
  readonly cautions: readonly string[];
}
