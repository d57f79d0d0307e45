// A rolling hold-out: what it is asked with, and what it answers.

import type { Grid } from "../../geo/types.ts";
import type { BootstrapInterval } from "./bootstrap.ts";
import type { Events } from "../events.ts";
import type { ForecastSettings, Summary } from "../forecast.ts";
import type { ModelNumber } from "../models.ts";
import type { ModelName, PeerName } from "./peers.ts";
import type { SelfExcitingFit } from "../selfExciting/selfExcitingFit.ts";
import type { CellScore } from "./scoreForecast.ts";

export interface BacktestSettings extends Omit<ForecastSettings, "model"> {
  readonly models: readonly ModelNumber[];
  /** Scored beside them on the same blocks and cells; left out: none. */
  readonly peers?: readonly PeerName[];
  /** Past blocks B that each forecast is made from; one more, before them, is needed to learn from. */
  readonly history: number;
  /** How many of the last blocks are forecast, each from those before it, and scored. */
  readonly testBlocks: number;
  /** Share of the study area that a fleet can cover, for the truncated AUC. */
  readonly coverable: number;
  /** Also score each block on surfaces that are so many blocks old: 0 < s < testBlocks. */
  readonly skipUpdates: readonly number[];
}

export interface BacktestRequest extends BacktestSettings {
  /** Consecutive temporal blocks, oldest first: history + 1 + testBlocks of them, or more. */
  readonly blocks: readonly Events[];
  /** Midnight at which each begins, ms of local civil time read as UTC. */
  readonly starts: readonly number[];
  /** When each event began, days since 1970 with the hour as their fraction; one list a block. The self-exciting peer needs them. */
  readonly moments?: readonly Float64Array[];
  readonly grid: Grid;
  /** Indices of the grid's cells that count, from `studyCells`. */
  readonly cells: Uint32Array;
}

/** One surface, scored on the events of the block and window that it forecast. */
export interface BacktestRow {
  readonly model: ModelName;
  /** Which of the test blocks, the oldest is 0; and when it began. */
  readonly block: number;
  readonly start: number;
  /** Index into the windows. */
  readonly window: number;
  /** Of the density averaged over each cell: what is expected in a cell, however narrow the kernels. */
  readonly score: CellScore;
  /** Events of the window that lie beyond the cells that count, and so in no score. */
  readonly outside: number;
  /** No value differs from the sum over all events by more than this share of the peak; null for peers, which prove none. */
  readonly bound: number | null;
  /** SURFACE_CLASSES of the cells that count. */
  readonly classes: Uint8Array;
}

/** AUC of a block's events on the surface that had been made for a block `skip` earlier. */
export interface SkippedRow extends Pick<BacktestRow, "model" | "block" | "window"> {
  readonly skip: number;
  readonly auc: number | null;
}

/** The parameters behind a model's forecast of one block: one fit, or for spatial models one a window. */
export interface BacktestFit extends Pick<BacktestRow, "block" | "start"> {
  readonly model: ModelNumber;
  /** Index into the windows; null where one fit serves them all. */
  readonly window: number | null;
  readonly alpha: readonly Summary[];
  readonly beta: readonly Summary[];
  readonly weights: readonly Summary[];
  /** The worst split R-hat and the least effective sample size of all its parameters; null where none has one. */
  readonly worstRhat: number | null;
  readonly leastEss: number | null;
}

/** The self-exciting peer's fit for one block. */
export interface PeerFit extends Pick<BacktestRow, "block" | "start"> {
  readonly fit: SelfExcitingFit;
}

/** A forecast that could not be made, with the reason: its rows are missing. */
export interface BacktestProblem extends Pick<BacktestRow, "model" | "block" | "start"> {
  readonly text: string;
}

/** A number of a score: over the whole curve, or at one of SCORE_SHARES. */
export type Measure =
  | { readonly name: "auc" | "truncatedAuc" | "centreAuc"; readonly share: null }
  | { readonly name: "captured" | "hitRate" | "pai" | "peiStar"; readonly share: number };

export interface BacktestSummary {
  readonly model: ModelName;
  /** Index into the windows; null: the mean over the windows of each block. */
  readonly window: number | null;
  readonly measure: Measure;
  /** Over the blocks that have a value; sd with divisor n − 1, null for one block; interval null for no block. */
  readonly blocks: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly interval: BootstrapInterval | null;
}

export interface ModelDifference extends Pick<BacktestSummary, "model" | "window" | "measure"> {
  readonly against: ModelName;
  /** Of this model less that of the other, block by block. */
  readonly difference: BootstrapInterval | null;
}

export interface SkipSummary extends Pick<BacktestSummary, "model"> {
  readonly skip: number;
  readonly blocks: number;
  /** AUC, mean over the windows of each block: over the blocks its mean and its 10th and 90th percentiles (Figure 13 of the Delhi paper). */
  readonly mean: number | null;
  readonly p10: number | null;
  readonly p90: number | null;
  /** AUC with the update less AUC without it, over the same blocks. */
  readonly loss: BootstrapInterval | null;
}

export interface BacktestSummaries {
  readonly summaries: readonly BacktestSummary[];
  /** Every other model and peer less the model of the highest number. */
  readonly differences: readonly ModelDifference[];
  readonly skips: readonly SkipSummary[];
}

export interface Backtest extends BacktestSummaries {
  readonly settings: BacktestSettings;
  readonly rows: readonly BacktestRow[];
  readonly skipped: readonly SkippedRow[];
  readonly fits: readonly BacktestFit[];
  readonly peerFits: readonly PeerFit[];
  readonly problems: readonly BacktestProblem[];
}
