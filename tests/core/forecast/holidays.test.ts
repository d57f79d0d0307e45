import { describe, expect, it } from "vitest";
import { holidayLevel } from "../../../core/forecast/holidays.ts";
import { prepareForecast, type ForecastPlan } from "../../../core/forecast/prepareForecast.ts";

const DAY = 86_400_000;
/** 2024-01-01, a Monday. */
const MONDAY = 19_723 * DAY;

describe("holiday or working day", () => {
  it("Saturdays, Sundays and the given days are holidays, at any hour, before 1970 too", () => {
    const none = new Set<number>();
    expect([0, 1, 2, 3, 4, 5, 6].map((d) => holidayLevel(MONDAY + d * DAY + 23 * 3_600_000, none))).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(holidayLevel(MONDAY + 5000, new Set([MONDAY]))).toBe(1);
    // 1969-12-28 was a Sunday.
    expect(holidayLevel(-4 * DAY + 1, none)).toBe(1);
    expect(holidayLevel(-3 * DAY + 1, none)).toBe(0);
  });
  it("becomes a covariate of every event and a value for the forecast", () => {
    const n = 200;
    const start = Float64Array.from({ length: n }, (_, i) => MONDAY + (i % 21) * DAY + 3_600_000 * (i % 24));
    const table = { x: start.map((_, i) => 100 * (i % 13)), y: start.map((_, i) => 100 * (i % 7)), start, precision: "minute" as const };
    const plan: ForecastPlan = {
      model: 5, adaptive: true, integral: "full", windows: [[0, 24]], chains: 2, warmup: 1, draws: 1, seed: 1, days: 7, blocks: 2, end: null, cell: 200, expertWeight: 0.1,
      dayKind: { forecast: "workday", publicHolidays: [MONDAY + 7 * DAY] },
    };
    const point = { place: { x: 1, y: 1 }, window: [20, 24] as const, block: MONDAY + 21 * DAY };
    const { request } = prepareForecast(table, Uint32Array.from({ length: n }, (_, i) => i), [], plan, [point]);
    expect(request.covariates).toEqual([{ kind: "categorical", name: "holiday", levels: 2 }]);
    expect(request.at).toEqual([0]);
    expect(request.expert?.z).toEqual([Float64Array.of(0)]);
    for (const { x, z } of request.blocks) expect(z?.[0]).toHaveLength(x.length);
    const holidays = (b: number): number => request.blocks[b].z?.[0].reduce((a, v) => a + v, 0) ?? 0;
    // The second week has a Monday more.
    expect(holidays(1)).toBeGreaterThan(holidays(0));
    expect(prepareForecast(table, Uint32Array.from({ length: n }, (_, i) => i), [], { ...plan, dayKind: undefined }, []).request.covariates).toBeUndefined();
  });
  it("is refused for Silverman's rule, which estimates nothing", () => {
    const start = Float64Array.from({ length: 40 }, (_, i) => MONDAY + i * DAY);
    const plan: ForecastPlan = {
      model: 3, adaptive: true, integral: "full", windows: [[0, 24]], chains: 2, warmup: 1, draws: 1, seed: 1, days: 7, blocks: 2, end: null, cell: 200, expertWeight: 0.1,
      dayKind: { forecast: "holiday", publicHolidays: [] },
    };
    const table = { x: start, y: start, start, precision: "minute" as const };
    expect(() => prepareForecast(table, Uint32Array.from(start.keys()), [], plan, [])).toThrow(/Model 3 estimates nothing.*Choose any day, or another model/);
  });
});
