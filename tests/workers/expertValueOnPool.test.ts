// The value of expert knowledge around a double of the forecast: who says what of which block, and what the table holds.

import { beforeEach, expect, test, vi } from "vitest";
import type { Events } from "../../core/forecast/events.ts";
import type { ExpertValueRequest } from "../../core/forecast/expert/expertValue.ts";
import type { Forecast, ForecastRequest } from "../../core/forecast/forecast.ts";
import { createRandom } from "../../core/stats/random.ts";
import { expertValueOnPool } from "../../workers/expertValueOnPool.ts";
import { directPool } from "../support/directPool.ts";

const asked: ForecastRequest[] = [];

/** The double has no kernels: its surfaces are means as they are. */
vi.mock("../../workers/cellMeansOnPool.ts", () => ({ cellMeansOnPool: async (_pool: unknown, { windows }: Forecast) => windows }));

vi.mock("../../workers/forecastOnPool.ts", () => ({
  /** Nothing known: the same value in every cell. With an expert: the expert's points and nothing else. */
  forecastOnPool: async (_pool: unknown, request: ForecastRequest): Promise<Forecast> => {
    asked.push(request);
    const { counts } = await import("../../core/geo/countInCells.ts").then(({ countInCells }) => countInCells(request.grid, request.expert ?? { x: new Float64Array(0), y: new Float64Array(0) }));
    return {
      model: request.model, grid: request.grid,
      windows: request.windows.map((window) => ({ window, values: counts.slice(), peak: 1, bound: 0, share: 1, source: 0 })),
      sources: [{ draws: [], blocks: [], adaptation: [], hasExpert: request.expert !== undefined, fit: null }],
    };
  },
}));

const random = createRandom("expert value");
const block = (n: number): Events => ({
  x: Float64Array.from({ length: n }, () => 4000 * random.uniform()),
  y: Float64Array.from({ length: n }, () => 3000 * random.uniform()),
  hours: Float64Array.from({ length: n }, () => 24 * random.uniform()),
});
const blocks = Array.from({ length: 6 }, () => block(60));
const request: ExpertValueRequest = {
  blocks, grid: { origin: { x: 0, y: 0 }, cell: 100, columns: 40, rows: 30 }, cells: Uint32Array.from({ length: 1200 }, (_, k) => k),
  history: 3, testBlocks: 2, shares: [0.1, 0.5], radii: [50, 1000], repetitions: 2,
  model: 5, adaptive: true, integral: "full", windows: [[0, 24]], chains: 1, warmup: 1, draws: 1, seed: 3,
};
const { pool } = directPool();

beforeEach(() => (asked.length = 0));

test("each block is forecast once without an expert and once for each share, radius and repetition", async () => {
  const { rows } = await expertValueOnPool(pool, request);
  expect(asked).toHaveLength(2 * (1 + 2 * 2 * 2));
  expect(rows).toHaveLength(asked.length);
  expect(asked.filter(({ expert }) => expert === undefined)).toHaveLength(2);
  asked.forEach((one, i) => expect(one.blocks).toEqual(blocks.slice(i < 9 ? 0 : 1, i < 9 ? 4 : 5)));
});

test("the expert speaks of the block to come and of the latest one, each point near an event of its own block", async () => {
  await expertValueOnPool(pool, request);
  const near = (points: Events, events: Events, radius: number): boolean =>
    points.x.every((x, i) => events.x.some((ex, j) => Math.hypot(ex - x, events.y[j] - points.y[i]) <= radius + 1e-6));
  const one = asked[1];
  expect(one.expert?.x).toHaveLength(6);
  expect(one.expertBefore?.x).toHaveLength(6);
  expect(near(one.expert!, blocks[4], 50)).toBe(true);
  expect(near(one.expertBefore!, blocks[3], 50)).toBe(true);
});

test("nothing known is worth half the area; knowing more, and more exactly, is worth more", async () => {
  const { entries } = await expertValueOnPool(pool, request);
  const of = (share: number | null, radius: number | null) => entries.find((entry) => entry.share === share && entry.radius === radius && entry.window === null)!;
  expect(of(null, null)).toMatchObject({ auc: 0.5, gain: null });
  expect(of(0.5, 50).auc).toBeGreaterThan(of(0.1, 50).auc!);
  expect(of(0.5, 50).auc).toBeGreaterThan(of(0.5, 1000).auc!);
  expect(of(0.5, 50).gain).toBeCloseTo(of(0.5, 50).auc! - 0.5, 12);
});

test("the same request gives the same table; too few blocks are refused", async () => {
  expect(await expertValueOnPool(pool, request)).toEqual(await expertValueOnPool(pool, request));
  await expect(expertValueOnPool(pool, { ...request, testBlocks: 3 })).rejects.toThrow(/6 blocks; 3 past blocks, one to learn from and 3 test blocks are 7/);
});

test("an expert who knows too small a share to know of any event says nothing", async () => {
  await expertValueOnPool(pool, { ...request, shares: [0.01], expertWeight: 0.1 });
  expect(asked.every(({ expert, expertBefore }) => expert === undefined && expertBefore === undefined)).toBe(true);
  expect(asked[0].expertWeight).toBe(0.1);
});
