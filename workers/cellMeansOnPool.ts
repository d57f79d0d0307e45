// The surfaces of a forecast averaged over each cell instead of read at its centre, on all workers of the pool.

import type { Window } from "../core/forecast/events.ts";
import { someDraws } from "../core/forecast/fit/someDraws.ts";
import type { Forecast, ForecastSource } from "../core/forecast/forecast.ts";
import { MODELS } from "../core/forecast/models.ts";
import { predictions, type SpaceTimePrediction } from "../core/forecast/predict/spaceTimePredict.ts";
import type { JobPool, RunOptions } from "./pool.ts";
import { progressParts } from "./progressParts.ts";
import { runSideBySide } from "./runSideBySide.ts";

/** Draws that are averaged over: of a hundred every second, since their spread is small beside that of the events. */
const MOST_DRAWS = 50;

const WHOLE_DAY: Window = [0, 24];

/** @returns one surface a window, per m²: times the area of a cell it is the share of the window's events expected in it. */
export async function cellMeansOnPool(pool: JobPool, { model, grid, windows, sources }: Forecast, options: RunOptions = {}): Promise<SpaceTimePrediction[]> {
  const means = async ({ draws, blocks, adaptation, covariates, at }: ForecastSource, of: readonly Window[], part: RunOptions): Promise<SpaceTimePrediction[]> => {
    const request = { blocks: [...blocks], adaptation: [...adaptation], draws: someDraws(draws, MOST_DRAWS), covariates, at, grid, windows: [...of], of: pool.size };
    const sums = await runSideBySide(pool, "spaceTimeCellMeans", Array.from({ length: pool.size }, (_, share) => ({ ...request, part: share })), part);
    return predictions(sums);
  };
  if (!MODELS[model].spatial) return means(sources[0], windows.map(({ window }) => window), options);
  const found: SpaceTimePrediction[] = [];
  for (const [k, { source }] of windows.entries()) found.push(...(await means(sources[source], [WHOLE_DAY], progressParts(options, k / windows.length, (k + 1) / windows.length))));
  return found;
}
