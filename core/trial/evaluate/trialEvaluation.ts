// What an evaluation says: every difference is treatment minus control, every number names its formula.

import type { LocationDays } from "../panel/locationDays.ts";
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
  /** The same question by other tests: chi-squared without the correction, Student's t. */
  readonly otherTests?: readonly TestResult[];
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
  /** null: the method has none. */
  readonly logLikelihood: number | null;
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

/** How many were taken, drawn, treated and analysed: the numbers of CONSORT's flow diagram. */
export interface TrialFlow {
  readonly units: number;
  /** Of the protocol, and those that the evaluation is about. */
  readonly daysPlanned: number;
  readonly daysAnalysed: number;
  readonly allocated: { readonly treatment: number; readonly control: number };
  /** Location-days with at least one full patrol, of those that the patrol logs reach over; null where no delivery is known. */
  readonly delivered: {
    readonly treatment: number;
    readonly control: number;
    readonly logged: { readonly treatment: number; readonly control: number };
  } | null;
  readonly analysed: { readonly treatment: number; readonly control: number };
  /** Of every outcome together: see LocationDays. */
  readonly incidents: LocationDays["incidents"];
}

/** One p-value of the outcomes declared beforehand, adjusted for there being several. */
export interface AdjustedP {
  readonly outcome: string;
  readonly measure: Measure;
  /** "Randomisation test, exact" */
  readonly test: string;
  readonly p: number;
  readonly holm: number;
  readonly benjaminiHochberg: number;
}

/** What was found where patrols came, or did not: not protected by the draw. */
export interface PerProtocol {
  /** Treatment days with a full patrol against control days without one. */
  readonly comparisons: readonly Comparison[];
  /** Every day with a full patrol against every day without one. */
  readonly asTreated: readonly Comparison[];
  /** Of treatment days and of control days, the share with at least one full patrol. */
  readonly delivery: { readonly treatment: number; readonly control: number };
  /** The effect of a full patrol on days that have one because they were drawn: difference of outcomes / difference of deliveries (Wald's estimator). */
  readonly compliers: readonly ComplierEffect[];
}

export interface ComplierEffect {
  readonly outcome: string;
  readonly measure: Measure;
  /** Per location-day; null, as its interval, where deliveries do not differ. */
  readonly effect: number | null;
  readonly interval: Interval | null;
}

/** One clock hour of all location-days; several of 24 are below 5 % by chance. */
export interface HourComparison {
  readonly hour: number;
  /** Incidents. */
  readonly incidents: { readonly treatment: number; readonly control: number };
  /** Incidents per location-day. */
  readonly treatment: number;
  readonly control: number;
  /** Treatment minus control. */
  readonly difference: number;
  /** null where no location-day of either arm differs from another. */
  readonly interval: Interval | null;
}

/** Has crime moved from the units into the rings about them, or has the effect reached there? */
export interface RingEvaluation {
  readonly outcome: string;
  /** m */
  readonly width: number;
  /** Incidents per location-day in the rings of treatment and of control days. */
  readonly comparison: Comparison;
  /** Units and rings together, incidents per location-day, treatment minus control: the weighted displacement difference. */
  readonly wdd: { readonly value: number; readonly standardError: number; readonly z: number; readonly p: number; readonly interval: Interval };
  /** Rings' difference / units' difference, the weighted displacement quotient: null where the units had no less on treatment days; what it says in words. */
  readonly wdq: { readonly quotient: number | null; readonly reading: string };
  /** "The rings changed by …": what the two numbers say and what they do not. */
  readonly inWords: string;
}

export interface SubgroupEvaluation {
  readonly outcome: string;
  readonly name: string;
  readonly units: number;
  /** Rate ratio within the subgroup and in all other units; null where too few events or units are left for a model. */
  readonly inside: RateEstimate | null;
  readonly outside: RateEstimate | null;
  /** ratio inside / ratio outside, and the test that it is 1. */
  readonly interaction: { readonly ratio: number; readonly interval: Interval; readonly p: number } | null;
}

/** Sums over the days so far; columns of one value a day. */
export interface CumulativeDays {
  readonly outcome: string;
  readonly treatment: Float64Array;
  readonly control: Float64Array;
  /** Incidents on treatment days less what control days of the same block would give for as many location-days. */
  readonly difference: Float64Array;
  /** Without any effect the difference lies within ± this in 95 of 100 draws, each day taken by itself. */
  readonly band: Float64Array;
}

export interface TrialEvaluation {
  readonly primary: { readonly outcome: string; readonly measure: Measure };
  /** Of the tests; intervals are at 1 − level. */
  readonly level: number;
  /** The trial had not ended: each look before the end is one more chance of a false alarm. null: it had. */
  readonly interim: { readonly day: number; readonly of: number } | null;
  readonly flow: TrialFlow;
  /** Every outcome by prevalence, count and (with a harm table) harm: intention to treat. */
  readonly comparisons: readonly Comparison[];
  readonly randomisation: readonly RandomisationResult[];
  readonly adjusted: readonly AdjustedP[];
  readonly rates: readonly RateEstimate[];
  /** null where no delivery is known. */
  readonly perProtocol: PerProtocol | null;
  /** null where the times do not say the hour. */
  readonly byHour: readonly { readonly outcome: string; readonly hours: readonly HourComparison[] }[] | null;
  readonly rings: readonly RingEvaluation[];
  readonly subgroups: readonly SubgroupEvaluation[];
  readonly cumulative: readonly CumulativeDays[];
  /** Which formula, which sign, which counting rule: one sentence each. */
  readonly conventions: readonly string[];
  readonly cautions: readonly string[];
}
