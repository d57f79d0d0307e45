import { describe, expect, it } from "vitest";
import { createAllocationSampler } from "../../../../core/forecast/fit/allocationSampler.ts";
import { eventColumns } from "../../../../core/forecast/kernel/eventColumns.ts";
import type { Events } from "../../../../core/forecast/events.ts";
import { offsetsOf } from "../../../../core/forecast/fit/gibbsChain.ts";
import { alpha3LogPmf, alphaSum, beta3LogPmf, betaLogPmf, blockCounts, normalised } from "../../../../core/forecast/fit/gibbsConditionals.ts";
import { adaptation } from "../../../../core/forecast/kernel/adaptation.ts";
import { spaceTimeDensity } from "../../../../core/forecast/kernel/spaceTimeDensity.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface Columns { x: number[]; y: number[]; t: number[] }
const events = ({ x, y, t }: Columns): Events => ({ x: Float64Array.from(x), y: Float64Array.from(y), hours: Float64Array.from(t) });
interface Gibbs {
  blocks: Columns[]; latest: Columns; A: number[][];
  preliminary_values_used_for_A: { alpha: number[]; w: number[] };
  conditionals: {
    state: { alpha: number[]; beta: number[]; w: number[]; I_block_1_based: number[]; J_in_block_1_based: number[] };
    step1: { S: number; alpha1_squared_gamma: { shape: number; rate: number } }; step3: { S: number };
    step2_pmf_beta1: number[]; step4_pmf_beta2: number[]; step5_pmf_alpha3: number[]; step6_pmf_beta3: number[];
    step7_dirichlet: number[]; step8: { l_1_based: number; probabilities_by_block: number[][] }[];
    log_likelihood_eq10: number;
  };
}

describe.runIf(haveShared("oracle", "public", "gibbs.json"))("the full conditionals for one fixed state, against numpy and R", () => {
  const fixture = oracle<Gibbs>("gibbs");
  const { conditionals } = fixture;
  const blocks = fixture.blocks.map(events);
  const latest = events(fixture.latest);
  const columns = eventColumns(blocks);
  const logA = Float64Array.from(fixture.A.flat(), Math.log);
  const { alpha, beta, w } = conditionals.state;
  const starts = [0];
  for (const { x } of blocks) starts.push(starts[starts.length - 1] + x.length);
  const chosen = Int32Array.from(conditionals.state.I_block_1_based, (block, l) => starts[block - 1] + conditionals.state.J_in_block_1_based[l] - 1);
  const offsets = offsetsOf(columns, logA, latest, chosen);
  const close = (got: Float64Array, expected: readonly number[]): void => expected.forEach((p, k) => expect(Math.abs(got[k] - p)).toBeLessThan(1e-11));

  it("A agrees", () => {
    const made = adaptation(blocks, { alpha: fixture.preliminary_values_used_for_A.alpha, weights: fixture.preliminary_values_used_for_A.w }, true);
    made.values.forEach((a, i) => a.forEach((value, j) => expect(Math.abs(value / fixture.A[i][j] - 1)).toBeLessThan(1e-9)));
  });
  it("steps 1 and 3: S and the Gamma's shape (n + 1)/2 for the square of α", () => {
    const s1 = alphaSum(offsets.dx2, offsets.logA, beta[0]);
    expect(Math.abs(s1 / conditionals.step1.S - 1)).toBeLessThan(1e-9);
    expect(Math.abs(s1 / 2 / conditionals.step1.alpha1_squared_gamma.rate - 1)).toBeLessThan(1e-9);
    expect((latest.x.length + 1) / 2).toBe(conditionals.step1.alpha1_squared_gamma.shape);
    expect(Math.abs(alphaSum(offsets.dy2, offsets.logA, beta[1]) / conditionals.step3.S - 1)).toBeLessThan(1e-9);
  });
  it("steps 2, 4 and 6: probabilities of β", () => {
    close(normalised(betaLogPmf(offsets.dx2, offsets.logA, alpha[0])), conditionals.step2_pmf_beta1);
    close(normalised(betaLogPmf(offsets.dy2, offsets.logA, alpha[1])), conditionals.step4_pmf_beta2);
    close(normalised(beta3LogPmf(offsets, alpha[2])), conditionals.step6_pmf_beta3);
  });
  it("step 5: probabilities of α₃", () => close(normalised(alpha3LogPmf(offsets, beta[2])), conditionals.step5_pmf_alpha3));
  it("step 7: the Dirichlet's parameters", () => {
    expect(Array.from(blockCounts(chosen, columns.block, blocks.length), (f) => 1 + f)).toEqual(conditionals.step7_dirichlet);
  });
  it("step 8: the probability of every past event", () => {
    const sampler = createAllocationSampler(columns, logA, latest);
    for (const { l_1_based, probabilities_by_block } of conditionals.step8) {
      const got = sampler.probabilities({ alpha, beta, weights: w }, l_1_based - 1);
      // Differences of running sums: 1e-15 absolute.
      probabilities_by_block.flat().forEach((p, j) => expect(Math.abs(got[j] - p)).toBeLessThan(1e-9 * p + 1e-14));
    }
  });
  it("the log likelihood of (10)", () => {
    const density = spaceTimeDensity(blocks, fixture.A.map((a) => Float64Array.from(a)), { alpha, beta, weights: w }, latest);
    const log = density.reduce((sum, f) => sum + Math.log(f), 0);
    expect(Math.abs(log / conditionals.log_likelihood_eq10 - 1)).toBeLessThan(1e-9);
  });
});

describe("allocations", () => {
  const random = createRandom("allocations");
  const town = (n: number): Events => {
    const x = new Float64Array(n);
    const y = new Float64Array(n);
    const hours = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const spread = 50 + 3000 * random.uniform() ** 3;
      x[i] = 20_000 * (random.integer(9) / 9) + spread * (random.uniform() - 0.5);
      y[i] = 20_000 * (random.integer(7) / 7) + spread * (random.uniform() - 0.5);
      hours[i] = 24 * random.uniform();
    }
    // One latest event far from everything: its kernels are smaller than any number.
    x[0] = -90_000;
    return { x, y, hours };
  };
  it("drawn with the index are those of brute force at equal uniform numbers, while the parameters move", () => {
    const blocks = Array.from({ length: 8 }, () => town(250));
    const latest = town(120);
    const columns = eventColumns(blocks);
    const made = adaptation(blocks, { alpha: [1 / 300, 1 / 300, 1], weights: Array(8).fill(1 / 8) });
    const logA = Float64Array.from(made.values.flatMap((a) => Array.from(a, Math.log)));
    const sampler = createAllocationSampler(columns, logA, latest);
    const check = createAllocationSampler(columns, logA, latest);
    const chosen = new Int32Array(120);
    const expected = new Int32Array(120);
    let refined = 0;
    for (let sweep = 0; sweep < 150; sweep++) {
      const jump = sweep % 20 === 0 ? 1 : 0.03;
      const weights = Array.from({ length: 8 }, () => -Math.log(1 - random.uniform()));
      const sum = weights.reduce((a, b) => a + b, 0);
      const parameters = {
        alpha: [(1 / 150) * Math.exp(jump * random.uniform()), (1 / 200) * Math.exp(jump * random.uniform()), sweep === 77 ? 0 : 1 + random.uniform()],
        beta: [0.5 + 0.3 * jump * random.uniform(), 0.6 + 0.3 * jump * random.uniform(), 0.2 * random.uniform()],
        weights: weights.map((v) => v / sum),
      };
      const uniforms = Float64Array.from(chosen, () => random.uniform());
      refined += sampler.draw(parameters, uniforms, chosen);
      check.drawFromAll(parameters, uniforms, expected);
      expect(Array.from(chosen)).toEqual(Array.from(expected));
    }
    expect(refined).toBeLessThan(0.05 * 150 * 120);
  });
});
