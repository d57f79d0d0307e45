// The value of expert knowledge on all workers: blocks forecast again with simulated experts of many kinds.

import { InputError } from "../core/errors.ts";
import { eventsInWindow, type Events } from "../core/forecast/events.ts";
import { expertValueEntries, type ExpertRow, type ExpertValue, type ExpertValueRequest } from "../core/forecast/expert/expertValue.ts";
import { simulateExpert } from "../core/forecast/expert/simulateExpert.ts";
import { countInCells } from "../core/geo/countInCells.ts";
import { createRandom } from "../core/stats/random.ts";
import { cellMeansOnPool } from "./cellMeansOnPool.ts";
import { forecastOnPool } from "./forecastOnPool.ts";
import type { JobPool, RunOptions } from "./pool.ts";

interface Kind {
  readonly share: number | null;
  readonly radius: number | null;
  readonly repetition: number;
}

/**
 * Section 4.2 of the Delhi paper. The same expert speaks of the latest block, from which the weight of what is said is
 * learned, and of the block to come.
 * @throws InputError where the blocks are too few.
 */
export async function expertValueOnPool(pool: JobPool, request: ExpertValueRequest, { signal, onProgress }: RunOptions = {}): Promise<ExpertValue> {
  const { blocks, grid, cells, ...settings } = request;
  const { history, testBlocks, shares, radii, repetitions, ...forecasting } = settings;
  const { windows, seed } = forecasting;
  if (blocks.length < history + 1 + testBlocks)
    throw new InputError(`There are ${blocks.length} blocks; ${history} past blocks, one to learn from and ${testBlocks} test blocks are ${history + 1 + testBlocks}. Ask for fewer.`);
  const kinds: readonly Kind[] = [
    { share: null, radius: null, repetition: 0 },
    ...shares.flatMap((share) => radii.flatMap((radius) => Array.from({ length: repetitions }, (_, repetition) => ({ share, radius, repetition })))),
  ];
  const rows: ExpertRow[] = [];
  const all = testBlocks * kinds.length;

  const pointsFor = ({ share, radius, repetition }: Kind, happens: Events, name: string): Events | undefined => {
    if (share === null || radius === null) return undefined;
    const points = simulateExpert(happens, windows, { share, radius }, createRandom(seed).stream(`expert ${repetition} ${name}`));
    // A small share of few events is none.
    return points.x.length > 0 ? points : undefined;
  };

  for (let block = 0; block < testBlocks; block++) {
    const at = blocks.length - testBlocks + block;
    const events = windows.map((window) => countInCells(grid, eventsInWindow(blocks[at], window)).counts);
    for (const kind of kinds) {
      const note = kind.share === null ? `Block ${block + 1} of ${testBlocks}, no expert` : `Block ${block + 1} of ${testBlocks}, ${100 * kind.share} % within ${kind.radius} m`;
      const done = rows.length / windows.length;
      const forecast = await forecastOnPool(
        pool,
        {
          ...forecasting,
          blocks: blocks.slice(at - history - 1, at),
          grid,
          expertBefore: pointsFor(kind, blocks[at - 1], `${at - 1}`),
          expert: pointsFor(kind, blocks[at], `${at}`),
        },
        { signal, onProgress: (fraction) => onProgress?.((done + fraction) / all, note) },
      );
      const surfaces = await cellMeansOnPool(pool, forecast, { signal });
      const scored = await Promise.all(
        surfaces.map(({ values }, window) => pool.run("scoreForecast", { values, cells, events: events[window], coverable: 1 }, { signal })),
      );
      scored.forEach(({ score }, window) => {
        const { fit, hasExpert } = forecast.sources[forecast.windows[window].source];
        rows.push({ ...kind, block, window, auc: score.auc, expertWeight: hasExpert ? (fit?.weights[0].mean ?? null) : null });
      });
      onProgress?.((done + 1) / all, note);
    }
  }
  return { settings, rows, entries: expertValueEntries(rows, settings) };
}
