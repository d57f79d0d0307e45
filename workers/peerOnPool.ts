// The surfaces that peers of the models forecast for a test block, from the same past blocks.

import type { BacktestRequest } from "../core/forecast/evaluate/backtest.ts";
import { PEER_BANDWIDTHS, type PeerName } from "../core/forecast/evaluate/peers.ts";
import { predictRandom } from "../core/forecast/slots/randomPredictor.ts";
import type { TimedEvents } from "../core/forecast/selfExciting/selfExciting.ts";
import type { SelfExcitingFit } from "../core/forecast/selfExciting/selfExcitingFit.ts";
import { createRandom } from "../core/stats/random.ts";
import type { JobPool, RunOptions } from "./pool.ts";
import { progressParts } from "./progressParts.ts";
import { runSideBySide } from "./runSideBySide.ts";

type PeerRequest = Pick<BacktestRequest, "blocks" | "starts" | "moments" | "grid" | "windows" | "history" | "seed">;

export interface PeerForecast {
  /** One a window, one value a cell; only their order matters. */
  readonly surfaces: readonly Float64Array[];
  readonly fit: SelfExcitingFit | null;
}

const DAY = 86_400_000;

/** @param at - index of the block that is forecast */
export async function peerOnPool(pool: JobPool, peer: PeerName, request: PeerRequest, at: number, options: RunOptions = {}): Promise<PeerForecast> {
  if (peer === "selfExciting") return selfExcitingOnPool(pool, request, at, options);
  const { grid, windows, seed, starts } = request;
  const random = createRandom(seed).stream(`random floor ${starts[at]}`);
  return { surfaces: windows.map((window) => predictRandom(grid.columns * grid.rows, random.stream(window.join("-")))), fit: null };
}

/** The model knows no hour of the day: each window has the surface of the whole block. A bandwidth of its background to each worker. */
async function selfExcitingOnPool(pool: JobPool, { blocks, starts, moments, grid, windows, history: past }: PeerRequest, at: number, options: RunOptions): Promise<PeerForecast> {
  if (!moments) throw new Error("The self-exciting peer needs the moments of the events");
  const first = at - past - 1;
  const history = together(blocks.slice(first, at), moments.slice(first, at));
  const [from, to] = [starts[first] / DAY, starts[at] / DAY];
  const requests = PEER_BANDWIDTHS.map((bandwidth) => ({ history, from, to, bandwidths: [bandwidth] }));
  const fits = await runSideBySide(pool, "selfExcitingFit", requests, progressParts(options, 0, 0.9));
  const best = fits.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a));
  const fit = { ...best, tried: fits.flatMap(({ tried }) => tried) };
  const { background, offspring, decay, sd, bandwidth } = fit;
  const span: [number, number] = [to, to + (to - starts[at - 1] / DAY)];
  const { values } = await pool.run("selfExcitingPredict", { history, from, to, model: { background, offspring, decay, sd, bandwidth }, span, grid }, progressParts(options, 0.9, 1));
  return { surfaces: windows.map(() => values), fit };
}

function together(blocks: BacktestRequest["blocks"], moments: readonly Float64Array[]): TimedEvents {
  const joined = (columns: readonly Float64Array[]): Float64Array => Float64Array.from(columns.flatMap((column) => [...column]));
  return { x: joined(blocks.map(({ x }) => x)), y: joined(blocks.map(({ y }) => y)), days: joined(moments) };
}
