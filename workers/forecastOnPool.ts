// The forecast of the next block on all workers of the pool.

import type { Forecast, ForecastRequest } from "../core/forecast/forecast.ts";
import type { JobPool, RunOptions } from "./pool.ts";

/** STUB until the engine stands (being written now): the contract is fixed. */
export async function forecastOnPool(_pool: JobPool, _request: ForecastRequest, _options: RunOptions = {}): Promise<Forecast> {
  throw new Error("The forecast engine is being written");
}
