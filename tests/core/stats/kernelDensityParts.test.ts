// The parts of the fast density: spline, corrected kernel, bands, nodes, merging of coincident incidents.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeStacks } from "../../../core/geo/mergeStacks.ts";
import { acrossRows, alongRows, bandWindow, makeBand } from "../../../core/stats/band.ts";
import { nodesServe, spreadNodes } from "../../../core/stats/densityPlan.ts";
import { correctedGaussian, splineAt, splineWeights } from "../../../core/stats/densitySpline.ts";
import { spreadIncidents } from "../../../core/stats/spreadDensity.ts";
import { nodeContext } from "../../support/nodeContext.ts";

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe("the quintic spline", () => {
  test("has weights ≥ 0 that sum to 1 and average to the position", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (fraction) => {
        const weights = new Float64Array(6);
        splineWeights(fraction, weights);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
        expect(sum(weights)).toBeCloseTo(1, 14);
        expect(sum(weights.map((w, k) => w * (k - 2)))).toBeCloseTo(fraction, 13);
      }),
    );
  });

  test("is 66/120, 26/120, 1/120 at its nodes and 0 from three spacings on", () => {
    expect([0, 1, -1, 2, 3, -3.5].map((t) => splineAt(t) * 120)).toEqual([66, 26, 26, 1, 0, 0].map((v) => expect.closeTo(v, 12)));
  });
});

test("the corrected kernel is the Gaussian itself where no spline needs correcting", () => {
  const kernel = correctedGaussian(300, []);
  for (const u of [0, 100, 777, 1800]) expect(kernel(u)).toBeCloseTo(Math.exp(-0.5 * (u / 300) ** 2) / (Math.sqrt(2 * Math.PI) * 300), 15);
});

test("spreading keeps the mass, also in parts", () => {
  const nodes = { origin: { x: 0, y: 0 }, spacingX: 10, spacingY: 20, columns: 30, rows: 20 };
  const x = Float64Array.of(50, 101.5, 199);
  const y = Float64Array.of(60, 111.25, 299);
  const weight = Float64Array.of(1, 2.5, 0);
  const whole = spreadIncidents(x, y, weight, nodes, nodeContext);
  expect(sum(whole)).toBeCloseTo(3.5, 12);
  const first = spreadIncidents(x.slice(0, 1), y.slice(0, 1), weight.slice(0, 1), nodes, nodeContext);
  const rest = spreadIncidents(x.slice(1), y.slice(1), weight.slice(1), nodes, nodeContext);
  whole.forEach((mass, i) => expect(first[i] + rest[i]).toBeCloseTo(mass, 14));
});

test("nodes planned for a range serve that range and nothing finer or wider", () => {
  const grid = { origin: { x: 0, y: 0 }, cell: 50, columns: 100, rows: 80 };
  const incidents = { minX: -9000, minY: -9000, maxX: 9000, maxY: 9000 };
  const nodes = spreadNodes(grid, incidents, { smallestX: 200, smallestY: 200, largestX: 800, largestY: 800 });
  const serves = (h: number): boolean => nodesServe(nodes, grid, incidents, h, h);
  expect([199, 200, 500, 800, 900].map(serves)).toEqual([false, true, true, true, false]);
});

describe("bands", () => {
  const band = makeBand(7, 9, 3, (i) => i, (i, k) => 1 + i + 10 * k);
  const input = Float64Array.from({ length: 9 * 9 }, (_, i) => ((i * 7) % 11) - 5);
  const entry = (i: number, k: number): number => (k >= band.first[i] && k < band.first[i] + 3 ? 1 + i + 10 * k : 0);

  test("act as the matrix they stand for, along rows and across them", () => {
    const along = alongRows(band, input, 9);
    const across = acrossRows(band, input, 9);
    for (let row = 0; row < 9; row++) {
      for (let i = 0; i < 7; i++) {
        const expectedAlong = sum(Array.from({ length: 9 }, (_, k) => entry(i, k) * input[row * 9 + k]));
        const expectedAcross = sum(Array.from({ length: 9 }, (_, k) => entry(i, k) * input[k * 9 + row]));
        expect(along[row * 7 + i]).toBeCloseTo(expectedAlong, 9);
        expect(across[i * 9 + row]).toBeCloseTo(expectedAcross, 9);
      }
    }
  });

  test("a window makes the same outputs from the inputs it names", () => {
    const { band: part, inputFrom, inputTo } = bandWindow(band, 2, 5);
    const whole = acrossRows(band, input, 9);
    expect([...acrossRows(part, input.subarray(inputFrom * 9, inputTo * 9), 9)]).toEqual([...whole.subarray(2 * 9, 5 * 9)]);
  });
});

test("coincident incidents merge into one with their weights, and only those", () => {
  const merged = mergeStacks(Float64Array.of(1, 2, 1, -0, 0, 1), Float64Array.of(5, 5, 5, 0, 0, 5.0000001), Float64Array.of(1, 2, 3, 4, 5, 6));
  expect([...merged.x]).toEqual([1, 2, 0, 1]);
  expect([...merged.weight]).toEqual([4, 2, 9, 6]);
});
