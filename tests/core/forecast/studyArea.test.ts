// The study area of a forecast: the filter's, a layer's, or wherever something has happened.

import { expect, test } from "vitest";
import { prepareBacktest } from "../../../core/forecast/evaluate/prepareBacktest.ts";
import { prepareForecast, type ForecastPlan } from "../../../core/forecast/prepareForecast.ts";
import { studyAreaName } from "../../../core/forecast/studyArea.ts";
import type { Polygon } from "../../../core/geo/types.ts";

const DAY = 86_400_000;
const start = Float64Array.from({ length: 28 }, (_, day) => Date.UTC(2024, 0, 1) + (day + 0.5) * DAY);
const table = { x: start.map(() => 500), y: start.map((_, i) => 100 * i), start, precision: "minute" } as const;
const rows = Uint32Array.from(start.keys());
const settings = { adaptive: true, integral: "full", windows: [[0, 24]], chains: 1, warmup: 10, draws: 10, seed: 1, days: 7, end: null, cell: 200 } as const;
const plan: ForecastPlan = { ...settings, model: 5, blocks: 3, expertWeight: 0.1 };
const square = (side: number): Polygon => ({ kind: "polygon", rings: [[{ x: 0, y: 0 }, { x: side, y: 0 }, { x: side, y: side }, { x: 0, y: side }]] });

test("the filter's area by default, a layer's polygons where one is named, or the cells near past events whatever the filter", () => {
  const filterArea = [square(2000)];
  expect(prepareForecast(table, rows, filterArea, plan, []).cells).toHaveLength(100);
  const layer = { layer: "Wards", polygons: [square(1000), { ...square(1000), rings: [square(1000).rings[0].map(({ x, y }) => ({ x: x + 4000, y }))] }] };
  const found = prepareForecast(table, rows, filterArea, { ...plan, studyArea: layer }, []);
  expect(found.cells).toHaveLength(50);
  expect(found.studyRule).toMatch(/in the study area, the layer Wards$/);
  expect(found.request).not.toHaveProperty("studyArea");
  const near = prepareForecast(table, rows, filterArea, { ...plan, studyArea: "near" }, []);
  expect(near.cells).toEqual(prepareForecast(table, rows, [], plan, []).cells);
  expect([undefined, "near" as const, layer].map(studyAreaName)).toEqual(["filter", "near past events", "layer Wards"]);
});

test("a test on past blocks takes the same", () => {
  const test = { ...settings, models: [5 as const], history: 1, testBlocks: 2, coverable: 0.2, skipUpdates: [] };
  const found = prepareBacktest(table, rows, [], { ...test, studyArea: { layer: "Wards", polygons: [square(1000)] } });
  expect(found.request.cells).toHaveLength(25);
  expect(found.studyRule).toMatch(/the layer Wards$/);
  expect(prepareBacktest(table, rows, [square(1000)], { ...test, studyArea: "near" }).studyRule).toMatch(/within 1 km of a past event/);
});
