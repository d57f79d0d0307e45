import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countCells, dispersionDerivatives, logLikelihood, overdispersion } from "../../../../core/stats/counts/negativeBinomial.ts";
import { logGamma } from "../../../../core/stats/logGamma.ts";

const sample = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.double({ min: 0.05, max: 20, noNaN: true })), { minLength: 1, maxLength: 12 });
const theta = fc.double({ min: 0.05, max: 50, noNaN: true });
/** Each row a cell of its own. */
const apart = (pairs: readonly (readonly [y: number, mu: number])[]) => {
  const y = Float64Array.from(pairs, ([value]) => value), mu = Float64Array.from(pairs, ([, mean]) => mean);
  return { y, mu, logMu: mu.map(Math.log), cells: countCells(y, Uint32Array.from(y.keys()), y.length) };
};

describe("the likelihood of counts", () => {
  test("is that of the gamma functions, and of each row twice is twice as much", () => {
    fc.assert(
      fc.property(sample, theta, (pairs, t) => {
        const { logMu, mu, cells } = apart(pairs);
        const expected = pairs.reduce((sum, [k, m]) => sum + logGamma(k + t) - logGamma(t) - logGamma(k + 1) + t * Math.log(t / (t + m)) + k * Math.log(m / (t + m)), 0);
        expect(logLikelihood(cells, logMu, mu, t)).toBeCloseTo(expected, 8);
        const twice = countCells(Float64Array.from([...pairs, ...pairs], ([k]) => k), Uint32Array.from([...pairs.keys(), ...pairs.keys()]), pairs.length);
        expect(logLikelihood(twice, logMu, mu, t)).toBeCloseTo(2 * expected, 8);
      }),
    );
  });

  test("comes to a Poisson's as θ grows", () => {
    fc.assert(
      fc.property(sample, (pairs) => {
        const { logMu, mu, cells } = apart(pairs);
        const poisson = logLikelihood(cells, logMu, mu, null);
        expect(poisson).toBeCloseTo(pairs.reduce((sum, [k, m]) => sum + k * Math.log(m) - m - logGamma(k + 1), 0), 8);
        expect(Math.abs(logLikelihood(cells, logMu, mu, 1e9) - poisson)).toBeLessThan(1e-4);
        // To first order in 1/θ by half the overdispersion.
        expect(1e7 * (logLikelihood(cells, logMu, mu, 1e7) - poisson)).toBeCloseTo(overdispersion(cells, mu) / 2, 0);
      }),
    );
  });

  test("has the derivatives in ln θ that small steps have", () => {
    fc.assert(
      fc.property(sample, theta, (pairs, t) => {
        const { logMu, mu, cells } = apart(pairs);
        const at = (step: number): number => logLikelihood(cells, logMu, mu, t * Math.exp(step));
        const [slope, curvature] = dispersionDerivatives(cells, mu, t);
        expect(Math.abs(slope - (at(1e-5) - at(-1e-5)) / 2e-5)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
        expect(Math.abs(curvature - (at(1e-3) - 2 * at(0) + at(-1e-3)) / 1e-6)).toBeLessThan(1e-3 * (1 + Math.abs(curvature)));
      }),
    );
  });
});
