import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explainCell, type CellExplanation } from "../../core/forecast/predict/explainCell.ts";
import type { Events, Window } from "../../core/forecast/events.ts";
import type { ForecastRequest } from "../../core/forecast/forecast.ts";
import type { ModelNumber } from "../../core/forecast/models.ts";
import { spaceTimeFit } from "../../core/forecast/fit/spaceTimeFit.ts";
import { spaceTimePredict, type SpaceTimePrediction } from "../../core/forecast/predict/spaceTimePredict.ts";
import { runJob } from "../../core/job.ts";
import { drawNormal } from "../../core/stats/drawNormal.ts";
import { repeatedPlaces } from "../../core/forecast/spreadPlaces.ts";
import { createRandom } from "../../core/stats/random.ts";
import { createThreadPool } from "../../electron/threadPool.ts";
import { fitOnPool, forecastOnPool } from "../../workers/forecastOnPool.ts";
import type { JobPool } from "../../workers/pool.ts";
import { nodeContext } from "../support/nodeContext.ts";

const random = createRandom("forecast on pool");
const town = (n: number): Events => ({
  x: Float64Array.from({ length: n }, (_, i) => 1000 + 1500 * (i % 2) + 200 * drawNormal(random)),
  y: Float64Array.from({ length: n }, () => 1500 + 400 * drawNormal(random)),
  hours: Float64Array.from({ length: n }, (_, i) => (((i % 2) * 9 + 12 + 2 * drawNormal(random)) + 24) % 24),
});
const WINDOWS: Window[] = [[8, 16], [16, 24], [0, 8]];
const request: ForecastRequest = {
  model: 5, adaptive: true, integral: "full", windows: WINDOWS, chains: 2, warmup: 20, draws: 30, seed: "pool",
  blocks: [town(60), town(70), town(50), town(60)], grid: { origin: { x: 0, y: 0 }, cell: 250, columns: 14, rows: 12 },
};
let pool: JobPool;
beforeAll(() => void (pool = createThreadPool(2)));
afterAll(() => pool.dispose());

describe("a forecast on two workers", () => {
  it("fits number for number as the job does alone", async () => {
    const alone = await runJob("spaceTimeFit", spaceTimeFit, { history: request.blocks.slice(0, -1), latest: request.blocks[3], adaptive: true, chains: 2, warmup: 20, draws: 30, seed: "pool" }, nodeContext);
    const together = await fitOnPool(pool, request);
    expect(together.draws).toEqual(alone.draws);
    expect(together.diagnostics).toEqual(alone.diagnostics);
  });
  it("moves the blocks on by one, and its surfaces are those of the exact job within their bound", async () => {
    const forecast = await forecastOnPool(pool, request);
    const [source] = forecast.sources;
    expect(source.blocks).toEqual(request.blocks.slice(1));
    expect(source.draws).toHaveLength(30);
    for (const { window, values, bound, peak } of forecast.windows) {
      const exact = (await runJob("spaceTimePredict", spaceTimePredict, { history: source.blocks, draws: source.draws, adaptation: source.adaptation, grid: request.grid, window, exact: true }, nodeContext)) as SpaceTimePrediction;
      expect(bound).toBeLessThan(1e-6);
      exact.values.forEach((value, i) => expect(Math.abs(value - values[i])).toBeLessThanOrEqual(bound * peak));
    }
    expect(forecast.windows.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  });
  it("explains a cell: the shares of blocks and events add up, and the value is the surface's", async () => {
    const { sources, windows, grid } = await forecastOnPool(pool, { ...request, exact: true });
    const { blocks, adaptation, draws } = sources[0];
    const cell = windows[1].values.indexOf(windows[1].peak);
    const point = { x: ((cell % grid.columns) + 0.5) * grid.cell, y: (Math.floor(cell / grid.columns) + 0.5) * grid.cell };
    const found = (await runJob("explainCell", explainCell, { source: { blocks, adaptation, draws }, window: windows[1].window, point, top: 1000 }, nodeContext)) as CellExplanation;
    expect(found.value / windows[1].peak).toBeCloseTo(1, 10);
    expect(found.blocks.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(found.events.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    for (let i = 1; i < found.events.length; i++) expect(found.events[i].share).toBeLessThanOrEqual(found.events[i - 1].share);
  });
  it.each([1, 2, 3, 4] as ModelNumber[])("model %i makes a density for every window", async (model) => {
    const forecast = await forecastOnPool(pool, { ...request, model });
    expect(forecast.windows.map(({ window }) => window)).toEqual(WINDOWS);
    expect(forecast.sources).toHaveLength(model === 1 || model === 4 ? 3 : 1);
    expect(forecast.sources[0].fit === null).toBe(model === 3);
    for (const { values, peak } of forecast.windows) {
      expect(peak).toBeGreaterThan(0);
      expect(values.every((value) => value >= 0 && value < Infinity)).toBe(true);
    }
  });
  it("learns the expert's weight from points for the latest block and puts it first", async () => {
    const expertBefore = { ...request.blocks[3], x: request.blocks[3].x.slice(0, 20), y: request.blocks[3].y.slice(0, 20), hours: request.blocks[3].hours.slice(0, 20) };
    const expert = town(15);
    const { sources } = await forecastOnPool(pool, { ...request, expertBefore, expert });
    expect(sources[0].hasExpert).toBe(true);
    expect(sources[0].blocks[0]).toEqual(expert);
    expect(sources[0].fit?.weights).toHaveLength(4);
    // Points exactly where events then were: the fit trusts them.
    expect(sources[0].fit?.weights[0].mean).toBeGreaterThan(0.3);
  });
  it("takes a given weight where there is nothing to learn it from, and refuses where there is none", async () => {
    const { sources } = await forecastOnPool(pool, { ...request, expert: town(5), expertWeight: 0.25 });
    for (const { weights } of sources[0].draws) {
      expect(weights[0]).toBe(0.25);
      expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    }
    await expect(forecastOnPool(pool, { ...request, expert: town(5) })).rejects.toThrow(/no weight/);
  });
  it("with equal block weights samples none", async () => {
    const { sources } = await forecastOnPool(pool, { ...request, blockWeights: "equal" });
    for (const { weights } of sources[0].draws) expect(weights).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });
  it("spreads places over the disc that they are known to, the same with the same seed, and repeated addresses then leave a bandwidth", async () => {
    const atAddresses = request.blocks.map((block) => ({ ...block, x: block.x.map((x) => 300 * Math.round(x / 300)), y: block.y.map((y) => 300 * Math.round(y / 300)) }));
    const asRecorded = await forecastOnPool(pool, { ...request, blocks: atAddresses });
    const spread = await forecastOnPool(pool, { ...request, blocks: atAddresses, placeError: 60 });
    const again = await forecastOnPool(pool, { ...request, blocks: atAddresses, placeError: 60 });
    expect(again).toEqual(spread);
    spread.sources[0].blocks.forEach(({ x, y }, b) => x.forEach((_, i) => expect(Math.hypot(x[i] - atAddresses[b + 1].x[i], y[i] - atAddresses[b + 1].y[i])).toBeLessThanOrEqual(60)));
    const bandwidth = ({ sources }: typeof spread): number => 1 / (sources[0].fit?.alpha[0].mean ?? Infinity);
    expect(bandwidth(spread)).toBeGreaterThan(20);
    expect(bandwidth(spread)).toBeGreaterThan(3 * bandwidth(asRecorded));
    expect(repeatedPlaces(atAddresses)).toBeGreaterThan(0.5);
    expect(repeatedPlaces(spread.sources[0].blocks)).toBe(0);
  });
  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const running = forecastOnPool(pool, { ...request, draws: 100_000 }, { signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    await expect(running).rejects.toThrow(/abort/i);
  });
});
