// The forecast of the next block on all workers of the pool: chains side by side, then surfaces in shares of the events.

import { InputError } from "../core/errors.ts";
import { eventsInWindow, windowHours, type Events, type Window } from "../core/forecast/events.ts";
import type { Fit, Forecast, ForecastRequest, ForecastSource, Parameters, WindowForecast } from "../core/forecast/forecast.ts";
import { MODELS } from "../core/forecast/models.ts";
import { predictions } from "../core/forecast/predict/spaceTimePredict.ts";
import { spreadPlaces } from "../core/forecast/spreadPlaces.ts";
import { createRandom } from "../core/stats/random.ts";
import { silvermanParameters } from "../core/forecast/kernel/silvermanParameters.ts";
import { meanParameters, summariseFit } from "../core/forecast/fit/summariseFit.ts";
import { withExpertWeight } from "../core/forecast/fit/expertWeight.ts";
import type { JobPool, RunOptions } from "./pool.ts";
import { progressParts } from "./progressParts.ts";
import { runSideBySide } from "./runSideBySide.ts";

const WHOLE_DAY: Window = [0, 24];

/**
 * Fits the latest block by those before it and forecasts the next one (Sriram et al., arXiv 2602.23750, sections 3 and 4).
 * @throws InputError where the blocks are too few or too empty for the model, DOMException "AbortError" when cancelled.
 */
export async function forecastOnPool(pool: JobPool, request: ForecastRequest, options: RunOptions = {}): Promise<Forecast> {
  const model = MODELS[request.model];
  const { grid, windows } = request;
  const { placeError = 0 } = request;
  if (!(placeError >= 0 && placeError < Infinity)) throw new InputError(`The error of the places is ${placeError} m; it must be 0 m or more.`);
  const recorded = model.onePastBlock ? request.blocks.slice(-2) : request.blocks;
  const random = createRandom(request.seed).stream("places");
  // By lag, so that a block is spread alike in every model.
  const blocks = placeError === 0 ? recorded : recorded.map((block, i) => spreadPlaces(block, placeError, random.stream(recorded.length - i)));
  if (blocks.length < 2) throw new InputError(`A forecast needs a past block and the latest one; there are ${blocks.length} blocks. Take shorter blocks, or load more data.`);
  if (windows.length === 0) throw new InputError("A forecast needs at least one daily window. Add one, such as 20 to 24.");
  if (!model.spatial) {
    const source = await fitSource(pool, { ...request, blocks }, progressParts(options, 0, 0.65));
    const made = await surfaces(pool, request, source, windows, progressParts(options, 0.65, 1));
    return { model: request.model, grid, sources: [source], windows: made.map((surface, k) => ({ window: windows[k], ...surface, source: 0 })) };
  }
  // Places only: each window is a forecast of its own, from its own events.
  const sources: ForecastSource[] = [];
  const forecasts: WindowForecast[] = [];
  for (const [k, window] of windows.entries()) {
    const of = (events: Events): Events => (windowHours(window) === 24 ? events : eventsInWindow(events, window));
    const optional = (events?: Events): Events | undefined => (events && of(events).x.length > 0 ? of(events) : undefined);
    const own = { ...request, blocks: blocks.map(of), expert: optional(request.expert), expertBefore: optional(request.expertBefore), seed: `${request.seed} ${window.join("-")}` };
    const source = await fitSource(pool, own, progressParts(options, k / windows.length, (k + 0.7) / windows.length));
    const [surface] = await surfaces(pool, request, source, [WHOLE_DAY], progressParts(options, (k + 0.7) / windows.length, (k + 1) / windows.length));
    sources.push(source);
    forecasts.push({ window, ...surface, source: k });
  }
  return { model: request.model, grid, sources, windows: forecasts };
}

/** Everything a surface is made from: parameters or draws, the blocks moved on by one, and their A. */
async function fitSource(pool: JobPool, request: ForecastRequest, options: RunOptions): Promise<ForecastSource> {
  const { expert, adaptive } = request;
  const next = request.blocks.slice(1);
  const blocks = expert ? [expert, ...next] : next;
  const model = MODELS[request.model];
  if (model.bandwidths === "silverman") {
    const parameters = withExpertWeight(silvermanParameters(next, adaptive), request, false);
    return { draws: [parameters], blocks, hasExpert: expert !== undefined, adaptation: await adaptationOf(pool, blocks, parameters, adaptive, options), fit: null };
  }
  const learned = (request.expertBefore?.x.length ?? 0) > 0;
  const fit = await fitOnPool(pool, request, progressParts(options, 0, 0.9));
  const kept = request.integral === "full" ? fit.draws.filter((_, i) => i % fit.chains === 0) : [meanParameters(fit.draws)];
  const draws = kept.map((draw) => withExpertWeight(draw, request, learned));
  const preliminary = withExpertWeight(fit.preliminary ?? meanParameters(fit.draws), request, learned);
  return { draws, blocks, hasExpert: expert !== undefined, adaptation: await adaptationOf(pool, blocks, preliminary, adaptive, progressParts(options, 0.9, 1)), covariates: request.covariates, at: request.at, fit };
}

/** The fit of `spaceTimeFit`, number for number, with the chains side by side. */
export async function fitOnPool(
  pool: JobPool,
  { blocks, expertBefore, adaptive, chains, warmup, draws, seed, model, blockWeights, covariates }: Pick<
    ForecastRequest,
    "blocks" | "expertBefore" | "adaptive" | "chains" | "warmup" | "draws" | "seed" | "model" | "blockWeights" | "covariates"
  >,
  options: RunOptions = {},
): Promise<Fit> {
  const history = blocks.slice(0, -1);
  const expert = expertBefore && expertBefore.x.length > 0 ? expertBefore : undefined;
  const request = { history, expert, latest: blocks[blocks.length - 1], spatial: MODELS[model].spatial, equalWeights: blockWeights === "equal", covariates, warmup, draws, seed };
  const run = (given: object, part: RunOptions) =>
    runSideBySide(pool, "spaceTimeChain", Array.from({ length: chains }, (_, chain) => ({ ...request, ...given, chain })), part);
  const first = await run({}, progressParts(options, 0, adaptive ? 0.45 : 1));
  if (!adaptive) return summariseFit(first, null);
  const around = meanParameters(first.flatMap((chain) => chain.draws));
  const adaptation = await pool.run("spaceTimeAdaptation", { blocks: expert ? [expert, ...history] : history, preliminary: around }, progressParts(options, 0.45, 0.5));
  return summariseFit(await run({ adaptation, around }, progressParts(options, 0.5, 1)), around);
}

async function adaptationOf(pool: JobPool, blocks: readonly Events[], preliminary: Parameters, adaptive: boolean, options: RunOptions): Promise<readonly Float64Array[]> {
  if (!adaptive) return blocks.map(({ x }) => new Float64Array(x.length).fill(1));
  return pool.run("spaceTimeAdaptation", { blocks: [...blocks], preliminary }, options);
}

async function surfaces(pool: JobPool, { grid, exact, covariates, at }: ForecastRequest, source: ForecastSource, windows: readonly Window[], options: RunOptions) {
  const { draws, blocks, hasExpert, adaptation } = source;
  const request = {
    history: blocks.slice(hasExpert ? 1 : 0), expert: hasExpert ? blocks[0] : undefined, draws: [...draws], adaptation: [...adaptation], grid, windows: [...windows], covariates, at, exact, of: pool.size,
  };
  const sums = await runSideBySide(pool, "spaceTimeSurfaces", Array.from({ length: pool.size }, (_, part) => ({ ...request, part })), options);
  return predictions(sums);
}
