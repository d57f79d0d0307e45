import { describe, expect, it } from "vitest";
import type { Events, Window } from "../../../../core/forecast/events.ts";
import { spaceTimePredict, type SpaceTimePrediction } from "../../../../core/forecast/predict/spaceTimePredict.ts";
import { spaceTimeDensity } from "../../../../core/forecast/kernel/spaceTimeDensity.ts";
import { runJob } from "../../../../core/job.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { drawNormal } from "../../../../core/stats/drawNormal.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface Columns { x: number[]; y: number[]; t: number[] }
interface OracleGrid { x0: number; y0: number; cell: number; nx: number; ny: number }
interface Given { alpha: number[]; beta: number[]; w: number[] }
const events = ({ x, y, t }: Columns): Events => ({ x: Float64Array.from(x), y: Float64Array.from(y), hours: Float64Array.from(t) });
const gridOf = ({ x0, y0, cell, nx, ny }: OracleGrid) => ({ origin: { x: x0, y: y0 }, cell, columns: nx, rows: ny });
const parametersOf = ({ alpha, beta, w }: Given) => ({ alpha, beta, weights: w });
const predict = (params: object): Promise<SpaceTimePrediction> => runJob("spaceTimePredict", spaceTimePredict, params, nodeContext) as Promise<SpaceTimePrediction>;
const worstRelative = (got: Float64Array, expected: readonly number[]): number =>
  expected.reduce((most, want, i) => Math.max(most, Math.abs(got[i] - want) <= 1e-30 ? 0 : Math.abs(got[i] - want) / want), 0);
const worstOfPeak = (got: Float64Array, expected: ArrayLike<number>): number => {
  let most = 0;
  let peak = 0;
  for (let i = 0; i < got.length; i++) {
    most = Math.max(most, Math.abs(got[i] - expected[i]));
    peak = Math.max(peak, expected[i]);
  }
  return most / peak;
};

describe.runIf(haveShared("oracle", "public", "stkde.json"))("the plug-in for a window against numpy and R", () => {
  const fixture = oracle<{ blocks: Columns[]; A: number[][]; params: Given; grid: OracleGrid; windows: { t1: number; t2: number; denominator_probability_of_window: number; density: number[] }[] }>("stkde");
  for (const { t1, t2, density, denominator_probability_of_window } of fixture.windows)
    it(`from ${t1} to ${t2}: exact to 1e-10, the fast way within its bound and 1e-6 of the peak`, async () => {
      const request = { history: fixture.blocks.map(events), adaptation: fixture.A, parameters: parametersOf(fixture.params), grid: gridOf(fixture.grid), window: [t1, t2] };
      const exact = await predict({ ...request, exact: true });
      expect(worstRelative(exact.values, density)).toBeLessThan(1e-10);
      expect(Math.abs(exact.share / denominator_probability_of_window - 1)).toBeLessThan(1e-10);
      expect(exact.bound).toBe(0);
      const fast = await predict(request);
      expect(fast.bound).toBeLessThan(1e-6);
      expect(worstOfPeak(fast.values, density)).toBeLessThan(fast.bound);
    });
});

describe.runIf(haveShared("oracle", "public", "stkde_expert.json"))("with an expert block", () => {
  const fixture = oracle<{ blocks_index_0_is_expert: Columns[]; prelim: { alpha: number[]; w_with_expert: number[] }; params: Given; grid: OracleGrid; variants: { fpAll_Gall: { window: { t1: number; t2: number; density: number[] } } } }>("stkde_expert");
  it("A is computed from the preliminary values over all blocks, and the density agrees", async () => {
    const [expert, ...history] = fixture.blocks_index_0_is_expert.map(events);
    const { t1, t2, density } = fixture.variants.fpAll_Gall.window;
    const preliminary = { alpha: fixture.prelim.alpha, beta: [0, 0, 0], weights: fixture.prelim.w_with_expert };
    const request = { history, expert, preliminary, parameters: parametersOf(fixture.params), grid: gridOf(fixture.grid), window: [t1, t2] };
    expect(worstRelative((await predict({ ...request, exact: true })).values, density)).toBeLessThan(1e-10);
    expect(worstOfPeak((await predict(request)).values, density)).toBeLessThan(1e-6);
  });
});

describe.runIf(haveShared("oracle", "public", "posterior_predictive.json"))("the full integral over 50 draws", () => {
  interface Fixture { blocks_index_0_is_expert: Columns[]; A: number[][]; draws: Given[]; draw_mean: Given; grid: OracleGrid; at_times: { t: number; f_eq22: number[]; f_eq23_at_mean: number[] }[]; windows: { t1: number; t2: number; density_ratio_of_averages: number[]; P_window_eq22: number; density_eq25_at_mean: number[] }[] }
  const fixture = oracle<Fixture>("posterior_predictive");
  const [expert, ...history] = fixture.blocks_index_0_is_expert.map(events);
  const base = { history, expert, adaptation: fixture.A, grid: gridOf(fixture.grid) };
  for (const { t, f_eq22, f_eq23_at_mean } of fixture.at_times)
    it(`(22) at ${t} hours is the mean of the draws' densities, (23) the density at their mean`, () => {
      const { origin, cell, columns, rows } = base.grid;
      const centres = Array.from({ length: columns * rows }, (_, k) => [origin.x + ((k % columns) + 0.5) * cell, origin.y + (Math.floor(k / columns) + 0.5) * cell]);
      const points = { x: Float64Array.from(centres, ([x]) => x), y: Float64Array.from(centres, ([, y]) => y), hours: new Float64Array(centres.length).fill(t) };
      const adaptation = fixture.A.map((a) => Float64Array.from(a));
      const at = (draw: Given): Float64Array => spaceTimeDensity([expert, ...history], adaptation, parametersOf(draw), points);
      const all = fixture.draws.map(at);
      expect(worstRelative(points.x.map((_, k) => all.reduce((sum, values) => sum + values[k], 0) / all.length), f_eq22)).toBeLessThan(1e-10);
      expect(worstRelative(at(fixture.draw_mean), f_eq23_at_mean)).toBeLessThan(1e-10);
    });
  for (const { t1, t2, density_ratio_of_averages, P_window_eq22, density_eq25_at_mean } of fixture.windows)
    it(`averages numerator and denominator separately, from ${t1} to ${t2}`, async () => {
      const request = { ...base, draws: fixture.draws.map(parametersOf), window: [t1, t2] };
      const exact = await predict({ ...request, exact: true });
      expect(worstRelative(exact.values, density_ratio_of_averages)).toBeLessThan(1e-10);
      expect(Math.abs(exact.share / P_window_eq22 - 1)).toBeLessThan(1e-10);
      const fast = await predict(request);
      expect(worstOfPeak(fast.values, density_ratio_of_averages)).toBeLessThan(Math.min(fast.bound, 1e-6));
      const plugIn = await predict({ ...base, parameters: parametersOf(fixture.draw_mean), window: [t1, t2], exact: true });
      expect(worstRelative(plugIn.values, density_eq25_at_mean)).toBeLessThan(1e-10);
    });
});

describe("the fast way", () => {
  const random = createRandom("fast surfaces");
  const town = (n: number): Events => {
    const x = new Float64Array(n);
    const y = new Float64Array(n);
    const hours = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const wide = random.uniform() < 0.3;
      x[i] = wide ? 9000 * random.uniform() - 500 : 3000 + 300 * drawNormal(random);
      y[i] = wide ? 8000 * random.uniform() - 500 : 4000 + 200 * drawNormal(random);
      hours[i] = 24 * random.uniform();
    }
    return { x, y, hours };
  };
  const history = Array.from({ length: 5 }, () => town(300));
  const adaptation = history.map(({ x }) => x.map(() => Math.exp(4 * random.uniform() - 3.5)));
  const grid = { origin: { x: 0, y: 0 }, cell: 180, columns: 43, rows: 39 };
  const draw = () => {
    const weights = Array.from({ length: 5 }, () => -Math.log(1 - random.uniform()));
    const sum = weights.reduce((a, b) => a + b, 0);
    return {
      alpha: [Math.exp(0.2 * drawNormal(random)) / 150, Math.exp(0.2 * drawNormal(random)) / 220, 0.5 + 2 * random.uniform()],
      beta: [0.6 + 0.3 * random.uniform(), 0.4 + 0.5 * random.uniform(), 0.4 * random.uniform()],
      weights: weights.map((w) => w / sum),
    };
  };
  for (const [name, draws, windows] of [
    ["with draws that differ much", Array.from({ length: 12 }, draw), [[20, 24], [22, 3], [0, 24]]],
    ["for one draw", [draw()], [[4, 8]]],
    ["for places only", [draw(), draw()].map((d) => ({ ...d, alpha: [d.alpha[0], d.alpha[1], 0] })), [[4, 8]]],
    ["with bandwidths far below a cell", [draw(), draw(), draw()].map((d) => ({ ...d, alpha: [0.5, 0.3, 1] })), [[0, 24]]],
    ["with bandwidths as wide as the town", [draw(), draw(), draw()].map((d) => ({ ...d, alpha: [1 / 3000, 1 / 900, 1] })), [[12, 16]]],
  ] as const)
    it(`keeps its bound, and the bound is under 1e-6 of the peak, ${name}`, async () => {
      for (const window of windows) {
        const request = { history, adaptation, draws, grid, window: [...window] };
        const exact = await predict({ ...request, exact: true });
        const fast = await predict(request);
        expect(fast.bound).toBeLessThan(1e-6);
        expect(worstOfPeak(fast.values, exact.values)).toBeLessThan(fast.bound);
        expect(Math.abs(fast.share - exact.share)).toBeLessThan(1e-7);
      }
    });
  it("integrates to one over a plane that holds all of it", async () => {
    const whole = { origin: { x: -16_000, y: -16_000 }, cell: 200, columns: 200, rows: 200 };
    const window: Window = [8, 12];
    const { values } = await predict({ history, adaptation, draws: [draw(), draw()], grid: whole, window });
    expect(values.reduce((a, b) => a + b, 0) * 200 * 200).toBeCloseTo(1, 3);
  });
  it("leaves an empty block out and gives its weight to the others", async () => {
    const parameters = draw();
    const empty = { x: new Float64Array(0), y: new Float64Array(0), hours: new Float64Array(0) };
    const request = { grid, window: [0, 24], exact: true };
    const with0 = await predict({ ...request, history: [...history, empty], adaptation: [...adaptation, new Float64Array(0)], parameters: { ...parameters, weights: [...parameters.weights.map((w) => w * 0.8), 0.2] } });
    const without = await predict({ ...request, history, adaptation, parameters });
    expect(worstOfPeak(with0.values, without.values)).toBeLessThan(1e-12);
  });
  it("refuses weights that do not fit the blocks, and no parameters at all", async () => {
    await expect(predict({ history, adaptation, grid, window: [0, 4], parameters: { ...draw(), weights: [1] } })).rejects.toThrow(/1 weights and there are 5 blocks/);
    await expect(predict({ history, adaptation, grid, window: [0, 4] })).rejects.toThrow(/neither draws nor parameters/);
  });
});
