// Simulation-based calibration (Talts et al. 2018): the rank of the true value among posterior draws is uniform if and only if
// the sampler samples the posterior. α has a flat prior without end, so that no α can be drawn from it; the posterior under a
// flat prior on an interval is the sampler's restricted to that interval: draws outside are left out.

import { describe, expect, it } from "vitest";
import type { Events } from "../../../../core/forecast/events.ts";
import { parameterColumns } from "../../../../core/forecast/fit/diagnostics.ts";
import type { Parameters } from "../../../../core/forecast/forecast.ts";
import { spaceTimeFit } from "../../../../core/forecast/fit/spaceTimeFit.ts";
import { drawGamma } from "../../../../core/stats/drawGamma.ts";
import { drawNormal } from "../../../../core/stats/drawNormal.ts";
import { createRandom, type Random } from "../../../../core/stats/random.ts";
import { LONG } from "../../../support/long.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { runJob } from "../../../../core/job.ts";

const REPLICATES = LONG ? 300 : 100;
const BINS = 10;
const THIN = 10;
const SIZES = [14, 20, 11];
const LATEST = 36;
/** 1/m, 1/m, and steps of 0.01 per radian. */
const ALPHA = [[1 / 600, 1 / 60], [1 / 800, 1 / 80], [0.3, 4]] as const;

const random = createRandom("calibration");
const history: Events[] = SIZES.map((n) => ({
  x: Float64Array.from({ length: n }, () => 2000 * random.uniform()),
  y: Float64Array.from({ length: n }, () => 2000 * random.uniform()),
  hours: Float64Array.from({ length: n }, () => 24 * random.uniform()),
}));
const adaptation = history.map(({ x }) => x.map(() => Math.exp(1.2 * drawNormal(random))));

function drawPrior(from: Random): Parameters {
  const gammas = SIZES.map(() => drawGamma(from, 1));
  const sum = gammas.reduce((a, b) => a + b, 0);
  const between = ([low, high]: readonly [number, number]): number => low + (high - low) * from.uniform();
  return {
    alpha: [between(ALPHA[0]), between(ALPHA[1]), (Math.round(100 * ALPHA[2][0]) + from.integer(Math.round(100 * (ALPHA[2][1] - ALPHA[2][0])) + 1)) / 100],
    beta: [from.integer(100) / 100, from.integer(100) / 100, from.integer(100) / 100],
    weights: gammas.map((g) => g / sum),
  };
}

function simulate({ alpha, beta, weights }: Parameters, from: Random): Events {
  const one = (): [number, number, number] => {
    let pick = from.uniform();
    const block = Math.max(0, weights.findIndex((w) => (pick -= w) < 0));
    const j = from.integer(SIZES[block]);
    const a = adaptation[block][j];
    const tau = (alpha[2] * a ** beta[2]) ** 2;
    let angle = 0;
    do angle = 2 * Math.PI * from.uniform() - Math.PI;
    while (from.uniform() > Math.exp(tau * (Math.cos(angle) - 1)));
    const hour = history[block].hours[j] + (angle * 12) / Math.PI;
    return [history[block].x[j] + drawNormal(from) / (alpha[0] * a ** beta[0]), history[block].y[j] + drawNormal(from) / (alpha[1] * a ** beta[1]), hour - 24 * Math.floor(hour / 24)];
  };
  const events = Array.from({ length: LATEST }, one);
  return { x: Float64Array.from(events, ([x]) => x), y: Float64Array.from(events, ([, y]) => y), hours: Float64Array.from(events, ([, , t]) => t) };
}

const inside = ({ alpha }: Parameters): boolean => alpha.every((value, i) => value >= ALPHA[i][0] - 1e-12 && value <= ALPHA[i][1] + 1e-12);

describe("the sampler on small problems", () => {
  it("is calibrated: the true value's rank among the draws is uniform for every parameter", async () => {
    const bins = new Map<string, Uint32Array>();
    let used = 0;
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      const from = random.stream(replicate);
      const truth = drawPrior(from);
      const latest = simulate(truth, from);
      const { draws } = await runJob("spaceTimeFit", spaceTimeFit, { history, latest, adaptive: true, adaptation, chains: 1, warmup: 120, draws: 40 * THIN, seed: replicate }, nodeContext);
      const kept = draws.filter((_, i) => i % THIN === 0).filter(inside);
      if (kept.length < 20) continue; // Which data allow that says nothing of the true values given the data.
      used += 1;
      const theirs = new Map(parameterColumns([truth]).map(({ name, values }) => [name, values[0]]));
      for (const { name, values } of parameterColumns(kept)) {
        const value = theirs.get(name) as number;
        // Ties of grid values are broken at random.
        let rank = 0;
        for (const draw of values) if (draw < value - 1e-12 || (Math.abs(draw - value) < 1e-12 && from.uniform() < 0.5)) rank += 1;
        const position = (rank + from.uniform()) / (values.length + 1);
        const counts = bins.get(name) ?? new Uint32Array(BINS);
        counts[Math.min(BINS - 1, Math.floor(position * BINS))] += 1;
        bins.set(name, counts);
      }
    }
    expect(used).toBeGreaterThan(0.6 * REPLICATES);
    // χ² with 9 degrees of freedom is over 31.4 once in 4,000 tests; there are nine.
    for (const [name, counts] of bins) {
      const expected = used / BINS;
      const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect(chiSquared, `${name}: ${Array.from(counts).join(" ")}`).toBeLessThan(31.4);
    }
  }, 600_000);
});
