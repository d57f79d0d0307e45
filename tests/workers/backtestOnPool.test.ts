// The rolling hold-out around a double of the forecast: what each forecast may see, what it is scored on, and how scores are summed up.

import { beforeEach, describe, expect, test, vi } from "vitest";
import type { BacktestRequest } from "../../core/forecast/backtest.ts";
import { backtestCsv } from "../../core/forecast/backtestCsv.ts";
import { eventAreaCurve } from "../../core/forecast/eventArea.ts";
import { eventsInWindow, type Events } from "../../core/forecast/events.ts";
import type { Forecast, ForecastRequest } from "../../core/forecast/forecast.ts";
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

function surface({ blocks, model }: Pick<ForecastRequest, "blocks" | "model">, window: readonly [number, number]): Float64Array {
  const values = new Float64Array(30);
  for (const block of blocks) countInCells(grid, eventsInWindow(block, window)).counts.forEach((n, k) => (values[k] += n + 1e-3 * model * (k % 7)));
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
