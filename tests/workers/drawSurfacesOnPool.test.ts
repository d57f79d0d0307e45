// A surface for each draw: together they are the forecast's own, and they differ.

import { expect, test } from "vitest";
import type { Events } from "../../core/forecast/events.ts";
import type { ForecastRequest } from "../../core/forecast/forecast.ts";
import { createRandom } from "../../core/stats/random.ts";
import { drawNormal } from "../../core/stats/drawNormal.ts";
import { cellMeansOnPool } from "../../workers/cellMeansOnPool.ts";
import { drawSurfacesOnPool } from "../../workers/drawSurfacesOnPool.ts";
import { forecastOnPool } from "../../workers/forecastOnPool.ts";
import { directPool } from "../support/directPool.ts";

const random = createRandom("draw surfaces");
const town = (n: number): Events => ({
  x: Float64Array.from({ length: n }, (_, i) => 500 + 700 * (i % 2) + 150 * drawNormal(random)),
  y: Float64Array.from({ length: n }, () => 800 + 200 * drawNormal(random)),
  hours: Float64Array.from({ length: n }, () => 24 * random.uniform()),
});
const request: ForecastRequest = {
  model: 5, adaptive: true, integral: "full", windows: [[0, 24]], chains: 2, warmup: 10, draws: 12, seed: 1,
  blocks: [town(40), town(50), town(40)], grid: { origin: { x: 0, y: 0 }, cell: 200, columns: 9, rows: 8 },
};

test("their mean over the draws is the forecast's surface, and no two are the same", async () => {
  const { pool } = directPool();
  const forecast = await forecastOnPool(pool, request);
  const [source] = forecast.sources;
  const asked = { model: request.model, grid: request.grid, window: [0, 24] as const, source };
  const surfaces = await drawSurfacesOnPool(pool, { ...asked, count: 50 });
  expect(surfaces).toHaveLength(source.draws.length);
  const [{ values, peak }] = await cellMeansOnPool(pool, forecast);
  values.forEach((value, k) => expect(surfaces.reduce((sum, surface) => sum + surface[k], 0) / surfaces.length / peak).toBeCloseTo(value / peak, 9));
  expect(new Set(surfaces.map((surface) => surface.join())).size).toBe(surfaces.length);
  expect(await drawSurfacesOnPool(pool, { ...asked, count: 4 })).toEqual([surfaces[0], surfaces[3], surfaces[6], surfaces[9]]);
});

test("one set of parameters has no draws to be uncertain over", async () => {
  const { pool } = directPool();
  const { sources: [source] } = await forecastOnPool(pool, { ...request, integral: "plug-in" });
  await expect(drawSurfacesOnPool(pool, { model: 5, grid: request.grid, window: [0, 24], source, count: 50 })).rejects.toThrow(/no draws to be uncertain over/);
});
