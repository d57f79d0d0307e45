import { describe, expect, it } from "vitest";
import { selfExcitingFit } from "../../../../core/forecast/selfExciting/selfExcitingFit.ts";
import { selfExcitingPredict } from "../../../../core/forecast/selfExciting/selfExcitingPredict.ts";
import type { SelfExciting, TimedEvents } from "../../../../core/forecast/selfExciting/selfExciting.ts";
import type { Grid } from "../../../../core/geo/types.ts";
import { runJob } from "../../../../core/job.ts";
import { drawNormal } from "../../../../core/stats/drawNormal.ts";
import { drawPoisson } from "../../../../core/stats/drawPoisson.ts";
import { normalCdf } from "../../../../core/stats/normalCdf.ts";
import { createRandom, type Random } from "../../../../core/stats/random.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const context = nodeContext;
const fit = (params: object) => runJob("selfExcitingFit", selfExcitingFit, params, context);
const predict = (params: object) => runJob("selfExcitingPredict", selfExcitingPredict, params, context);

const truth: SelfExciting = { background: 5, offspring: 0.4, decay: 0.15, sd: 60, bandwidth: 400 };
const DAYS = 365;
const CENTRES = [[0, 0, 900], [3000, 1000, 1200], [1500, -2500, 700]] as const;

/** A branching process: background events about three centres, each event with a Poisson number of later ones near by. */
function simulate(random: Random, { background, offspring, decay, sd }: SelfExciting, to = DAYS): TimedEvents & { readonly triggered: number } {
  const all: { x: number; y: number; day: number }[] = [];
  const n = drawPoisson(random, background * to);
  for (let i = 0; i < n; i++) {
    const [x, y, wide] = CENTRES[random.integer(3)];
    all.push({ x: x + wide * drawNormal(random), y: y + wide * drawNormal(random), day: to * random.uniform() });
  }
  for (let i = 0; i < all.length; i++) {
    const parent = all[i];
    for (let k = drawPoisson(random, offspring); k > 0; k--) {
      const day = parent.day - Math.log(1 - random.uniform()) / decay;
      if (day < to) all.push({ x: parent.x + sd * drawNormal(random), y: parent.y + sd * drawNormal(random), day });
    }
  }
  const column = (of: (event: (typeof all)[number]) => number) => Float64Array.from(all, of);
  return { x: column(({ x }) => x), y: column(({ y }) => y), days: column(({ day }) => day), triggered: (all.length - n) / all.length };
}
const historyOf = ({ x, y, days }: TimedEvents): TimedEvents => ({ x, y, days });
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const seOf = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length);

/** The log-likelihood as it is written, every pair counted. */
function logLikelihood({ x, y, days }: TimedEvents, to: number, { background, offspring, decay, sd, bandwidth }: SelfExciting): number {
  const n = x.length;
  const gauss = (i: number, j: number, s: number): number => Math.exp(-((x[i] - x[j]) ** 2 + (y[i] - y[j]) ** 2) / (2 * s * s)) / (2 * Math.PI * s * s);
  const box = (Math.max(...x) - Math.min(...x)) * (Math.max(...y) - Math.min(...y));
  let sum = -background * to;
  for (let i = 0; i < n; i++) {
    let density = 1 / box, excited = 0;
    for (let j = 0; j < n; j++) {
      if (j !== i) density += gauss(i, j, bandwidth);
      if (days[j] < days[i]) excited += offspring * decay * Math.exp(-decay * (days[i] - days[j])) * gauss(i, j, sd);
    }
    sum += Math.log((background * density) / n + excited) - offspring * (1 - Math.exp(-decay * (to - days[i])));
  }
  return sum;
}

describe("selfExcitingFit", () => {
  it("recovers the parameters of simulated branching processes", async () => {
    const runs = [];
    for (let seed = 1; seed <= 10; seed++) {
      const simulated = simulate(createRandom(seed), truth);
      const found = await fit({ history: historyOf(simulated), from: 0, to: DAYS, bandwidths: [300, 400, 600] });
      expect([found.converged, found.sdAtLimit, found.beyond.days < 1e-3, found.beyond.metres < 1e-9]).toEqual([true, false, true, true]);
      expect(Math.abs(found.triggered - simulated.triggered)).toBeLessThan(0.04);
      runs.push(found);
    }
    for (const key of ["background", "offspring", "decay", "sd"] as const) {
      const values = runs.map((run) => run[key]);
      // 2 % for what a background smoothed by 400 m keeps of the true one.
      expect(Math.abs(mean(values) - truth[key]), `${key}: ${mean(values)}`).toBeLessThan(3 * seOf(values) + 0.02 * truth[key]);
      expect(seOf(values), key).toBeLessThan(0.03 * truth[key]);
    }
  });

  it("stands at a maximum of the likelihood as it is written, counted over every pair", async () => {
    const history = historyOf(simulate(createRandom("small"), { ...truth, background: 2 }, 120));
    const found = await fit({ history, from: 0, to: 120, bandwidths: [400], reachDays: 1000, reachMetres: 1e5, tolerance: 1e-9, maxIterations: 5000 });
    const at = (change: Partial<SelfExciting>): number => logLikelihood(history, 120, { ...found, ...change });
    expect(at({})).toBeCloseTo(found.logLikelihood, 3);
    for (const key of ["background", "offspring", "decay", "sd"] as const) {
      for (const factor of [0.98, 1.02]) expect(at({ [key]: found[key] * factor }), `${key} × ${factor}`).toBeLessThan(at({}));
    }
  });

  it("never steps down the likelihood, and ends at the same place from the events in any order", async () => {
    const history = historyOf(simulate(createRandom("steps"), truth, 100));
    const settings = { from: 0, to: 100, bandwidths: [400], reachDays: 30, reachMetres: 800 };
    let before = -Infinity;
    for (let maxIterations = 1; maxIterations <= 12; maxIterations++) {
      const { logLikelihood: now } = await fit({ history, ...settings, maxIterations });
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
    const turned = { x: history.x.toReversed(), y: history.y.toReversed(), days: history.days.toReversed() };
    const [one, other] = [await fit({ history, ...settings }), await fit({ history: turned, ...settings })];
    expect(other.offspring).toBeCloseTo(one.offspring, 8);
    expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 6);
  });

  it("finds next to nothing triggered where nothing is, at the likeliest of the bandwidths; a wrong one would pass for repeats", async () => {
    const history = historyOf(simulate(createRandom("poisson"), { ...truth, offspring: 0, background: 8 }));
    const { offspring, bandwidth, tried } = await fit({ history, from: 0, to: DAYS });
    expect(offspring).toBeLessThan(0.03);
    expect([200, 300, 400]).toContain(bandwidth);
    expect(tried.map((one) => one.bandwidth)).toEqual([100, 150, 200, 300, 400, 600, 800]);
    expect(tried[0].offspring).toBeGreaterThan(0.1);
    expect(tried[6].offspring).toBeGreaterThan(0.1);
  });

  it("stops at the precision of the coordinates where events repeat on the spot, and says so", async () => {
    const random = createRandom("stacked");
    const places = Array.from({ length: 60 }, () => [4000 * random.uniform(), 4000 * random.uniform()]);
    const days = Float64Array.from({ length: 240 }, () => 90 * random.uniform());
    const history = { x: days.map((_, i) => places[i % 60][0]), y: days.map((_, i) => places[i % 60][1]), days };
    expect(await fit({ history, from: 0, to: 90, smallestSd: 15, bandwidths: [500] })).toMatchObject({ sd: 15, sdAtLimit: true });
  });

  it("refuses what is no history", async () => {
    const history = { x: [0, 1], y: [0, 1], days: [1, 2] };
    await expect(fit({ history, from: 0, to: 1.5 })).rejects.toThrow(/day 2.*from 0 to 1.5/);
    await expect(fit({ history: { x: [0], y: [0], days: [1] }, from: 0, to: 2 })).rejects.toThrow(/at least 2/);
    await expect(fit({ history, from: 3, to: 3 })).rejects.toThrow(/end after it begins/);
  });
});

describe("selfExcitingPredict", () => {
  const grid: Grid = { origin: { x: -6000, y: -7500 }, cell: 150, columns: 94, rows: 88 };

  it("spreads as many events over the plane as it expects in all", async () => {
    const history = historyOf(simulate(createRandom("mass"), truth));
    const { values, background, triggered, peak } = await predict({ history, from: 0, to: DAYS, model: truth, span: [DAYS, DAYS + 7], grid });
    const mass = values.reduce((sum, value) => sum + value, 0) * grid.cell ** 2;
    expect(mass / (background + triggered)).toBeCloseTo(1, 3);
    expect(peak).toBe(Math.max(...values));
  });

  it("expects what then happens, all generations counted: two weeks of 150 simulated processes", async () => {
    const coarse: Grid = { origin: { x: -6000, y: -7500 }, cell: 1500, columns: 10, rows: 10 };
    const differences: number[] = [];
    for (let seed = 0; seed < 150; seed++) {
      const { x, y, days } = simulate(createRandom(`predict ${seed}`), truth, 114);
      const past = [...days.keys()].filter((i) => days[i] < 100);
      const take = (column: Float64Array) => Float64Array.from(past, (i) => column[i]);
      const { background, triggered } = await predict({ history: { x: take(x), y: take(y), days: take(days) }, from: 0, to: 100, model: truth, span: [100, 114], grid: coarse });
      differences.push(days.length - past.length - background - triggered);
    }
    expect(Math.abs(mean(differences)), `${mean(differences)} ± ${seOf(differences)}`).toBeLessThan(3 * seOf(differences));
    expect(seOf(differences)).toBeLessThan(2.5);
  });

  it("gives each cell the mean of the density over it, also where a Gaussian is narrower than the cell", async () => {
    const history = { x: [40, 900], y: [70, 900], days: [1, 2] };
    const model = { ...truth, background: 0, sd: 30 };
    const small: Grid = { origin: { x: 0, y: 0 }, cell: 100, columns: 10, rows: 10 };
    const { values } = await predict({ history, from: 0, to: 3, model, span: [3, 3.5], grid: small });
    const { decay, offspring, sd } = model;
    const kappa = decay * (1 - offspring);
    const weight = (day: number): number => (offspring * decay * Math.exp(-decay * (3 - day)) * (1 - Math.exp(-kappa * 0.5))) / kappa;
    const mass = (place: number, from: number): number => normalCdf((from + 100 - place) / sd) - normalCdf((from - place) / sd);
    expect(values[0] * 1e4).toBeCloseTo(weight(1) * mass(40, 0) * mass(70, 0), 10);
    expect(values[11] * 1e4).toBeCloseTo(weight(1) * mass(40, 100) * mass(70, 100), 10);
    expect(values[99] * 1e4).toBeCloseTo(weight(2) * mass(900, 900) ** 2, 10);
  });

  it("refuses a span that begins before the history ends", async () => {
    const history = { x: [0, 1], y: [0, 1], days: [1, 2] };
    await expect(predict({ history, from: 0, to: 3, model: truth, span: [2.5, 4], grid })).rejects.toThrow(/must come after day 3/);
  });
});
