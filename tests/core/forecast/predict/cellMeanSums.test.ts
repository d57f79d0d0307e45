// Means of cells against the density at many places in each, and the mass that they add up to.

import { expect, test } from "vitest";
import { cellMeanSums } from "../../../../core/forecast/predict/cellMeanSums.ts";
import type { Events, Window } from "../../../../core/forecast/events.ts";
import { exactSurfaceSums } from "../../../../core/forecast/predict/exactSurfaceSums.ts";
import { predictions } from "../../../../core/forecast/predict/spaceTimePredict.ts";
import { createRandom } from "../../../../core/stats/random.ts";

const random = createRandom("cell means");
const block = (n: number): Events => ({
  x: Float64Array.from({ length: n }, () => 1500 * random.uniform()),
  y: Float64Array.from({ length: n }, () => 1000 * random.uniform()),
  hours: Float64Array.from({ length: n }, () => 24 * random.uniform()),
});
const blocks = [block(12), block(0), block(9)];
const adaptation = Float64Array.from({ length: 21 }, () => 0.3 + 3 * random.uniform());
const windows: readonly Window[] = [[20, 4], [0, 24]];
const grid = { origin: { x: -400, y: -300 }, cell: 200, columns: 12, rows: 9 };
const draws = [
  { alpha: [1 / 60, 1 / 150, 1.1], beta: [0.6, 0.4, 0.5], weights: [0.5, 0.2, 0.3] },
  { alpha: [1 / 90, 1 / 80, 0.4], beta: [0.2, 0.9, 0], weights: [0.2, 0.3, 0.5] },
];
const request = { blocks, adaptation, draws, grid, windows, part: 0, of: 1 };

test("a cell's mean is that of the exact density at 80 × 80 places in it", () => {
  const FINE = 80;
  const fine = { origin: grid.origin, cell: grid.cell / FINE, columns: grid.columns * FINE, rows: grid.rows * FINE };
  const exact = predictions([exactSurfaceSums({ ...request, grid: fine })]);
  const found = predictions([cellMeanSums(request)]);
  windows.forEach((_, w) => {
    const means = new Float64Array(grid.columns * grid.rows);
    exact[w].values.forEach((value, k) => {
      const column = Math.floor((k % fine.columns) / FINE), row = Math.floor(Math.floor(k / fine.columns) / FINE);
      means[row * grid.columns + column] += value / FINE ** 2;
    });
    expect(found[w].share).toBeCloseTo(exact[w].share, 8);
    found[w].values.forEach((value, k) => expect(Math.abs(value - means[k])).toBeLessThan(1e-4 * found[w].peak));
  });
});

test("a kernel much narrower than a cell gives its whole mass to the cell that it is in, wherever in it", () => {
  const one: Events = { x: Float64Array.of(-390), y: Float64Array.of(-110), hours: Float64Array.of(3) };
  const narrow = { alpha: [1, 1, 0], beta: [0, 0, 0], weights: [1] };
  const [{ values, bound }] = predictions([cellMeanSums({ ...request, blocks: [one], adaptation: Float64Array.of(1), draws: [narrow], windows: [[0, 24]] })]);
  expect(values[0] * 200 ** 2).toBeCloseTo(1, 6);
  expect(values.reduce((a, b) => a + b)).toBe(values[0]);
  expect(bound).toBeLessThan(2e-6);
});

test("all cells of a wide grid hold the whole mass, and parts add up", () => {
  const wide = { origin: { x: -9000, y: -9000 }, cell: 500, columns: 40, rows: 40 };
  const whole = predictions([cellMeanSums({ ...request, grid: wide })]);
  for (const { values } of whole) expect(values.reduce((a, b) => a + b) * 500 ** 2).toBeCloseTo(1, 5);
  const parts = predictions([0, 1, 2].map((part) => cellMeanSums({ ...request, grid: wide, part, of: 3 })));
  parts.forEach(({ values }, w) => values.forEach((value, k) => expect(Math.abs(value - whole[w].values[k])).toBeLessThan(1e-12 * whole[w].peak)));
});
