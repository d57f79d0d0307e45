// Predict, optimise, explore: what is asked of a grid of predictors, objectives and fleets, and what each of them comes to.

import type { BootstrapInterval } from "../../forecast/evaluate/bootstrap.ts";
import type { Grid } from "../../geo/types.ts";
import type { DecisionQuality } from "../quality/decisionQuality.ts";

export const EXPLORE_OBJECTIVES = ["coverage", "distance", "targets"] as const;
export type ExploreObjective = (typeof EXPLORE_OBJECTIVES)[number];

export interface ExploreRequest {
  readonly tiles: Grid;
  /** Indices of the tiles that count, ascending; vehicles stand at their centres. */
  readonly cells: Uint32Array;
  /** Each with (slots × tiles that count) predictions, the tile running fastest; all of as many slots, or one surface each. */
  readonly predictors: readonly { readonly name: string; readonly surfaces: Float64Array }[];
  readonly objectives: readonly ExploreObjective[];
  /** Numbers of vehicles. */
  readonly fleets: readonly number[];
  /** Held-out crimes of each offence: m, and the slot as a row of the surfaces; without slots all belong to the one surface. */
  readonly offences: readonly { readonly name: string; readonly x: Float64Array; readonly y: Float64Array; readonly slot?: Uint32Array }[];
  /** τ and ω, m. */
  readonly radius: number;
  /** m, rising; for the objective "targets". */
  readonly targets?: readonly number[];
  /** Each slot is solved to this gap. */
  readonly gap?: number;
  /** s a slot. */
  readonly timeLimit?: number;
  readonly seed?: number;
}

/** How an allocation served one offence, and how well its prediction ranked the tiles for it. */
export interface ExploredOffence {
  readonly name: string;
  readonly quality: DecisionQuality;
  readonly auc: BootstrapInterval | null;
  /** Truncated to what the fleet can cover. */
  readonly truncatedAuc: BootstrapInterval | null;
  /** Of the rows of the same fleet none has more coverage and no more distance for this offence, or less distance and no less coverage. */
  readonly pareto: boolean;
}

/** One combination of predictor, objective and fleet. */
export interface ExploredRow {
  readonly predictor: string;
  readonly objective: ExploreObjective;
  readonly vehicles: number;
  /** One a slot: tiles with a vehicle, as indices into `cells`. */
  readonly allocations: readonly Uint32Array[];
  /** Of the slots: how far at most the objective is from the proved bound, and how many were proved optimal. */
  readonly worstGap: number;
  readonly provenSlots: number;
  /** In the order of the request. */
  readonly offences: readonly ExploredOffence[];
}

export interface Exploration {
  readonly rows: readonly ExploredRow[];
  /** Predictions below 0, which count as 0 for the allocation (not for the AUC), by predictor. */
  readonly negativePredictions: readonly number[];
}
