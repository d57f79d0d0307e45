import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../core/stats/random.ts";
import { drawnRandomisation } from "../../../../core/trial/randomisation/drawnRandomisation.ts";
import { exactRandomisation } from "../../../../core/trial/randomisation/exactRandomisation.ts";
import { randomisedBlocks } from "../../../../core/trial/randomisation/randomisedBlocks.ts";
import { testRandomisation } from "../../../../core/trial/randomisation/randomisationResult.ts";
import { statisticColumns } from "../../../../core/trial/randomisation/statisticColumns.ts";
import { observedSum, type ValueBlock, valueBlocks } from "../../../../core/trial/randomisation/valueBlocks.ts";
import { blocksOf } from "../../../../core/trial/schedule/blocks.ts";
import { haveShared, oracle } from "../../../support/shared.ts";
import { everySum } from "./everyAssignment.ts";
import { inventedTrial, THAMES_VALLEY } from "./inventedTrial.ts";

interface Expected {
  readonly p_two_sided: number;
  readonly p_less: number;
  readonly p_greater: number;
}
interface Reference {
  readonly complete: readonly { readonly y: readonly number[]; readonly treated_index: readonly number[]; readonly expected: Expected }[];
  readonly stratified_by_day: readonly { readonly y_by_day: readonly (readonly number[])[]; readonly treated_by_day: readonly (readonly number[])[]; readonly expected: Expected }[];
  readonly paired_sign_flip: readonly { readonly differences: readonly number[]; readonly expected: Expected }[];
}

const block = (values: readonly number[], treated: readonly number[]): ValueBlock => ({ values, treated: values.map((_, i) => treated.includes(i)) });

describe.skipIf(!haveShared("oracle", "public", "permutation.json"))("the reference p-values by full enumeration", () => {
  const { complete, stratified_by_day: stratified, paired_sign_flip: pairs } = oracle<Reference>("permutation");
  const agree = (blocks: readonly ValueBlock[], expected: Expected): void => {
    const found = exactRandomisation({ blocks, constant: 0 });
    expect(Math.abs(found!.p - expected.p_two_sided)).toBeLessThan(1e-12);
    expect(Math.abs(found!.less - expected.p_less)).toBeLessThan(1e-12);
    expect(Math.abs(found!.greater - expected.p_greater)).toBeLessThan(1e-12);
  };

  test("of one block, with decimals too", () => {
    expect(complete).toHaveLength(3);
    for (const { y, treated_index, expected } of complete) agree([block(y, treated_index)], expected);
  });

  test("of days", () => {
    for (const { y_by_day, treated_by_day, expected } of stratified) agree(y_by_day.map((y, day) => block(y, treated_by_day[day])), expected);
  });

  test("of pairs: the sign of each difference is a block of its own", () => {
    for (const { differences, expected } of pairs) agree(differences.map((difference) => block([difference, 0], [0])), expected);
  });
});

const smallDesign = fc.array(
  fc.array(fc.tuple(fc.integer({ min: -4, max: 6 }), fc.boolean()), { minLength: 1, maxLength: 6 }),
  { minLength: 1, maxLength: 3 },
).map((blocks) => blocks.map((items): ValueBlock => ({ values: items.map(([value]) => value), treated: items.map(([, treated]) => treated) })))
  .filter((blocks) => blocks.some(({ treated }) => treated.includes(true) && treated.includes(false)));

describe("exactRandomisation", () => {
  test("is what counting every assignment gives, for small designs with negative values and unequal shares", () => {
    fc.assert(
      fc.property(smallDesign, fc.constantFrom(1, 0.25, 0.01), fc.integer({ min: -3, max: 3 }), (blocks, step, constant) => {
        const sums = everySum(blocks);
        const observed = observedSum({ blocks, constant: 0 }), mean = sums.reduce((a, b) => a + b, 0) / sums.length;
        const share = (is: (sum: number) => boolean): number => sums.filter(is).length / sums.length;
        const found = exactRandomisation({ blocks: blocks.map(({ values, treated }) => ({ values: Float64Array.from(values, (value) => value * step), treated })), constant })!;
        expect(found.p).toBeCloseTo(share((sum) => Math.abs(sum - mean) >= Math.abs(observed - mean) - 1e-9), 12);
        expect(found.less).toBeCloseTo(share((sum) => sum <= observed), 12);
        expect(found.greater).toBeCloseTo(share((sum) => sum >= observed), 12);
        expect(found.observed).toBeCloseTo(constant + step * observed, 10);
        expect(found.expected).toBeCloseTo(constant + step * mean, 10);
        expect(found.variance).toBeCloseTo(step ** 2 * (sums.reduce((a, b) => a + (b - mean) ** 2, 0) / sums.length), 8);
      }),
    );
  });

  test("has mass 1 and the scheme's own mean and variance over some 10^1500 assignments", () => {
    const trial = inventedTrial(createRandom("mass"), THAMES_VALLEY);
    const { distribution: { least, step, probability }, expected, variance } = exactRandomisation(valueBlocks(randomisedBlocks(blocksOf(trial.units, trial.days, "day", trial.arms), 45), trial.y))!;
    const moment = (f: (sum: number) => number): number => probability.reduce((sum, mass, i) => sum + mass * f(least + step * i), 0);
    expect(moment(() => 1)).toBeCloseTo(1, 12);
    expect(moment((sum) => sum)).toBeCloseTo(expected, 8);
    expect(moment((sum) => (sum - expected) ** 2) / variance).toBeCloseTo(1, 10);
  });

  test("agrees with 10,000 seeded draws of 45 hotspots over 128 days", () => {
    const trial = inventedTrial(createRandom("sampled"), { ...THAMES_VALLEY, ratio: 0.9 });
    const columns = statisticColumns(randomisedBlocks(blocksOf(trial.units, trial.days, "day", trial.arms), 45), trial.y);
    const exact = testRandomisation(columns, { draws: 10_000, seed: "1" });
    const drawn = drawnRandomisation(columns, "difference", { draws: 10_000, seed: "1" });
    expect(exact.draws).toBe("exact");
    expect(drawn.observed).toBeCloseTo(exact.observed, 12);
    for (const tail of ["p", "less", "greater"] as const) expect(Math.abs(drawn[tail] - exact[tail])).toBeLessThan(4 * Math.sqrt((exact[tail] * (1 - exact[tail])) / 10_000) + 2e-4);
  });

  test("says that a draw without any choice has nothing to compare", () => {
    expect(() => exactRandomisation({ blocks: [block([1, 2], [0, 1])], constant: 0 })).toThrow("the draw had no choice");
  });

  test("leaves values without a common step to draws", () => {
    expect(exactRandomisation({ blocks: [block([Math.PI, Math.E, 1], [0])], constant: 0 })).toBeNull();
  });
});
