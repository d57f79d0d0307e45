// What a person has chosen for the next exploration: predictors, objectives and fleets.

import type { TilePredictor } from "../core/forecast/slots/tilePredictor.ts";
import type { ExploreObjective } from "../core/patrol/explore/exploration.ts";

export type PredictorKind = TilePredictor["kind"];

/** How offences that are predicted one by one make one demand: each predicted incident counts the same, or each offence, or by its weight under Optimise. */
export type Mixing = "counts" | "equal" | "harm";

export interface ExplorePlan {
  /** Fitted now, on the last days. */
  readonly predictors: readonly PredictorKind[];
  /** Ids of the project's forecasts of slots. */
  readonly stored: readonly string[];
  /** The last whole days, each predicted from those before it. */
  readonly days: number;
  readonly trainingDays: number;
  readonly objectives: readonly ExploreObjective[];
  /** Numbers of vehicles. */
  readonly fleets: readonly number[];
  /** Categories predicted one by one and mixed; empty: the filter's incidents together. */
  readonly focal: readonly string[];
  readonly mixing: Mixing;
  readonly seed: number;
}

/** One day, so that the first answer is there in seconds; three fleets as in Brandt et al. (2022). */
export const START_EXPLORE_PLAN: ExplorePlan = {
  predictors: ["linear", "randomForest", "random"],
  stored: [],
  days: 1,
  trainingDays: 28,
  objectives: ["coverage", "distance"],
  fleets: [5, 25, 50],
  focal: [],
  mixing: "counts",
  seed: 1,
};
