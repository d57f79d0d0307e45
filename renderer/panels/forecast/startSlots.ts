// The settings that a forecast of slots starts with: those of the San Francisco paper, and predictors that are fitted in seconds.

import type { TilePredictor } from "../../../core/forecast/slots/tilePredictor.ts";
import type { SlotSettings } from "../../actions/slotForecast.ts";

export const START_PREDICTORS: { readonly [Kind in TilePredictor["kind"]]: Extract<TilePredictor, { kind: Kind }> } = {
  random: { kind: "random" },
  linear: { kind: "linear" },
  randomForest: { kind: "randomForest", ntree: 10, mtry: 5, nodeSize: 5 },
  gradientBoosting: { kind: "gradientBoosting", ntree: 1000, shrinkage: 0.01, depth: 1, bagFraction: 0.5, leastInLeaf: 10 },
};

export const START_SLOTS: SlotSettings = {
  tile: 300,
  bandwidth: null,
  predictor: START_PREDICTORS.linear,
  trainingDays: 28,
  refitDays: 1,
  days: 7,
  seed: 1,
  categories: [],
  pointLayers: [],
};
