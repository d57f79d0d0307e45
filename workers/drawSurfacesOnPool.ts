// One surface for each posterior draw of a forecast, side by side on the pool: how uncertain the forecast is of places.

import { InputError } from "../core/errors.ts";
import type { Window } from "../core/forecast/events.ts";
import { someDraws } from "../core/forecast/fit/someDraws.ts";
import type { ForecastSource } from "../core/forecast/forecast.ts";
import { MODELS, type ModelNumber } from "../core/forecast/models.ts";
import { predictions } from "../core/forecast/predict/spaceTimePredict.ts";
import type { Grid } from "../core/geo/types.ts";
import type { JobPool, RunOptions } from "./pool.ts";
import { runSideBySide } from "./runSideBySide.ts";

export interface DrawSurfacesRequest {
  readonly model: ModelNumber;
  readonly grid: Grid;
  readonly window: Window;
  /** Of the window. */
  readonly source: Omit<ForecastSource, "fit">;
  /** At most so many, evenly chosen of the draws kept. */
  readonly count: number;
}

/**
 * @returns a surface a draw, (rows × columns) means over the cells, per m², as `cellMeansOnPool` makes them of all draws together
 * @throws InputError where the forecast was made from a single set of parameters
 */
export async function drawSurfacesOnPool(pool: JobPool, { model, grid, window, source, count }: DrawSurfacesRequest, options: RunOptions = {}): Promise<Float64Array[]> {
  const { draws, blocks, adaptation, covariates, at } = source;
  if (draws.length < 2) throw new InputError("The forecast was made from one set of parameters, so it has no draws to be uncertain over. Choose the full integral over the draws, and a model that estimates its bandwidths.");
  // The surface of a model of places only was made from its window's own events.
  const windows: Window[] = [MODELS[model].spatial ? [0, 24] : window];
  const requests = someDraws(draws, count).map((draw) => ({ blocks: [...blocks], adaptation: [...adaptation], draws: [draw], covariates, at, grid, windows, part: 0, of: 1 }));
  const sums = await runSideBySide(pool, "spaceTimeCellMeans", requests, options);
  return sums.map((one) => predictions([one])[0].values);
}
