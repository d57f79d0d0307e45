// What a forecast of the next temporal block is asked with, and what it answers.

import type { Grid } from "../geo/types.ts";
import type { Covariate, CovariateParameters } from "./covariates.ts";
import type { Events, Window } from "./events.ts";
import type { ModelNumber } from "./models.ts";

/** α in 1/m, 1/m, 1/radian; β in [0, 1]; weights one a block, the expert block first where there is one, summing to 1. */
export interface Parameters {
  readonly alpha: readonly number[];
  readonly beta: readonly number[];
  readonly weights: readonly number[];
  /** One a covariate, where there are any. */
  readonly covariates?: readonly CovariateParameters[];
}

export interface ForecastSettings {
  readonly model: ModelNumber;
  /** Bandwidths that follow the density (A of eq. 9), or the same everywhere. */
  readonly adaptive: boolean;
  /** "full": the integral (22) over the posterior draws; "plug-in": (23)–(25) at the posterior means. */
  readonly integral: "full" | "plug-in";
  readonly windows: readonly Window[];
  readonly chains: number;
  /** Iterations of each chain that are dropped, and that are kept. */
  readonly warmup: number;
  /** Kept of each chain; the integral takes as many in all, evenly from the chains. */
  readonly draws: number;
  readonly seed: number | string;
  /** The plain sums over all events instead of the fast way with its bound. */
  readonly exact?: boolean;
  /** "estimated" (the default) by the Dirichlet step, or all blocks the same. */
  readonly blockWeights?: "estimated" | "equal";
  /** How far from the recorded place an event may have been, m: past and latest places are spread evenly over such a disc. 0 or left out: taken as recorded. */
  readonly placeError?: number;
}

export interface ForecastRequest extends ForecastSettings {
  /**
   * Consecutive temporal blocks, oldest first. The last is the latest block b, which the fit explains by those before it;
   * the forecast is for block b + 1, from all but the oldest (weights belong to lags, so each moves on by one block).
   * Models 1 and 2 take the last two.
   */
  readonly blocks: readonly Events[];
  /** Expert points that had been given for block b: from them the expert weight is learned. */
  readonly expertBefore?: Events;
  /** Expert points for block b + 1. */
  readonly expert?: Events;
  /** The expert block's weight where `expertBefore` has no point to learn it from. */
  readonly expertWeight?: number;
  readonly grid: Grid;
  /** Covariates that every event has in its `z`, and their values in the block to come; forecast without them where `at` is left out. */
  readonly covariates?: readonly Covariate[];
  readonly at?: readonly number[];
}

export interface Summary {
  readonly mean: number;
  readonly sd: number;
  readonly q025: number;
  readonly q975: number;
}

/** For one parameter over all chains; null where it was not sampled or has no spread. */
export interface Diagnostic {
  readonly name: string;
  /** Split R-hat and effective sample size. */
  readonly rhat: number | null;
  readonly ess: number | null;
}

export interface Fit {
  readonly alpha: readonly Summary[];
  readonly beta: readonly Summary[];
  /** Expert block first where there is one, then oldest to newest: lag B … 1. */
  readonly weights: readonly Summary[];
  /** Two a covariate: α and β, or λ and 0. Empty without covariates. */
  readonly covariates: readonly Summary[];
  /** Chain after chain. */
  readonly draws: readonly Parameters[];
  readonly chains: number;
  /** The preliminary run's posterior means, from which A was made; null for a fixed-bandwidth fit. */
  readonly preliminary: Parameters | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Of all draws of an allocation, how many needed the sum over every event to be exact. */
  readonly refined: number;
}

export interface WindowForecast {
  readonly window: Window;
  /** (rows × columns), row 0 south: probability density over the plane of the next block's events in this window, per m². */
  readonly values: Float64Array;
  readonly peak: number;
  /** No value differs from the sum over all events by more than this share of the peak. */
  readonly bound: number;
  /** Probability that an event of the next block falls in this window (the denominator of (25)); 1 for spatial models. */
  readonly share: number;
  /** Index into `sources`. */
  readonly source: number;
}

/** What a surface was made from: enough to explain a cell. Spatial models have one for each window. */
export interface ForecastSource {
  /** The parameters or draws used. */
  readonly draws: readonly Parameters[];
  /** The blocks used, the expert block first where there is one. */
  readonly blocks: readonly Events[];
  readonly hasExpert: boolean;
  /** A of (20)–(21), a list a block. */
  readonly adaptation: readonly Float64Array[];
  /** As in the request. */
  readonly covariates?: readonly Covariate[];
  readonly at?: readonly number[];
  /** null for Silverman's rule. */
  readonly fit: Fit | null;
}

export interface Forecast {
  readonly model: ModelNumber;
  readonly grid: Grid;
  readonly windows: readonly WindowForecast[];
  readonly sources: readonly ForecastSource[];
}
