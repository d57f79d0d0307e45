// From incidents to what the engine is asked with.

import { expect, test } from "vitest";
import { prepareForecast, type ForecastPlan } from "../../../core/forecast/prepareForecast.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** One incident a day at noon for 28 days from 1 January 2024, marching north. */
const start = Float64Array.from({ length: 28 }, (_, day) => Date.UTC(2024, 0, 1) + day * DAY + 12 * HOUR);
const table = { x: start.map(() => 500), y: start.map((_, i) => 100 * i), start, precision: "minute" } as const;
const rows = Uint32Array.from(start.keys());
const plan: ForecastPlan = {
  model: 5, adaptive: true, integral: "full", windows: [[0, 24]], chains: 1, warmup: 10, draws: 10, seed: 1,
  days: 7, blocks: 3, end: null, cell: 200, expertWeight: 0.1,
};

test("the forecast is for the block after the last incident, from as many past blocks, and learns from one more", () => {
  const { request, block, starts, incidents } = prepareForecast(table, rows, [], plan, []);
  expect(request.blocks).toHaveLength(4);
  expect(starts).toEqual([8, 15, 22].map((day) => Date.UTC(2024, 0, day)));
  expect(block).toEqual({ from: Date.UTC(2024, 0, 29), to: Date.UTC(2024, 1, 5) });
  expect(incidents).toBe(21);
  expect(request).not.toHaveProperty("expert");
});

test("models of one block take the latest alone", () => {
  const { request, starts } = prepareForecast(table, rows, [], { ...plan, model: 2 }, []);
  expect(request.blocks).toHaveLength(2);
  expect(starts).toEqual([Date.UTC(2024, 0, 22)]);
});

test("expert points enter by the block that they speak of; the latest block's are what their weight is learned from", () => {
  const point = (day: number, x: number) => ({ place: { x, y: 0 }, window: [20, 4] as const, block: Date.UTC(2024, 0, day) });
  const { request } = prepareForecast(table, rows, [], plan, [point(29, 1), point(22, 2), point(8, 3)]);
  expect([...(request.expert?.x ?? [])]).toEqual([1]);
  expect([...(request.expertBefore?.x ?? [])]).toEqual([2]);
  expect(request.expertWeight).toBe(0.1);
  expect(prepareForecast(table, rows, [], plan, [point(22, 2)]).request).not.toHaveProperty("expert");
});

test("only cells within 1 km of a past event count where no study area is set", () => {
  const { grid, cells, studyRule } = prepareForecast(table, rows, [], plan, []);
  expect(cells.length).toBeLessThan(grid.columns * grid.rows);
  expect(studyRule).toContain("no study area is set");
});

test("too few blocks are named with how many there are", () => {
  expect(() => prepareForecast(table, rows, [], { ...plan, blocks: 52 }, [])).toThrow(/cover 28 days: 4 blocks/);
});
