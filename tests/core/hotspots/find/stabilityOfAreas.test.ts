import { describe, expect, test } from "vitest";
import type { Hexagon, Shape } from "../../../../core/geo/types.ts";
import { monthlyTrend } from "../../../../core/hotspots/find/monthlyTrend.ts";
import { stabilityOfAreas, type Stability } from "../../../../core/hotspots/find/stabilityOfAreas.ts";
import { NO_FILTER } from "../../../../core/incidents/filter.ts";
import { monthsOfFilter, type Month } from "../../../../core/incidents/monthsOfFilter.ts";
import { runJob } from "../../../../core/job.ts";
import { drawPoisson } from "../../../../core/stats/drawPoisson.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const stability = (params: unknown): Promise<Stability> => runJob("stabilityOfAreas", stabilityOfAreas, params, nodeContext);
const hexagon = (x: number, y: number): Hexagon => ({ kind: "hexagon", centre: { x, y }, side: 100, rotation: 0 });
/** One incident a line: where (which hexagon), when. */
function incidents(lines: readonly (readonly [place: number, day: string, times?: number])[]) {
  const all = lines.flatMap(([place, day, times = 1]) => Array.from({ length: times }, (_, k) => ({ x: 1000 * place, y: 0, start: Date.parse(`${day}T12:00Z`) + k })));
  return { x: all.map(({ x }) => x), y: all.map(({ y }) => y), start: Float64Array.from(all, ({ start }) => start) };
}

const monthly = (from: number, years: number): Month[] =>
  Array.from({ length: 12 * years }, (_, k) => ({ from: Date.UTC(from, k), to: Date.UTC(from, k + 1), whole: true }));

describe("stabilityOfAreas", () => {
  const given = incidents([
    [0, "2022-01-05", 3], [0, "2022-08-26", 9], [0, "2023-08-25", 8], [0, "2023-03-01"],
    [1, "2022-02-01", 4], [1, "2023-02-02", 12], [2, "2022-05-05", 13],
  ]);
  const shapes: Shape[] = [hexagon(0, 0), hexagon(1000, 0)];
  const months = monthsOfFilter({ ...NO_FILTER, periods: [{ from: Date.UTC(2022, 0), to: Date.UTC(2024, 0) }] }, { start: Float64Array.of(Date.UTC(2022, 0), Date.UTC(2024, 0) - 1), precision: "minute" });

  test("counts by year and month, and ranks among the areas or among all cells", async () => {
    const among = await stability({ shapes, ...given, months, precision: "minute" });
    expect(among.years).toEqual([2022, 2023]);
    expect(among.areas.map(({ byYear }) => byYear)).toEqual([
      [{ year: 2022, count: 12, rank: 1 }, { year: 2023, count: 9, rank: 2 }],
      [{ year: 2022, count: 4, rank: 2 }, { year: 2023, count: 12, rank: 1 }],
    ]);
    expect(among.areas[0].byMonth[0]).toBe(3);
    expect(among.areas[0].byMonth[12 + 7]).toBe(8);
    expect(among.rankedAmong).toBe("the 2 areas");
    // Cell 2, which is no area of ours, is ahead of both in 2022.
    const cells = await stability({ shapes, ...given, months, precision: "minute", lattice: { side: 100 }, top: 1 });
    expect(cells.areas.map(({ byYear }) => byYear.map(({ rank }) => rank))).toEqual([[2, 2], [3, 1]]);
    expect(cells.areas.map(({ presentYears }) => presentYears)).toEqual([0, 1]);
  });

  test("shows a festival: the share of the busiest days", async () => {
    const { areas } = await stability({ shapes, ...given, months, precision: "day", busiestDays: 2 });
    expect(areas[0].busiest).toEqual({ days: [{ day: Date.UTC(2022, 7, 26), count: 9 }, { day: Date.UTC(2023, 7, 25), count: 8 }], share: 17 / 21 });
    const monthOnly = await stability({ shapes, ...given, months, precision: "month" });
    expect(monthOnly.areas[0].busiest).toBeNull();
  });

  test("leaves out what no month of the filter holds, and says nothing of a year without incidents", async () => {
    const { areas } = await stability({ shapes: [hexagon(0, 0), hexagon(9000, 0)], ...given, months: months.slice(1), precision: "minute" });
    expect(areas[0].byYear[0].count).toBe(9);
    expect(areas[0].total).toBe(21);
    expect(areas[1].busiest).toBeNull();
    const empty = await stability({ shapes: [hexagon(9000, 0)], ...given, months, precision: "minute" });
    expect(empty.areas[0].byYear.map(({ rank }) => rank)).toEqual([null, null]);
  });

  test("refuses columns of different lengths, and a filter without months", async () => {
    await expect(stability({ shapes, x: [1], y: [1, 2], start: [0], months, precision: "day" })).rejects.toThrow(/1 x, 2 y/);
    await expect(stability({ shapes, x: [1], y: [1], start: [0], months: [], precision: "day" })).rejects.toThrow(/0 months/);
  });
});

describe("monthlyTrend", () => {
  const peak = [2, 3, 4, 5, 8, 12, 15, 14, 8, 5, 3, 2];

  test("sees an area emerge under a strong season, by so many a month from year to year", () => {
    const months = monthly(2019, 4);
    const rising = monthlyTrend(Float64Array.from(months, (_, k) => peak[k % 12] + 2 * Math.floor(k / 12)), months)!;
    expect([rising.kind, rising.test, rising.months]).toEqual(["emerging", "seasonal", 48]);
    expect(rising.slopePerYear).toBeCloseTo(2, 12);
    const falling = monthlyTrend(Float64Array.from(months, (_, k) => peak[k % 12] - Math.floor(k / 12)), months)!;
    expect(falling.kind).toBe("fading");
  });

  test("calls a season that repeats steady, and compares every month with every other where years are few", () => {
    const months = monthly(2019, 3);
    expect(monthlyTrend(Float64Array.from(months, (_, k) => peak[k % 12]), months)!.kind).toBe("steady");
    const oneYear = monthlyTrend(Float64Array.from(peak, (_, k) => k), monthly(2019, 1))!;
    expect([oneYear.kind, oneYear.test]).toEqual(["emerging", "plain"]);
    expect(oneYear.slopePerYear).toBeCloseTo(12, 9);
  });

  test("leaves months out that are cut, and says nothing of fewer than four whole ones", () => {
    const months = monthly(2019, 1).map((month, k) => ({ ...month, whole: k > 2 }));
    expect(monthlyTrend(new Float64Array(12), months)!.months).toBe(9);
    expect(monthlyTrend(new Float64Array(3), monthly(2019, 1).slice(0, 3))).toBeNull();
  });

  test("calls about 5 % of steady areas emerging or fading", () => {
    const random = createRandom("steady areas"), months = monthly(2015, 5), runs = 1000;
    let called = 0;
    for (let run = 0; run < runs; run++) {
      if (monthlyTrend(Float64Array.from(months, (_, k) => drawPoisson(random, peak[k % 12])), months)!.kind !== "steady") called++;
    }
    expect(called / runs).toBeGreaterThan(0.025);
    expect(called / runs).toBeLessThan(0.065);
  });
});

