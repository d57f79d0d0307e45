// The value of expert knowledge: what it is measured on, and its file.

import { expect, test } from "vitest";
import { expertValueCsv } from "../../../../core/forecast/expert/expertValueCsv.ts";
import type { ExpertValue } from "../../../../core/forecast/expert/expertValue.ts";
import { prepareExpertValue, type ExpertValuePlan } from "../../../../core/forecast/expert/prepareExpertValue.ts";
import type { Polygon } from "../../../../core/geo/types.ts";

const DAY = 86_400_000;
const start = Float64Array.from({ length: 28 }, (_, day) => Date.UTC(2024, 0, 1) + (day + 0.5) * DAY);
const table = { x: start.map(() => 500), y: start.map((_, i) => 100 * i), start, precision: "minute" } as const;
const plan: ExpertValuePlan = {
  model: 5, adaptive: true, integral: "full", windows: [[0, 24]], chains: 1, warmup: 10, draws: 10, seed: 1, days: 7, end: null, cell: 200,
  history: 2, testBlocks: 1, shares: [0.2], radii: [100], repetitions: 1,
};

test("it is measured on the last blocks, on the cells of a hold-out of the same plan", () => {
  const wards: Polygon = { kind: "polygon", rings: [[{ x: 0, y: 0 }, { x: 1000, y: 0 }, { x: 1000, y: 1000 }, { x: 0, y: 1000 }]] };
  const { request, tested, happened, studyRule } = prepareExpertValue(table, Uint32Array.from(start.keys()), [], { ...plan, studyArea: { layer: "Wards", polygons: [wards] } });
  expect(request.blocks).toHaveLength(4);
  expect(request.cells).toHaveLength(25);
  expect(tested).toEqual({ from: Date.UTC(2024, 0, 22), to: Date.UTC(2024, 0, 29) });
  expect(happened).toBe(7);
  expect(studyRule).toMatch(/the layer Wards$/);
  expect(request).toMatchObject({ model: 5, history: 2, testBlocks: 1, shares: [0.2], radii: [100], repetitions: 1 });
  expect(request).not.toHaveProperty("studyArea");
});

test("the CSV has a line for each forecast and window, beside that without an expert", () => {
  const rows: ExpertValue["rows"] = [
    { share: null, radius: null, repetition: 0, block: 0, window: 0, auc: 0.75, expertWeight: null },
    { share: 0.2, radius: 100, repetition: 1, block: 0, window: 0, auc: 0.8125, expertWeight: 0.125 },
    { share: 0.2, radius: 100, repetition: 1, block: 1, window: 0, auc: null, expertWeight: null },
  ];
  expect(expertValueCsv({ rows, settings: plan }, [Date.UTC(2024, 0, 22), Date.UTC(2024, 0, 29)]).split("\r\n")).toEqual([
    "share_known,radius_m,expert,block_start,window_from_h,window_to_h,auc,auc_without_expert,expert_weight",
    ",,,2024-01-22,0,24,0.75,0.75,",
    "0.2,100,2,2024-01-22,0,24,0.8125,0.75,0.125",
    "0.2,100,2,2024-01-29,0,24,,,",
    "",
  ]);
});
