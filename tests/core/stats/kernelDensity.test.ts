// Kernel density against reference values, and its promises: bound, mass, weights.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runJob } from "../../../core/job.ts";
import { type KernelDensity, kernelDensity } from "../../../core/stats/kernelDensity.ts";
import { gaussianDirect } from "../../../core/stats/kernelDensityDirect.ts";
import { createRandom } from "../../../core/stats/random.ts";
import { nodeContext } from "../../support/nodeContext.ts";
import { haveShared, oracle } from "../../support/shared.ts";

interface Case {
  name: string;
  h1: number;
  h2: number;
  x: number[];
  y: number[];
  grid: { x0: number; y0: number; cell: number; nx: number; ny: number };
  density: number[];
}

const density = (params: unknown): Promise<KernelDensity> => runJob("kernelDensity", kernelDensity, params, nodeContext);

const clustered = (count: number, size: number, seed: string) => {
  const random = createRandom(seed);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const centre = i % 3 === 0 ? random.uniform() : 0.5;
    x[i] = size * (centre + 0.1 * (random.uniform() + random.uniform() - 1));
    y[i] = size * (centre + 0.1 * (random.uniform() + random.uniform() - 1));
  }
  return { x, y };
};
const square = (size: number, cells: number) => ({ origin: { x: 0, y: 0 }, cell: size / cells, columns: cells, rows: cells });
const worst = (a: Float64Array, b: Float64Array): number => a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);

describe.skipIf(!haveShared("oracle", "public", "kde2d.json"))("exact kernel density against numpy and MASS::kde2d", () => {
  const cases = haveShared("oracle", "public", "kde2d.json") ? oracle<{ cases: Case[] }>("kde2d").cases : [];
  test.each(cases)("$name: every cell to 1e-12", async ({ h1, h2, x, y, grid, density: expected }) => {
    const raster = { origin: { x: grid.x0, y: grid.y0 }, cell: grid.cell, columns: grid.nx, rows: grid.ny };
    const { values, bound } = await density({ x, y, grid: raster, bandwidthX: h1, bandwidthY: h2, kernel: "gaussian", exact: true });
    expect(bound).toBe(0);
    expected.forEach((value, i) => {
      expect(Math.abs(values[i] / x.length - value)).toBeLessThanOrEqual(Math.max(1e-30, 1e-12 * value));
    });
  });
});

describe("fast Gaussian density", () => {
  const size = 10_000;
  const points = clustered(20_000, size, "density");
  test.each([
    { bandwidthX: 200, bandwidthY: 200, cells: 200 },
    { bandwidthX: 500, bandwidthY: 500, cells: 200 },
    { bandwidthX: 1500, bandwidthY: 300, cells: 150 },
    { bandwidthX: 3000, bandwidthY: 4000, cells: 120 },
    { bandwidthX: 60, bandwidthY: 60, cells: 100 },
    { bandwidthX: 10, bandwidthY: 10, cells: 60 },
  ])("h = $bandwidthX × $bandwidthY m on $cells² cells stays within its bound, and that under 1e-6", async ({ bandwidthX, bandwidthY, cells }) => {
    const grid = square(size, cells);
    const fast = await density({ ...points, grid, bandwidthX, bandwidthY, kernel: "gaussian" });
    const exact = gaussianDirect(points.x, points.y, undefined, grid, bandwidthX, bandwidthY, Infinity, nodeContext);
    const peak = exact.reduce((most, value) => Math.max(most, value), 0);
    expect(fast.bound).toBeLessThanOrEqual(1e-6);
    expect(worst(fast.values, exact)).toBeLessThanOrEqual(fast.bound * peak * (1 + 1e-6) + 1e-13 * peak);
  });

  test("stays within its bound of the grid's own peak beside a denser place outside the grid", async () => {
    const grid = { origin: { x: 6500, y: 0 }, cell: 50, columns: 40, rows: 60 };
    const fast = await density({ ...points, grid, bandwidthX: 200, bandwidthY: 200, kernel: "gaussian" });
    const exact = gaussianDirect(points.x, points.y, undefined, grid, 200, 200, Infinity, nodeContext);
    const peak = exact.reduce((most, value) => Math.max(most, value), 0);
    expect(fast.bound).toBeLessThanOrEqual(1e-6);
    expect(worst(fast.values, exact)).toBeLessThanOrEqual(fast.bound * peak + 1e-13 * peak);
  });

  test("any place, bandwidth and cell: the error is under the bound", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ x: fc.double({ min: 0, max: 1000, noNaN: true }), y: fc.double({ min: 0, max: 1000, noNaN: true }) }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 30, max: 800, noNaN: true }),
        fc.integer({ min: 20, max: 60 }),
        async (places, h, cells) => {
          // Many incidents at few places: the fast way, with nothing averaging its errors out.
          const x = Float64Array.from({ length: 4000 }, (_, i) => places[i % places.length].x);
          const y = Float64Array.from({ length: 4000 }, (_, i) => places[i % places.length].y);
          const grid = square(1000, cells);
          const fast = await density({ x, y, grid, bandwidthX: h, bandwidthY: h * 1.3, kernel: "gaussian" });
          const exact = gaussianDirect(x, y, undefined, grid, h, h * 1.3, Infinity, nodeContext);
          const peak = exact.reduce((most, value) => Math.max(most, value), 0);
          expect(fast.bound).toBeLessThanOrEqual(1e-6);
          expect(worst(fast.values, exact)).toBeLessThanOrEqual(fast.bound * peak + 1e-13 * peak);
        },
      ),
      { numRuns: 40, seed: 11 },
    );
  });
});

describe("kernel density", () => {
  const grid = square(10_000, 200);
  const inside = { x: [4321.5, 5000, 6100], y: [5210, 4805.25, 4400] };

  test.each([
    { kernel: "gaussian", exact: true },
    { kernel: "gaussian", exact: false },
    { kernel: "quartic", exact: true },
  ])("$kernel (exact: $exact) integrates to the number of incidents away from the edges", async ({ kernel, exact }) => {
    const { values } = await density({ ...inside, grid, bandwidthX: 400, bandwidthY: 600, kernel, exact });
    expect(values.reduce((sum, value) => sum + value, 0) * 50 * 50).toBeCloseTo(3, kernel === "gaussian" ? 5 : 3);
  });

  test("quartic is 3 / (π hx hy) at the incident and 0 from the radius on", async () => {
    const { values } = await density({ x: [225], y: [225], grid: { origin: { x: 0, y: 0 }, cell: 50, columns: 9, rows: 9 }, bandwidthX: 100, bandwidthY: 200, kernel: "quartic" });
    const at = (column: number, row: number): number => values[row * 9 + column];
    expect(at(4, 4)).toBeCloseTo(3 / (Math.PI * 100 * 200), 15);
    expect(at(5, 4)).toBeCloseTo((3 / (Math.PI * 100 * 200)) * (1 - 0.25) ** 2, 15);
    expect(at(6, 4)).toBe(0);
    expect(at(4, 7)).toBeCloseTo((3 / (Math.PI * 100 * 200)) * (1 - 0.5625) ** 2, 15);
    expect(at(4, 8)).toBe(0);
  });

  test("weights count as that many incidents at the place", async () => {
    for (const kernel of ["gaussian", "quartic"]) {
      const once = await density({ x: [5000, 3000], y: [5000, 3000], weight: [3, 1], grid, bandwidthX: 700, bandwidthY: 700, kernel });
      const thrice = await density({ x: [5000, 5000, 5000, 3000], y: [5000, 5000, 5000, 3000], grid, bandwidthX: 700, bandwidthY: 700, kernel });
      expect(worst(once.values, thrice.values)).toBeLessThanOrEqual(1e-12 * once.peak);
    }
  });

  test("says what was done and the peak it reached", async () => {
    const result = await density({ ...inside, grid, bandwidthX: 400, bandwidthY: 400, kernel: "gaussian" });
    expect(result.used).toMatchObject({ kernel: "gaussian", bandwidthX: 400, bandwidthY: 400, incidents: 3 });
    expect(result.peak).toBe(Math.max(...result.values));
  });

  test("of no incidents is zero everywhere", async () => {
    const result = await density({ x: [], y: [], grid: square(1000, 10), bandwidthX: 50, bandwidthY: 50, kernel: "gaussian" });
    expect(result.peak).toBe(0);
    expect(result.bound).toBe(0);
  });

  test("refuses negative weights and columns of different length by name", async () => {
    const ask = { grid: square(1000, 10), bandwidthX: 50, bandwidthY: 50, kernel: "gaussian" };
    await expect(density({ ...ask, x: [1, 2], y: [1, 2], weight: [1, -2] })).rejects.toThrow(/Weight 1 is -2; it must be 0 or more/);
    await expect(density({ ...ask, x: [1, 2], y: [1] })).rejects.toThrow(/x has 2 values and y 1/);
    await expect(density({ ...ask, x: [1], y: [1], bandwidthX: 0 })).rejects.toThrow(/bandwidthX/);
  });
});
