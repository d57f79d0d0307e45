import { describe, expect, it } from "vitest";
import type { Events } from "../../../../core/forecast/events.ts";
import type { Fit, Parameters } from "../../../../core/forecast/forecast.ts";
import { parameterColumns } from "../../../../core/forecast/fit/diagnostics.ts";
import { quantile } from "../../../../core/stats/quantile.ts";
import { spaceTimeFit } from "../../../../core/forecast/fit/spaceTimeFit.ts";
import { runJob } from "../../../../core/job.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { LONG } from "../../../support/long.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface Columns { x: number[]; y: number[]; t: number[] }
const events = ({ x, y, t }: Columns): Events => ({ x: Float64Array.from(x), y: Float64Array.from(y), hours: Float64Array.from(t) });
type Posterior = Record<string, Record<"mean" | "sd" | "q025" | "q975" | "mcse_mean" | "mcse_sd" | "mcse_q025" | "mcse_q975", number>>;

/** Statistic and its Monte-Carlo standard error by 25 batches a chain. */
function withError(values: Float64Array, chains: number, statistic: (part: Float64Array) => number): { value: number; error: number } {
  const size = Math.floor(values.length / (25 * chains));
  const batches = Array.from({ length: 25 * chains }, (_, i) => statistic(values.slice(i * size, (i + 1) * size)));
  const mean = batches.reduce((a, b) => a + b, 0) / batches.length;
  const variance = batches.reduce((sum, b) => sum + (b - mean) ** 2, 0) / (batches.length - 1);
  return { value: statistic(values), error: Math.sqrt(variance / batches.length) };
}
const mean = (v: Float64Array): number => v.reduce((a, b) => a + b, 0) / v.length;
const sd = (v: Float64Array): number => Math.sqrt(v.reduce((sum, x) => sum + (x - mean(v)) ** 2, 0) / (v.length - 1));
const at = (p: number) => (v: Float64Array): number => quantile(v.slice().sort(), p);

/** |difference| ≤ 5 standard errors of both; `slack` in posterior standard deviations more, and one grid step for quantiles. */
function compare(fit: Fit, posterior: Posterior, names: Record<string, string>, slack = 0): void {
  const columns = new Map(parameterColumns(fit.draws).map(({ name, values }) => [name, values]));
  for (const [theirs, expected] of Object.entries(posterior)) {
    const values = columns.get(names[theirs] ?? theirs);
    if (!values) throw new Error(`no draws of ${theirs}`);
    const check = (statistic: (v: Float64Array) => number, want: number, mcse: number, step: number, what: string): void => {
      const { value, error } = withError(values, fit.chains, statistic);
      expect(Math.abs(value - want), `${theirs} ${what}: ${value} against ${want}`).toBeLessThanOrEqual(5 * Math.hypot(mcse, error) + slack * expected.sd + step);
    };
    const step = /beta|alpha3/.test(theirs) ? 0.01 : 0;
    check(mean, expected.mean, expected.mcse_mean, 0, "mean");
    check(sd, expected.sd, expected.mcse_sd, 0, "sd");
    check(at(0.025), expected.q025, expected.mcse_q025, step, "2.5 %");
    check(at(0.975), expected.q975, expected.mcse_q975, step, "97.5 %");
  }
}
const names = (from: number, count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, i) => [`w${from + i}`, `weight${i + 1}`]));
const fit = (params: object): Promise<Fit> => runJob("spaceTimeFit", spaceTimeFit, params, nodeContext) as Promise<Fit>;

describe.runIf(haveShared("oracle", "public", "gibbs.json"))("the sampler against an independent one in numpy", () => {
  interface Fixture { blocks: Columns[]; latest: Columns; A: number[][]; preliminary_run: { posterior: Posterior }; adaptive_run: { posterior: Posterior }; preliminary_values_used_for_A: Parameters }
  const fixture = oracle<Fixture>("gibbs");
  const history = fixture.blocks.map(events);
  const latest = events(fixture.latest);
  const sizes = { chains: 4, warmup: 300, draws: 1200 };
  for (const seed of LONG ? [1, 2, 3] : [1]) {
    it(`the preliminary run has the same posterior (seed ${seed})`, async () => {
      compare(await fit({ history, latest, adaptive: false, ...sizes, seed }), fixture.preliminary_run.posterior, names(1, 8));
    });
    it(`the adaptive run with the same A has the same posterior (seed ${seed})`, async () => {
      compare(await fit({ history, latest, adaptive: true, adaptation: fixture.A, ...sizes, seed }), fixture.adaptive_run.posterior, names(1, 8));
    });
  }
  it("end to end, with its own A, the posterior is the same to 0.15 standard deviations more", async () => {
    const found = await fit({ history, latest, adaptive: true, ...sizes, seed: 11 });
    compare(found, fixture.adaptive_run.posterior, names(1, 8), 0.15);
    expect(found.preliminary?.alpha).toHaveLength(3);
    for (const { rhat } of found.diagnostics) expect(rhat).toBeLessThan(1.02);
  });
});

describe.runIf(haveShared("oracle", "public", "gibbs_expert.json"))("with an expert block", () => {
  interface Fixture { blocks_index_0_is_expert: Columns[]; latest: Columns; A: number[][]; run: { posterior: Posterior } }
  const fixture = oracle<Fixture>("gibbs_expert");
  const [expert, ...history] = fixture.blocks_index_0_is_expert.map(events);
  for (const seed of LONG ? [4, 5] : [4])
    it(`the expert weight and all else have the same posterior (seed ${seed})`, async () => {
      const found = await fit({ history, expert, latest: events(fixture.latest), adaptive: true, adaptation: fixture.A, chains: 4, warmup: 300, draws: 1200, seed });
      compare(found, fixture.run.posterior, names(0, 9));
    });
});

describe("a fit", () => {
  const town = (n: number, shift: number): Events => ({
    x: Float64Array.from({ length: n }, (_, i) => 100 * ((i * 37 + shift) % 23)),
    y: Float64Array.from({ length: n }, (_, i) => 100 * ((i * 53 + shift) % 19)),
    hours: Float64Array.from({ length: n }, (_, i) => (i * 7 + shift) % 24),
  });
  const small = { history: [town(40, 1), town(30, 5)], latest: town(20, 3), adaptive: true, chains: 2, warmup: 20, draws: 20 };
  it("repeats itself with the same seed and not with another", async () => {
    const [a, b, c] = [await fit({ ...small, seed: 1 }), await fit({ ...small, seed: 1 }), await fit({ ...small, seed: 2 })];
    expect(a).toEqual(b);
    expect(a.alpha).not.toEqual(c.alpha);
  });
  it("gives an empty block no weight, and the others all of it", async () => {
    const found = await fit({ ...small, history: [town(40, 1), town(0, 0), town(30, 5)], seed: 1 });
    expect(found.weights[1].mean).toBe(0);
    expect(found.weights[0].mean + found.weights[2].mean).toBeCloseTo(1, 12);
  });
  it("of places only leaves time out", async () => {
    const found = await fit({ ...small, spatial: true, seed: 1 });
    expect(found.alpha[2]).toEqual({ mean: 0, sd: 0, q025: 0, q975: 0 });
    expect(found.beta[2].mean).toBe(0);
  });
  it("of latest events at exactly the places of past ones still has numbers", async () => {
    const found = await fit({ ...small, latest: { ...small.history[1], x: small.history[1].x.slice(), y: small.history[1].y.slice() }, seed: 1 });
    for (const summary of [...found.alpha, ...found.beta, ...found.weights]) expect(Number.isFinite(summary.mean)).toBe(true);
  });
  it("refuses an hour of 25, columns of two lengths, and blocks without events, saying what to do", async () => {
    const wrong = (patch: object, says: RegExp) => expect(fit({ ...small, seed: 1, ...patch })).rejects.toThrow(says);
    await wrong({ latest: { ...town(5, 1), hours: Float64Array.of(1, 2, 25, 4, 5) } }, /event 3 is at hour 25; an hour of the day is 0 to 24/);
    await wrong({ latest: { ...town(5, 1), y: Float64Array.of(1) } }, /5 x, 1 y and 5 hours/);
    await wrong({ history: [town(0, 0)] }, /hold no event/);
    await wrong({ latest: town(1, 1) }, /holds 1 events; a fit takes 2 or more/);
  });
});
