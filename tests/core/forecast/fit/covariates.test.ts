import { describe, expect, it } from "vitest";
import { createAllocationSampler } from "../../../../core/forecast/fit/allocationSampler.ts";
import { covariateKernel, type Covariate } from "../../../../core/forecast/covariates.ts";
import { eventColumns } from "../../../../core/forecast/kernel/eventColumns.ts";
import type { Events } from "../../../../core/forecast/events.ts";
import type { Fit } from "../../../../core/forecast/forecast.ts";
import { spaceTimeFit } from "../../../../core/forecast/fit/spaceTimeFit.ts";
import { spaceTimePredict, type SpaceTimePrediction } from "../../../../core/forecast/predict/spaceTimePredict.ts";
import { vonMisesWindow } from "../../../../core/forecast/kernel/vonMises.ts";
import { runJob } from "../../../../core/job.ts";
import { drawNormal } from "../../../../core/stats/drawNormal.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const COVARIATES: Covariate[] = [{ kind: "categorical", name: "holiday", levels: 2 }, { kind: "continuous", name: "temperature" }];
const random = createRandom("covariates");
/** On holidays crime is in the east, else in the west, where `split`; warm days north, cold south. */
function town(n: number, split: boolean): Events {
  const holiday = Float64Array.from({ length: n }, () => random.integer(2));
  const temperature = Float64Array.from({ length: n }, () => 30 * random.uniform());
  return {
    x: holiday.map((h) => (split ? 3000 * h : 1500) + 400 * drawNormal(random)),
    y: temperature.map((t) => (split ? 100 * t : 1500) + 400 * drawNormal(random)),
    hours: Float64Array.from({ length: n }, () => 24 * random.uniform()),
    z: [holiday, temperature],
  };
}
const fit = (params: object): Promise<Fit> => runJob("spaceTimeFit", spaceTimeFit, params, nodeContext);
const predict = (params: object): Promise<SpaceTimePrediction> => runJob("spaceTimePredict", spaceTimePredict, params, nodeContext);
const sampling = { adaptive: true, chains: 2, warmup: 80, draws: 120, seed: 3, covariates: COVARIATES };

describe("covariates", () => {
  it("the kernels are densities: over levels they add up to one, over values they integrate to one", () => {
    const three: Covariate = { kind: "categorical", name: "c", levels: 3 };
    expect(covariateKernel(three, [0.4, 0], 0, 1) + 2 * covariateKernel(three, [0.4, 0], 1, 1)).toBeCloseTo(1, 15);
    let sum = 0;
    for (let d = -60; d < 60; d += 0.01) sum += 0.01 * covariateKernel(COVARIATES[1], [0.3, 0.7], d, 1.8);
    expect(sum).toBeCloseTo(1, 10);
  });
  it("the density for given values is (35) over its integral, summed by hand", async () => {
    const history = [town(30, true), town(25, true)];
    const adaptation = history.map(({ x }) => x.map(() => Math.exp(drawNormal(random))));
    const parameters = { alpha: [1 / 300, 1 / 250, 1.2], beta: [0.5, 0.4, 0.1], weights: [0.3, 0.7], covariates: [[0.2, 0], [0.15, 0.3]] as [number, number][] };
    const grid = { origin: { x: 0, y: 0 }, cell: 500, columns: 6, rows: 7 };
    const request = { history, adaptation, parameters, grid, window: [20, 2], covariates: COVARIATES, at: [1, 12.5] };
    const point = { x: 1250, y: 2750 };
    let numerator = 0;
    let denominator = 0;
    history.forEach(({ x, y, hours, z }, i) =>
      x.forEach((_, j) => {
        const a = adaptation[i][j];
        const [i1, i2] = [parameters.alpha[0] * a ** 0.5, parameters.alpha[1] * a ** 0.4];
        const kernels = covariateKernel(COVARIATES[0], [0.2, 0], 1 - (z?.[0][j] ?? 0), a) * covariateKernel(COVARIATES[1], [0.15, 0.3], 12.5 - (z?.[1][j] ?? 0), a);
        const share = (parameters.weights[i] / x.length) * kernels * vonMisesWindow((1.2 * a ** 0.1) ** 2, hours[j], [20, 2]);
        denominator += share;
        numerator += ((share * i1 * i2) / (2 * Math.PI)) * Math.exp(-0.5 * (((point.x - x[j]) * i1) ** 2 + ((point.y - y[j]) * i2) ** 2));
      }),
    );
    const cell = 5 * grid.columns + 2;
    expect((await predict({ ...request, exact: true })).values[cell] / (numerator / denominator)).toBeCloseTo(1, 12);
    const fast = await predict(request);
    expect(Math.abs(fast.values[cell] - numerator / denominator)).toBeLessThan(1e-6 * fast.peak);
  });
  it("allocations drawn with the index are those of brute force", () => {
    const blocks = [town(300, true), town(200, true)];
    const latest = town(60, true);
    const columns = eventColumns(blocks);
    const logA = Float64Array.from({ length: columns.count }, () => 0.7 * drawNormal(random));
    const sampler = createAllocationSampler(columns, logA, latest, COVARIATES);
    const check = createAllocationSampler(columns, logA, latest, COVARIATES);
    const chosen = new Int32Array(60);
    const expected = new Int32Array(60);
    for (let sweep = 0; sweep < 60; sweep++) {
      const parameters = { alpha: [1 / (60 + 80 * random.uniform()), 1 / 100, 1.5], beta: [0.4, 0.5, 0.1], weights: [0.4, 0.6], covariates: [[0.5 * random.uniform(), 0], [0.1 + 0.2 * random.uniform(), 0.4]] as [number, number][] };
      const uniforms = Float64Array.from(chosen, () => random.uniform());
      sampler.draw(parameters, uniforms, chosen);
      check.drawFromAll(parameters, uniforms, expected);
      expect(Array.from(chosen)).toEqual(Array.from(expected));
    }
  });
  it("the fit finds that a covariate tells the place, and that another does not", async () => {
    const tells = await fit({ ...sampling, history: [town(150, true), town(150, true)], latest: town(120, true) });
    const not = await fit({ ...sampling, history: [town(150, false), town(150, false)], latest: town(120, false) });
    // λ: 0 = only the same level counts, ½ = both alike.
    expect(tells.covariates[0].mean).toBeLessThan(0.1);
    expect(not.covariates[0].mean).toBeGreaterThan(0.3);
  });
  it("a forecast for a holiday lies in the east, for a working day in the west", async () => {
    const history = [town(150, true), town(150, true)];
    const { draws } = await fit({ ...sampling, history, latest: town(120, true), covariates: COVARIATES });
    const grid = { origin: { x: -1500, y: -1500 }, cell: 500, columns: 12, rows: 12 };
    const eastern = async (holiday: number): Promise<number> => {
      const { values } = await predict({ history, draws, grid, window: [0, 24], covariates: COVARIATES, at: [holiday, 15] });
      const all = values.reduce((a, b) => a + b, 0);
      return values.reduce((sum, value, cell) => sum + (cell % 12 >= 6 ? value : 0), 0) / all;
    };
    expect(await eastern(1)).toBeGreaterThan(0.8);
    expect(await eastern(0)).toBeLessThan(0.2);
  });
  it("refuses a level out of range and a missing column, saying which", async () => {
    const latest = town(20, true);
    await expect(fit({ ...sampling, history: [town(20, true)], latest: { ...latest, z: [latest.x.map(() => 2), latest.x] } })).rejects.toThrow(/"holiday" = 2; levels are whole numbers from 0 to 1/);
    await expect(fit({ ...sampling, history: [town(20, true)], latest: { ...latest, z: undefined } })).rejects.toThrow(/no values of the covariate "holiday"/);
  });
});
