// When a forecast says that it is stale.

import { describe, expect, test } from "vitest";
import type { ForecastPlan } from "../../core/forecast/prepareForecast.ts";
import { NO_FILTER } from "../../core/incidents/filter.ts";
import type { ExpertPoint } from "../../core/plan/plan.ts";
import { EMPTY_PLAN } from "../../core/plan/plan.ts";
import { startHistory } from "../../core/plan/history.ts";
import { staleReasons } from "../../renderer/staleForecast.ts";
import type { Incidents } from "../../renderer/store.ts";

const from = Date.UTC(2025, 0, 1);
const week = { from, to: Date.UTC(2025, 0, 8) };
const point = (block: number, note = ""): ExpertPoint => ({ id: "e1", name: "E1", place: { x: 1, y: 2 }, window: [20, 24], block, note, author: "" });
const forecast = { plan: { days: 7 } as ForecastPlan, block: week, filter: NO_FILTER, known: 100, expertPoints: [] };
const state = (changes: { filter?: typeof NO_FILTER; length?: number; points?: readonly ExpertPoint[] } = {}) => ({
  filter: changes.filter ?? { ...NO_FILTER },
  incidents: { table: { length: changes.length ?? 100 } } as Incidents,
  history: startHistory({ ...EMPTY_PLAN, expertPoints: changes.points ?? [] }),
});

describe("a forecast", () => {
  test("is fresh while nothing that it was made from has changed, also after the project was opened again", () => {
    expect(staleReasons(forecast, state())).toEqual([]);
  });

  test("is stale after another filter and after more incidents, and says which", () => {
    expect(staleReasons(forecast, state({ filter: { ...NO_FILTER, months: [3] }, length: 120 }))).toEqual(["the filter", "the incidents"]);
  });

  test("is stale after an expert point of its block or of the one before, not of another, nor after a new note", () => {
    expect(staleReasons(forecast, state({ points: [point(from)] }))).toEqual(["the expert points"]);
    expect(staleReasons(forecast, state({ points: [point(Date.UTC(2024, 11, 25))] }))).toEqual(["the expert points"]);
    expect(staleReasons(forecast, state({ points: [point(Date.UTC(2025, 5, 1))] }))).toEqual([]);
    expect(staleReasons({ ...forecast, expertPoints: [point(from)] }, state({ points: [point(from, "seen twice")] }))).toEqual([]);
  });
});
