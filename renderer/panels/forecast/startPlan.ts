// The settings that a forecast starts with: those of the Delhi paper.

import type { ForecastPlan } from "../../../core/forecast/prepareForecast.ts";
import { USUAL_CELL } from "../../../core/forecast/forecastGrid.ts";
import type { ModelNumber } from "../../../core/forecast/models.ts";
import { FOUR_HOURS } from "../../../core/forecast/windowList.ts";
import type { ForecastChoices } from "../../actions/choicesOf.ts";

export const START_PLAN: ForecastPlan = {
  model: 5,
  adaptive: true,
  integral: "full",
  windows: FOUR_HOURS,
  chains: 2,
  warmup: 100,
  draws: 100,
  seed: 1,
  days: 7,
  blocks: 52,
  end: null,
  cell: USUAL_CELL,
  expertWeight: 0.1,
};

export const START_CHOICES: ForecastChoices = { area: "filter", days: "any", publicHolidays: [] };

/** What each model takes the next block to be like. */
export const MEANING: Readonly<Record<ModelNumber, string>> = {
  1: "Like the latest block, in each window by itself: places only, bandwidths learned.",
  2: "Like the latest block: places and hours of the day together, bandwidths learned.",
  3: "Like all past blocks alike: places and hours together, bandwidths by Silverman's rule of thumb.",
  4: "Like past blocks, each with a weight that is learned, in each window by itself: places only.",
  5: "Like past blocks, each with a weight that is learned: places and hours of the day together.",
};
