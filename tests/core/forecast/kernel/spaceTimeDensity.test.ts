import { describe, expect, it } from "vitest";
import { adaptation } from "../../../../core/forecast/kernel/adaptation.ts";
import type { Events } from "../../../../core/forecast/events.ts";
import { spaceTimeDensity } from "../../../../core/forecast/kernel/spaceTimeDensity.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface Columns { x: number[]; y: number[]; t: number[] }
const events = ({ x, y, t }: Columns): Events => ({ x: Float64Array.from(x), y: Float64Array.from(y), hours: Float64Array.from(t) });
const worst = (got: Float64Array, expected: readonly number[]): number =>
  expected.reduce((most, want, i) => Math.max(most, Math.abs(got[i] - want) / Math.max(1e-20, Math.abs(want))), 0);
const ones = (blocks: readonly Events[]): Float64Array[] => blocks.map(({ x }) => new Float64Array(x.length).fill(1));

interface Stkde {
  blocks: Columns[];
  prelim: { alpha: number[]; w: number[] };
  params: { alpha: number[]; beta: number[]; w: number[] };
  f_p_at_data: number[][]; G: number; A: number[][];
  diagnostics_wrong: { f_p_leave_one_out: number[][]; f_p_unweighted: number[][] };
  eval: Columns & { f_adaptive: number[]; f_fixed_beta0: number[]; f_beta1: number[]; f_preliminary: number[]; f_spatial_only: number[] };
  A_spatial_only: number[][];
}
describe.runIf(haveShared("oracle", "public", "stkde.json"))("the block-weighted adaptive density against brute force in numpy and R", () => {
  const fixture = oracle<Stkde>("stkde");
  const blocks = fixture.blocks.map(events);
  const made = adaptation(blocks, { alpha: fixture.prelim.alpha, weights: fixture.prelim.w }, true);
  const at = (beta: number[]): Float64Array => spaceTimeDensity(blocks, made.values, { alpha: fixture.params.alpha, beta, weights: fixture.params.w }, events(fixture.eval));

  it("the preliminary density at the events has the own kernel and the block weights in it", () => {
    fixture.f_p_at_data.forEach((expected, i) => expect(worst(made.preliminary[i], expected)).toBeLessThan(1e-10));
    expect(worst(made.preliminary[0], fixture.diagnostics_wrong.f_p_leave_one_out[0])).toBeGreaterThan(1e-3);
    expect(worst(made.preliminary[0], fixture.diagnostics_wrong.f_p_unweighted[0])).toBeGreaterThan(1e-3);
  });
  it("A is that over its geometric mean", () => {
    expect(Math.abs(made.geometricMean / fixture.G - 1)).toBeLessThan(1e-10);
    fixture.A.forEach((expected, i) => expect(worst(made.values[i], expected)).toBeLessThan(1e-10));
  });
  it("the density agrees with β as fitted, 0 and 1, and with the preliminary one", () => {
    expect(worst(at(fixture.params.beta), fixture.eval.f_adaptive)).toBeLessThan(1e-10);
    expect(worst(at([0, 0, 0]), fixture.eval.f_fixed_beta0)).toBeLessThan(1e-10);
    expect(worst(at([1, 1, 1]), fixture.eval.f_beta1)).toBeLessThan(1e-10);
    const preliminary = spaceTimeDensity(blocks, ones(blocks), { alpha: fixture.prelim.alpha, beta: [0, 0, 0], weights: fixture.prelim.w }, events(fixture.eval));
    expect(worst(preliminary, fixture.eval.f_preliminary)).toBeLessThan(1e-10);
  });
  it("places only, with α₃ = 0: A has no time in it, and the density is 24 hours of the uniform one", () => {
    const [alpha1, alpha2] = fixture.prelim.alpha;
    const spatial = adaptation(blocks, { alpha: [alpha1, alpha2, 0], weights: fixture.prelim.w }, true);
    fixture.A_spatial_only.forEach((expected, i) => expect(worst(spatial.values[i], expected)).toBeLessThan(1e-10));
    const [a1, a2] = fixture.params.alpha;
    const parameters = { alpha: [a1, a2, 0], beta: fixture.params.beta, weights: fixture.params.w };
    const density = spaceTimeDensity(blocks, spatial.values, parameters, events(fixture.eval)).map((f) => 24 * f);
    expect(worst(density, fixture.eval.f_spatial_only)).toBeLessThan(1e-10);
  });
  it("A made the fast way differs by less than 1e-9", () => {
    const fast = adaptation(blocks, { alpha: fixture.prelim.alpha, weights: fixture.prelim.w });
    fixture.A.forEach((expected, i) => expect(worst(fast.values[i], expected)).toBeLessThan(1e-9));
  });
});

interface Expert {
  blocks_index_0_is_expert: Columns[];
  prelim: { alpha: number[]; w_with_expert: number[] };
  params: { alpha: number[]; beta: number[]; w: number[] };
  eval: Columns;
  variants: { fpAll_Gall: { G: number; A: number[][]; f: number[] } };
}
describe.runIf(haveShared("oracle", "public", "stkde_expert.json"))("with an expert block", () => {
  const fixture = oracle<Expert>("stkde_expert");
  const blocks = fixture.blocks_index_0_is_expert.map(events);
  const made = adaptation(blocks, { alpha: fixture.prelim.alpha, weights: fixture.prelim.w_with_expert }, true);
  it("A takes kernels and mean over all events, the expert's too", () => {
    expect(Math.abs(made.geometricMean / fixture.variants.fpAll_Gall.G - 1)).toBeLessThan(1e-10);
    fixture.variants.fpAll_Gall.A.forEach((expected, i) => expect(worst(made.values[i], expected)).toBeLessThan(1e-10));
  });
  it("the density of (19) agrees", () => {
    const { alpha, beta, w } = fixture.params;
    expect(worst(spaceTimeDensity(blocks, made.values, { alpha, beta, weights: w }, events(fixture.eval)), fixture.variants.fpAll_Gall.f)).toBeLessThan(1e-10);
  });
});
