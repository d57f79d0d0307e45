// A rolling hold-out on all workers: each test block is forecast by each model from the blocks before it, and scored.

import type { Backtest, BacktestFit, BacktestProblem, BacktestRequest, BacktestRow, BacktestSettings, PeerFit, SkippedRow } from "../core/forecast/evaluate/backtest.ts";
import { eventsInWindow, type Events } from "../core/forecast/events.ts";
import type { Forecast, ForecastSource } from "../core/forecast/forecast.ts";
import { MODELS, type ModelNumber } from "../core/forecast/models.ts";
import { PEERS, type ModelName } from "../core/forecast/evaluate/peers.ts";
import { InputError } from "../core/errors.ts";
import { countInCells } from "../core/geo/countInCells.ts";
import { cellMeansOnPool } from "./cellMeansOnPool.ts";
import { forecastOnPool } from "./forecastOnPool.ts";
import { peerOnPool } from "./peerOnPool.ts";
import type { JobPool, RunOptions } from "./pool.ts";
import { progressParts } from "./progressParts.ts";

/**
 * Section 4.1 of the Delhi paper. Every forecast has the same seed, so that each can be made again by itself. One
 * forecast is in memory at a time; the blocks go by, and within each block the models, so that progress is even.
 * @throws InputError where the blocks are too few, or no forecast at all could be made.
 */
export async function backtestOnPool(pool: JobPool, request: BacktestRequest, { signal, onProgress }: RunOptions = {}): Promise<Backtest> {
  const { blocks, starts, moments: _moments, grid, cells, ...settings } = request;
  check(settings, blocks.length);
  const { models, peers = [], history, testBlocks, coverable, skipUpdates, ...forecasting } = settings;
  const contenders: readonly ModelName[] = [...models, ...peers];
  const rows: BacktestRow[] = [];
  const skipped: SkippedRow[] = [];
  const fits: BacktestFit[] = [];
  const peerFits: PeerFit[] = [];
  const problems: BacktestProblem[] = [];
  const first = blocks.length - testBlocks;
  const all = testBlocks * contenders.length;

  const countsOf = (events: Events, window: number) => countInCells(grid, eventsInWindow(events, settings.windows[window]));
  const score = async (model: ModelName, surfaces: readonly Surface[], block: number): Promise<void> => {
    const skips = skipUpdates.filter((skip) => block + skip < testBlocks);
    const scored = await Promise.all(
      surfaces.map(({ values, centres }, window) => {
        const events = countsOf(blocks[first + block], window).counts;
        const later = skips.map((skip) => countsOf(blocks[first + block + skip], window).counts);
        return pool.run("scoreForecast", { values, centres, cells, events, later, coverable }, { signal });
      }),
    );
    scored.forEach(({ score: found, classes, laterAucs }, window) => {
      const happened = eventsInWindow(blocks[first + block], settings.windows[window]).x.length;
      rows.push({ model, block, start: starts[first + block], window, score: found, outside: happened - found.events, bound: surfaces[window].bound, classes });
      skips.forEach((skip, s) => skipped.push({ model, block: block + skip, window, skip, auc: laterAucs[s] }));
    });
  };

  const surfacesOf = async (model: ModelName, block: number, options: RunOptions): Promise<readonly Surface[]> => {
    const at = first + block;
    if (typeof model === "string") {
      const { surfaces, fit } = await peerOnPool(pool, model, request, at, options);
      if (fit) peerFits.push({ block, start: starts[at], fit });
      return surfaces.map((values) => ({ values, bound: null }));
    }
    const forecast = await forecastOnPool(pool, { ...forecasting, model, blocks: blocks.slice(at - history - 1, at), grid }, progressParts(options, 0, 0.8));
    fits.push(...fitsOf(forecast, block, starts[at]));
    const means = await cellMeansOnPool(pool, forecast, progressParts(options, 0.8, 1));
    return means.map(({ values, bound }, window) => ({ values, bound, centres: forecast.windows[window].values }));
  };

  let done = 0;
  for (let block = 0; block < testBlocks; block++) {
    for (const model of contenders) {
      const note = `Block ${block + 1} of ${testBlocks}, ${typeof model === "number" ? `model ${model}` : PEERS[model].toLowerCase()}`;
      const inner: RunOptions = { signal, onProgress: (fraction) => onProgress?.((done + fraction) / all, note) };
      try {
        await score(model, await surfacesOf(model, block, inner), block);
      } catch (error) {
        // One block that cannot bear one model leaves the others to be compared.
        if (!(error instanceof InputError)) throw error;
        problems.push({ model, block, start: starts[first + block], text: error.message });
      }
      done++;
      onProgress?.(done / all, note);
    }
  }
  if (rows.length === 0) throw new InputError(`No forecast could be made. The first said: ${problems[0].text}`);
  const scores = rows.map(({ model, block, window, score: found }) => ({ model, block, window, score: found }));
  const summarised = { models: [...contenders], windows: [...settings.windows], testBlocks, skipUpdates: [...skipUpdates], seed: settings.seed };
  const summaries = await pool.run("summariseBacktest", { rows: scores, skipped, settings: summarised }, { signal });
  return { settings, rows, skipped, fits, peerFits, problems, ...summaries };
}

/** One a window; without `centres` where there is no density at the cells' centres to compare. */
interface Surface {
  readonly values: Float64Array;
  readonly bound: number | null;
  readonly centres?: Float64Array;
}

function check({ models, windows, history, testBlocks, skipUpdates }: BacktestSettings, blocks: number): void {
  const whole = (name: string, value: number): void => {
    if (!(Number.isInteger(value) && value >= 1)) throw new InputError(`The number of ${name} is ${value}; it must be a whole number, 1 or more.`);
  };
  whole("test blocks", testBlocks);
  whole("past blocks", history);
  if (models.length === 0) throw new InputError("No model is chosen. Choose one or more of 1 to 5.");
  if (windows.length === 0) throw new InputError("No window is chosen. Choose one or more, such as 0-24.");
  if (blocks < history + 1 + testBlocks)
    throw new InputError(
      `There are ${blocks} blocks; ${history} past blocks, one to learn from and ${testBlocks} test blocks are ${history + 1 + testBlocks}. Ask for fewer test blocks or a shorter past.`,
    );
  const wrong = skipUpdates.find((skip) => !(Number.isInteger(skip) && skip >= 1 && skip < testBlocks));
  if (wrong !== undefined)
    throw new InputError(`Skipping ${wrong} updates cannot be scored on ${testBlocks} test blocks. Choose whole numbers from 1 to ${testBlocks - 1}, or more test blocks.`);
}

function fitsOf({ model, windows, sources }: Forecast, block: number, start: number): BacktestFit[] {
  const { spatial } = MODELS[model];
  return sources.flatMap((source, s) => {
    const window = spatial ? windows.findIndex((one) => one.source === s) : null;
    return fitOf(source, { model, block, start, window });
  });
}

function fitOf({ fit }: ForecastSource, of: { readonly model: ModelNumber; readonly block: number; readonly start: number; readonly window: number | null }): BacktestFit[] {
  if (!fit) return [];
  const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);
  const rhats = known(fit.diagnostics.map(({ rhat }) => rhat));
  const sizes = known(fit.diagnostics.map(({ ess }) => ess));
  const { alpha, beta, weights } = fit;
  return [{ ...of, alpha, beta, weights, worstRhat: rhats.length > 0 ? Math.max(...rhats) : null, leastEss: sizes.length > 0 ? Math.min(...sizes) : null }];
}
