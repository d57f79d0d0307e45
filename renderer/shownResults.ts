// Results as they are drawn and told: what the map and the panels keep of a job.

import type { Grid, Point } from "../core/geo/types.ts";
import type { Backtest, BacktestRow } from "../core/forecast/evaluate/backtest.ts";
import type { BacktestTransitions } from "../core/forecast/evaluate/backtestTransitions.ts";
import type { Window } from "../core/forecast/events.ts";
import type { ExpertValue } from "../core/forecast/expert/expertValue.ts";
import type { Fit, ForecastSource } from "../core/forecast/forecast.ts";
import type { BacktestPlan, PreparedBacktest } from "../core/forecast/evaluate/prepareBacktest.ts";
import type { ExpertValuePlan, PreparedExpertValue } from "../core/forecast/expert/prepareExpertValue.ts";
import type { ForecastPlan, PreparedForecast } from "../core/forecast/prepareForecast.ts";
import type { Filter } from "../core/incidents/filter.ts";
import type { ExpertPoint } from "../core/plan/plan.ts";

/** A density as it is drawn: incidents per km² in the cells of `grid` (row 0 south). */
export interface Density {
  readonly grid: Grid;
  readonly perKm2: Float32Array;
  /** Per km². */
  readonly peak: number;
  readonly kernel: "gaussian" | "quartic";
  readonly bandwidthX: number;
  readonly bandwidthY: number;
  readonly method: string;
  /** Largest error as a share of the peak, proved. */
  readonly bound: number;
  readonly incidents: number;
  readonly filter: Filter;
}

/** One daily window of a forecast as it is drawn; arrays (rows × columns), row 0 south. */
export interface ShownWindow {
  readonly window: Window;
  /** Probability density of where the block's events in this window fall, averaged over each cell, per km². */
  readonly perKm2: Float32Array;
  /** 0 hot (top 20 %), 1 warm (next 20 %), 2 other, 255 does not count. */
  readonly classes: Uint8Array;
  /** Per km². */
  readonly peak: number;
  /** Largest error as a share of the peak, proved. */
  readonly bound: number;
  /** Probability that an event falls in this window; 1 for spatial models. */
  readonly share: number;
  readonly source: number;
}

/** A fit without its draws: what is told of it, and the course of its parameters. */
export interface ShownFit extends Omit<Fit, "draws"> {
  /** Kept draws of a parameter, chain after chain, by its name in `diagnostics`. */
  readonly traces: readonly { readonly name: string; readonly values: Float32Array }[];
}

export interface ShownSource extends Omit<ForecastSource, "fit"> {
  readonly fit: ShownFit | null;
}

/** A forecast as it is drawn, with all that explains it. */
export interface ShownForecast extends Omit<PreparedForecast, "request"> {
  readonly plan: ForecastPlan;
  readonly windows: readonly ShownWindow[];
  readonly sources: readonly ShownSource[];
  /** Incidents in the project, the plan's expert points and the filter, as they were when it was made. */
  readonly known: number;
  readonly expertPoints: readonly ExpertPoint[];
  readonly filter: Filter;
}

/** Why a cell has its value: the past blocks and events that it is a sum over. */
export interface CellExplanation {
  /** Index into the grid. */
  readonly cell: number;
  /** Per km². */
  readonly perKm2: number;
  readonly blocks: readonly { readonly name: string; readonly share: number }[];
  readonly events: readonly { readonly place: Point; readonly name: string; readonly hours: number; readonly share: number }[];
}

/** A rolling hold-out as it is told; its class maps are counted and left out. */
export interface ShownBacktest extends Omit<Backtest, "rows">, Omit<PreparedBacktest, "request"> {
  readonly plan: BacktestPlan;
  readonly rows: readonly Omit<BacktestRow, "classes">[];
  readonly transitions: readonly BacktestTransitions[];
  /** One line for each model, block and window. */
  readonly csv: string;
  readonly known: number;
  readonly filter: Filter;
}

/** What simulated experts were worth. */
export interface ShownExpertValue extends ExpertValue, Omit<PreparedExpertValue, "request"> {
  readonly plan: ExpertValuePlan;
  readonly known: number;
  readonly filter: Filter;
}
