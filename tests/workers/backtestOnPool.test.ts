// The rolling hold-out around a double of the forecast: what each forecast may see, what it is scored on, and how scores are summed up.

import { beforeEach, describe, expect, test, vi } from "vitest";
import type { BacktestRequest } from "../../core/forecast/evaluate/backtest.ts";
import { backtestCsv } from "../../core/forecast/evaluate/backtestCsv.ts";
import { eventAreaCurve } from "../../core/forecast/evaluate/eventArea.ts";
import { eventsInWindow, type Events } from "../../core/forecast/events.ts";
import type { Forecast, ForecastRequest } from "../../core/forecast/forecast.ts";
import type { ModelName } from "../../core/forecast/evaluate/peers.ts";
import { countInCells } from "../../core/geo/countInCells.ts";
import { InputError } from "../../core/errors.ts";
import { createRandom } from "../../core/stats/random.ts";
import { backtestOnPool } from "../../workers/backtestOnPool.ts";
import { directPool } from "../support/directPool.ts";

const asked: ForecastRequest[] = [];

/** The double has no kernels: its surfaces are means as they are. */
vi.mock("../../workers/cellMeansOnPool.ts", () => ({ cellMeansOnPool: async (_pool: unknown, { windows }: Forecast) => windows }));
let spoil: (request: ForecastRequest) => void = () => undefined;

vi.mock("../../workers/forecastOnPool.ts", () => ({
  /** The counts of all blocks that it is given, a little more each for later models. */
  forecastOnPool: async (_pool: unknown, request: ForecastRequest, options: { signal?: AbortSignal; onProgress?: (fraction: number) => void }): Promise<Forecast> => {
    options.signal?.throwIfAborted();
    asked.push(request);
    spoil(request);
    options.onProgress?.(0.5);
    return { model: request.model, grid: request.grid, sources: [], windows: request.windows.map((window) => windowOf(request, window)) };
  },
}));

const grid = { origin: { x: 0, y: 0 }, cell: 100, columns: 6, rows: 5 };
const cells = Uint32Array.from({ length: 30 }, (_, k) => k).filter((k) => k % 6 !== 5);

function surface({ blocks, model }: Pick<ForecastRequest, "blocks"> & { readonly model: ModelName }, window: readonly [number, number]): Float64Array {
  const values = new Float64Array(30);
  for (const block of blocks) countInCells(grid, eventsInWindow(block, window)).counts.forEach((n, k) => (values[k] += n + (typeof model === "number" ? 1e-3 * model * (k % 7) : 0)));
  return values;
}
const windowOf = (request: ForecastRequest, window: readonly [number, number]) => ({ window, values: surface(request, window), peak: 1, bound: 1e-9, share: 1, source: 0 });

const random = createRandom("backtest");
const block = (n: number): Events => ({
  x: Float64Array.from({ length: n }, () => 600 * random.uniform() ** 2),
  y: Float64Array.from({ length: n }, () => 500 * random.uniform()),
  hours: Float64Array.from({ length: n }, () => 24 * random.uniform()),
});
const DAY = 86_400_000;
const blocks = Array.from({ length: 10 }, () => block(40));
const windows = [[0, 12], [12, 24]] as const;
const request: BacktestRequest = {
  blocks, starts: blocks.map((_, b) => b * 7 * DAY), grid, cells, models: [4, 5], history: 3, testBlocks: 4, coverable: 0.2, skipUpdates: [1, 3],
  adaptive: true, integral: "full", windows, chains: 1, warmup: 10, draws: 10, seed: 1,
};
const { pool } = directPool();
const aucOf = (values: Float64Array, happened: Events): number | null => {
  const at = (array: Float64Array): Float64Array => Float64Array.from(cells, (k) => array[k]);
  return eventAreaCurve(at(values), at(countInCells(grid, happened).counts)).auc;
};

beforeEach(() => {
  asked.length = 0;
  spoil = () => undefined;
});

describe("backtestOnPool", () => {
  test("each forecast sees its past blocks and the one to learn from, and nothing of the block that it is scored on", async () => {
    await backtestOnPool(pool, request);
    expect(asked.map(({ model }) => model)).toEqual([4, 5, 4, 5, 4, 5, 4, 5]);
    asked.forEach((one, i) => {
      const test = 6 + Math.floor(i / 2);
      expect(one.blocks).toEqual(blocks.slice(test - 4, test));
      expect(one).toMatchObject({ adaptive: true, integral: "full", chains: 1, warmup: 10, draws: 10, seed: 1 });
    });
  });

  test("rows are scored on the events of their block and window within the cells that count", async () => {
    const { rows } = await backtestOnPool(pool, request);
    expect(rows).toHaveLength(4 * 2 * 2);
    for (const row of rows) {
      const test = 6 + row.block;
      const happened = eventsInWindow(blocks[test], windows[row.window]);
      expect(row.start).toBe(test * 7 * DAY);
      expect(row.score.auc).toBe(aucOf(surface({ blocks: blocks.slice(test - 4, test), model: row.model }, windows[row.window]), happened));
      expect(row.score.events + row.outside).toBe(happened.x.length);
      expect(row.classes).toHaveLength(cells.length);
    }
    expect(rows.some(({ outside }) => outside > 0)).toBe(true);
  });

  test("a skipped update scores the block's events on the surface made so many blocks earlier", async () => {
    const { skipped, skips, rows } = await backtestOnPool(pool, request);
    for (const { model, block: at, window, skip, auc } of skipped) {
      const made = 6 + at - skip;
      expect(auc).toBe(aucOf(surface({ blocks: blocks.slice(made - 4, made), model }, windows[window]), eventsInWindow(blocks[6 + at], windows[window])));
    }
    expect(skipped.filter(({ skip }) => skip === 1)).toHaveLength(3 * 2 * 2);
    expect(skipped.filter(({ skip }) => skip === 3)).toHaveLength(1 * 2 * 2);
    const one = skips.find(({ model, skip }) => model === 5 && skip === 3);
    const updated = rows.filter(({ model, block: at }) => model === 5 && at === 3).map(({ score }) => score.auc ?? 0);
    const old = skipped.filter(({ model, skip }) => model === 5 && skip === 3).map(({ auc }) => auc ?? 0);
    expect(one).toMatchObject({ blocks: 1, mean: (old[0] + old[1]) / 2, p10: (old[0] + old[1]) / 2 });
    expect(one?.loss?.mean).toBeCloseTo((updated[0] + updated[1] - old[0] - old[1]) / 2, 14);
  });

  test("summaries are means and spreads over the blocks, of the windows' means too; differences are paired", async () => {
    const { rows, summaries, differences } = await backtestOnPool(pool, request);
    const aucs = (model: number, window: number): number[] => rows.filter((row) => row.model === model && row.window === window).map(({ score }) => score.auc ?? 0);
    const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
    const found = summaries.find(({ model, window, measure }) => model === 5 && window === 1 && measure.name === "auc");
    const values = aucs(5, 1);
    expect(found).toMatchObject({ blocks: 4, mean: mean(values) });
    expect(found?.sd).toBeCloseTo(Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / 3), 14);
    expect(found?.interval?.low).toBeLessThanOrEqual(mean(values));
    const all = summaries.find(({ model, window, measure }) => model === 5 && window === null && measure.name === "auc");
    expect(all?.mean).toBeCloseTo((mean(aucs(5, 0)) + mean(aucs(5, 1))) / 2, 14);
    const lead = differences.find(({ model, window, measure }) => model === 4 && window === 1 && measure.name === "auc");
    expect(lead).toMatchObject({ against: 5 });
    expect(lead?.difference?.mean).toBeCloseTo(mean(aucs(4, 1)) - mean(aucs(5, 1)), 14);
  });

  test("progress rises to 1 and says what is being done", async () => {
    const heard: number[] = [];
    const notes = new Set<string>();
    await backtestOnPool(pool, request, { onProgress: (fraction, note) => (heard.push(fraction), notes.add(note ?? "")) });
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(heard.at(-1)).toBe(1);
    expect([...notes]).toContain("Block 2 of 4, model 5");
  });

  test("a forecast that the data cannot bear is a problem with its reason, and the others go on", async () => {
    spoil = ({ model, blocks: given }) => {
      if (model === 4 && given[3] === blocks[6]) throw new InputError("The window has no event.");
    };
    const { rows, problems, summaries } = await backtestOnPool(pool, request);
    expect(problems).toEqual([{ model: 4, block: 1, start: 7 * 7 * DAY, text: "The window has no event." }]);
    expect(rows).toHaveLength(14);
    expect(summaries.find(({ model, window, measure }) => model === 4 && window === 0 && measure.name === "auc")?.blocks).toBe(3);
    spoil = () => {
      throw new InputError("No event at all.");
    };
    await expect(backtestOnPool(pool, request)).rejects.toThrow(/No forecast could be made\. The first said: No event at all\./);
  });

  test("bugs and cancels are no problems of the data", async () => {
    spoil = () => {
      throw new TypeError("bug");
    };
    await expect(backtestOnPool(pool, request)).rejects.toThrow(TypeError);
    const cancel = new AbortController();
    spoil = () => cancel.abort();
    await expect(backtestOnPool(pool, request, { signal: cancel.signal })).rejects.toMatchObject({ name: "AbortError" });
    expect(asked.length).toBe(2);
  });

  test("too few blocks, no model, and skips beyond the test blocks are refused", async () => {
    await expect(backtestOnPool(pool, { ...request, testBlocks: 7 })).rejects.toThrow(/10 blocks; 3 past blocks, one to learn from and 7 test blocks are 11/);
    await expect(backtestOnPool(pool, { ...request, models: [] })).rejects.toThrow(/No model/);
    await expect(backtestOnPool(pool, { ...request, skipUpdates: [4] })).rejects.toThrow(/Skipping 4 updates/);
    await expect(backtestOnPool(pool, { ...request, history: 0 })).rejects.toThrow(/number of past blocks is 0/);
  });

  test("the same request gives the same numbers", async () => {
    expect(await backtestOnPool(pool, request)).toEqual(await backtestOnPool(pool, request));
  });
});

describe("peers", () => {
  const moments = blocks.map((one, b) => one.hours.map((hour, i) => 7 * b + (i % 7) + hour / 24));
  const withPeers: BacktestRequest = { ...request, models: [5], peers: ["selfExciting", "random"], moments };

  test("are scored on the same blocks, windows and cells, beside models whose numbers they leave as they were", async () => {
    const { rows, summaries, differences, skipped, settings } = await backtestOnPool(pool, withPeers);
    const alone = await backtestOnPool(pool, { ...request, models: [5] });
    expect(settings.peers).toEqual(["selfExciting", "random"]);
    expect(rows.filter(({ model }) => model === 5)).toEqual(alone.rows);
    expect(summaries.filter(({ model }) => model === 5)).toEqual(alone.summaries);
    for (const peer of ["selfExciting", "random"]) {
      const own = rows.filter(({ model }) => model === peer);
      expect(own.map(({ block, window, start, outside, score }) => [block, window, start, outside, score.events])).toEqual(
        alone.rows.map(({ block, window, start, outside, score }) => [block, window, start, outside, score.events]),
      );
      expect(own.every(({ bound, score }) => bound === null && score.centreAuc === null && score.auc !== null)).toBe(true);
      expect(skipped.filter(({ model }) => model === peer)).toHaveLength(4 * 2);
      expect(differences.find(({ model }) => model === peer)).toMatchObject({ against: 5 });
    }
  });

  test("the self-exciting one is fitted on the events of the same past blocks and nothing later", async () => {
    const { peerFits } = await backtestOnPool(pool, withPeers);
    expect(peerFits.map(({ block, start }) => [block, start])).toEqual([6, 7, 8, 9].map((at, block) => [block, at * 7 * DAY]));
    const joined = (columns: readonly Float64Array[]): Float64Array => Float64Array.from(columns.flatMap((column) => [...column]));
    const past = blocks.slice(3, 7);
    const history = { x: joined(past.map(({ x }) => x)), y: joined(past.map(({ y }) => y)), days: joined(moments.slice(3, 7)) };
    const { tried, ...wanted } = await pool.run("selfExcitingFit", { history, from: 21, to: 49, bandwidths: [100, 200, 400, 800] });
    expect(peerFits[1].fit).toMatchObject(wanted);
    expect(peerFits[1].fit.tried).toEqual(tried);
  });

  test("where events follow each other closely, near repeats are found, and the random floor is near a half", async () => {
    const bursts = Array.from({ length: 10 }, (): Events => {
      // Of each block every place is hit again the next day, 3 m on.
      const one = block(20);
      const twice = (column: Float64Array, step: number): Float64Array => Float64Array.from([...column, ...column.map((value) => value + step)]);
      return { x: twice(one.x, 3), y: twice(one.y, 3), hours: twice(one.hours, 0) };
    });
    const when = bursts.map((one, b) => one.hours.map((hour, i) => 7 * b + (i % 5) + (i >= 20 ? 1 : 0) + hour / 24));
    const { peerFits, rows } = await backtestOnPool(pool, { ...withPeers, blocks: bursts, moments: when, history: 5, testBlocks: 4 });
    for (const { fit } of peerFits) {
      expect(fit.offspring).toBeGreaterThan(0.2);
      expect(1 / fit.decay).toBeLessThan(3);
    }
    const random = rows.filter(({ model }) => model === "random").map(({ score }) => score.auc ?? 0);
    expect(Math.abs(random.reduce((a, b) => a + b, 0) / random.length - 0.5)).toBeLessThan(0.2);
  });

  test("say in the CSV which they are, without a bound that nobody proved", async () => {
    const lines = backtestCsv(await backtestOnPool(pool, withPeers)).trimEnd().split("\r\n");
    expect(lines.filter((line) => /^selfExciting,.*,$/.test(line))).toHaveLength(8);
    expect(lines.filter((line) => /^random,.*,$/.test(line))).toHaveLength(8);
  });

  test("progress names them", async () => {
    const notes = new Set<string>();
    await backtestOnPool(pool, withPeers, { onProgress: (_, note) => notes.add(note ?? "") });
    expect([...notes]).toContain("Block 2 of 4, self-exciting (near repeats)");
  });
});

test("the CSV has a line for each row, and its numbers", async () => {
  const found = await backtestOnPool(pool, request);
  const [head, ...lines] = backtestCsv(found).trimEnd().split("\r\n").map((line) => line.split(","));
  expect(lines).toHaveLength(found.rows.length);
  const column = (name: string): number => head.indexOf(name);
  expect(lines[0][column("block_start")]).toBe("1970-02-12");
  lines.forEach((line, i) => {
    expect(line).toHaveLength(head.length);
    expect(Number.parseFloat(line[column("auc")])).toBe(found.rows[i].score.auc);
    expect(Number.parseFloat(line[column("captured_20pc")])).toBe(found.rows[i].score.shares.find(({ share }) => share === 0.2)?.captured);
    expect(Number.parseFloat(line[column("window_to_h")])).toBe(windows[found.rows[i].window][1]);
  });
});
