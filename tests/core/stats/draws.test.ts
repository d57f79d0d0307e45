// The draws from distributions: moments, exact probabilities and the refusal of impossible parameters.

import { expect, test } from "vitest";

import { drawGamma } from "../../../core/stats/drawGamma.ts";
import { drawNormal } from "../../../core/stats/drawNormal.ts";
import { drawPoisson } from "../../../core/stats/drawPoisson.ts";
import { createRandom } from "../../../core/stats/random.ts";

const N = 200_000;

function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return { mean, variance: values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1) };
}

test("normal draws have the right mean, variance and tails", () => {
  const random = createRandom("normal");
  const values = Array.from({ length: N }, () => drawNormal(random));
  const { mean, variance } = moments(values);
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(N));
  expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / N));
  for (const [z, p] of [[1, 0.158655254], [1.959963985, 0.025], [3, 0.001349898]]) {
    const above = values.filter((v) => v > z).length;
    expect(Math.abs(above - N * p)).toBeLessThan(4 * Math.sqrt(N * p * (1 - p)));
  }
});

test.each([0.3, 1, 2.5, 9.9, 10, 12.3, 40, 700])("Poisson draws with mean %d have its probabilities", (mean) => {
  const random = createRandom("Poisson").stream(mean);
  const observed = new Map<number, number>();
  for (let i = 0; i < N; i++) {
    const k = drawPoisson(random, mean);
    observed.set(k, (observed.get(k) ?? 0) + 1);
  }
  let logP = -mean, chi = 0, classes = 0;
  for (let k = 0; k < mean + 12 * Math.sqrt(mean) + 12; k++) {
    if (k > 0) logP += Math.log(mean / k);
    const expected = N * Math.exp(logP);
    if (expected < 20) continue;
    chi += ((observed.get(k) ?? 0) - expected) ** 2 / expected;
    classes++;
  }
  expect(chi).toBeLessThan(classes + 4 * Math.sqrt(2 * classes));
});

test("Poisson draws of mean 0 are 0, and impossible means are refused", () => {
  expect(drawPoisson(createRandom(1), 0)).toBe(0);
  for (const mean of [-1, Number.NaN, Infinity, 2 ** 32]) expect(() => drawPoisson(createRandom(1), mean)).toThrow(RangeError);
});

test.each([[0.2, 3], [0.9, 1], [1, 2], [4.5, 0.5], [120, 1]])("gamma draws of shape %d and scale %d have their moments", (shape, scale) => {
  const random = createRandom("gamma").stream(shape);
  const { mean, variance } = moments(Array.from({ length: N }, () => drawGamma(random, shape, scale)));
  expect(Math.abs(mean - shape * scale)).toBeLessThan(4 * Math.sqrt((shape * scale ** 2) / N));
  // The variance of a sample variance: σ⁴ (excess kurtosis + 2) / n, with excess kurtosis 6 / shape.
  expect(Math.abs(variance - shape * scale ** 2)).toBeLessThan(4 * shape * scale ** 2 * Math.sqrt((6 / shape + 2) / N));
});

test("gamma draws of shape 1 are exponential", () => {
  const random = createRandom("exponential");
  let above = 0;
  for (let i = 0; i < N; i++) if (drawGamma(random, 1) > 2) above++;
  const p = Math.exp(-2);
  expect(Math.abs(above - N * p)).toBeLessThan(4 * Math.sqrt(N * p * (1 - p)));
});

test("impossible shapes and scales are refused", () => {
  for (const [shape, scale] of [[0, 1], [-1, 1], [1, 0], [Number.NaN, 1], [1, Infinity]]) {
    expect(() => drawGamma(createRandom(1), shape, scale)).toThrow(RangeError);
  }
});
