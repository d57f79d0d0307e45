// The raster of a forecast and the cells of it that count.

import { describe, expect, test } from "vitest";
import { forecastGrid } from "../../../core/forecast/forecastGrid.ts";
import { countInCells } from "../../../core/geo/countInCells.ts";
import { atCells, studyCells } from "../../../core/forecast/studyCells.ts";
import type { Events } from "../../../core/forecast/events.ts";
import type { Polygon } from "../../../core/geo/types.ts";
import { createRandom } from "../../../core/stats/random.ts";

const box = (minX: number, minY: number, maxX: number, maxY: number): Polygon => ({
  kind: "polygon",
  rings: [[{ x: minX, y: minY }, { x: maxX, y: minY }, { x: maxX, y: maxY }, { x: minX, y: maxY }]],
});
const eventsAt = (...points: readonly (readonly [number, number])[]): Events => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
  hours: new Float64Array(points.length),
});

describe("forecastGrid", () => {
  test("covers the area, on multiples of the cell", () => {
    expect(forecastGrid([box(-250, 10, 390, 400), box(500, 0, 700, 100)], [])).toEqual({ origin: { x: -400, y: 0 }, cell: 200, columns: 6, rows: 2 });
  });

  test("without an area covers the events and 1 km around them", () => {
    expect(forecastGrid([], [eventsAt([0, 0]), eventsAt([1000, 500])], 500)).toEqual({ origin: { x: -1000, y: -1000 }, cell: 500, columns: 6, rows: 5 });
  });

  test("too many cells, a cell of no width and nothing to lay it over are refused", () => {
    expect(() => forecastGrid([box(0, 0, 1e5, 1e5)], [], 50)).toThrow(/2000 × 2000; at most 1000000 cells fit\. Choose cells of 100 m/);
    expect(() => forecastGrid([box(0, 0, 1, 1)], [], 0)).toThrow(/0 m wide/);
    expect(() => forecastGrid([], [])).toThrow(/neither a study area nor an event/);
  });

  test("each event is in its cell or beyond the grid", () => {
    const grid = { origin: { x: 0, y: 0 }, cell: 10, columns: 3, rows: 2 };
    const { counts, outside } = countInCells(grid, eventsAt([0, 0], [9.9, 9.9], [10, 0], [25, 19], [30, 0], [-0.1, 5]));
    expect([...counts]).toEqual([2, 1, 0, 0, 0, 1]);
    expect(outside).toBe(2);
  });
});

describe("studyCells", () => {
  test("cells count whose centre lies in the area, however many polygons it has", () => {
    const grid = { origin: { x: 0, y: 0 }, cell: 100, columns: 4, rows: 2 };
    const { cells, rule } = studyCells(grid, [box(0, 0, 160, 60), box(360, 140, 500, 180)], []);
    expect([...cells]).toEqual([0, 1]);
    expect(rule).toBe("2 cells of 100 m (0.0 km²) whose centre lies in the study area");
    expect([...studyCells(grid, [box(340, 140, 500, 180)], []).cells]).toEqual([7]);
  });

  test("without an area those within 1 km of a past event count, as a plain search finds them", () => {
    const random = createRandom("near");
    const grid = { origin: { x: -3000, y: -2000 }, cell: 170, columns: 60, rows: 50 };
    const events = eventsAt(...Array.from({ length: 25 }, () => [14_000 * (random.uniform() - 0.4), 12_000 * (random.uniform() - 0.4)] as const));
    const { cells, rule } = studyCells(grid, [], [eventsAt(), events]);
    const plain = Array.from({ length: grid.columns * grid.rows }, (_, k) => k).filter((k) => {
      const x = grid.origin.x + ((k % grid.columns) + 0.5) * grid.cell, y = grid.origin.y + (Math.floor(k / grid.columns) + 0.5) * grid.cell;
      return events.x.some((ex, i) => Math.hypot(ex - x, events.y[i] - y) <= 1000);
    });
    expect([...cells]).toEqual(plain);
    expect(plain.length).toBeGreaterThan(100);
    expect(rule).toContain("within 1 km of a past event (no study area is set)");
  });

  test("values and counts are read at the cells in their order", () => {
    expect([...atCells(Float64Array.of(5, 6, 7, 8), Uint32Array.of(1, 3))]).toEqual([6, 8]);
  });

  test("an area between the centres, and events beyond the grid, are refused", () => {
    const grid = { origin: { x: 0, y: 0 }, cell: 100, columns: 2, rows: 2 };
    expect(() => studyCells(grid, [box(0, 0, 10, 10)], [])).toThrow(/No cell of 100 m has its centre in the study area/);
    expect(() => studyCells(grid, [], [eventsAt([9000, 9000])])).toThrow(/No past event lies on the grid/);
  });
});
