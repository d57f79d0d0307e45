// Clark and Evans and Ripley's K against spatstat, and the tails of the normal distribution that their p-values need.

import { describe, expect, test } from "vitest";
import { buildPointIndex } from "../../../core/geo/pointIndex.ts";
import { clarkEvans } from "../../../core/stats/clarkEvans.ts";
import { normalTail, twoSidedP } from "../../../core/stats/normalTail.ts";
import { ripleyK } from "../../../core/stats/ripleyK.ts";
import { nodeContext } from "../../support/nodeContext.ts";
import { haveShared, oracle } from "../../support/shared.ts";

interface NearestNeighbours { area_m2: number; mean_observed_m: number; mean_expected_m: number; nni: number; se_exact: number; z_exact: number; z: number; p_two_sided: number }
interface PatternOracle {
  points: [number, number][];
  nearest_neighbour: NearestNeighbours;
  nearest_neighbour_of_a_regular_subset: NearestNeighbours;
  ripley: { r: number[]; ordered_pairs: number[]; K_n_n_minus_1: number[]; L_n_n_minus_1: number[] };
}

const exists = haveShared("oracle", "public", "point_pattern.json");
const known = exists ? oracle<PatternOracle>("point_pattern") : null;
const indexOf = (points: readonly (readonly [number, number])[]) =>
  buildPointIndex(Float64Array.from(points, ([x]) => x), Float64Array.from(points, ([, y]) => y));
const near = (value: number, expected: number): void => expect(Math.abs(value / expected - 1)).toBeLessThanOrEqual(1e-11);

describe.skipIf(!exists)("point patterns against spatstat", () => {
  test("nearest neighbours of clustered incidents", () => {
    const expected = known!.nearest_neighbour;
    const found = clarkEvans(indexOf(known!.points), expected.area_m2);
    near(found.meanObserved, expected.mean_observed_m);
    near(found.meanExpected, expected.mean_expected_m);
    near(found.index, expected.nni);
    near(found.standardError, expected.se_exact);
    near(found.z, expected.z_exact);
  });

  test("nearest neighbours of a regular pattern", () => {
    const expected = known!.nearest_neighbour_of_a_regular_subset;
    const grid = Array.from({ length: 100 }, (_, k): [number, number] => [400 * (k % 10), 400 * Math.floor(k / 10)]);
    const found = clarkEvans(indexOf(grid), expected.area_m2);
    near(found.index, expected.nni);
    near(found.z, expected.z_exact);
  });

  test("p-values as small as 1e-81 to 11 digits", () => {
    for (const { z, p_two_sided } of [known!.nearest_neighbour, known!.nearest_neighbour_of_a_regular_subset]) near(twoSidedP(z), p_two_sided);
  });

  test("Ripley's K and L at every radius, pairs exactly, in whatever order the radii come", () => {
    const { points, ripley } = known!;
    const backwards = ripleyK(indexOf(points), 16e6, ripley.r.toReversed(), nodeContext).toReversed();
    backwards.forEach(({ radius, pairs, k, l }, at) => {
      expect([radius, pairs]).toEqual([ripley.r[at], ripley.ordered_pairs[at]]);
      near(k, ripley.K_n_n_minus_1[at]);
      near(l, ripley.L_n_n_minus_1[at]);
    });
  });
});

describe("point patterns", () => {
  test("incidents at one place are one another's neighbours at 0 m", () => {
    const index = indexOf([[0, 0], [0, 0], [0, 0], [30, 40]]);
    expect(clarkEvans(index, 1e4).meanObserved).toBe(50 / 4);
    expect(ripleyK(index, 1e4, [10, 50], nodeContext).map(({ pairs }) => pairs)).toEqual([6, 12]);
  });

  test("refuse a single incident, and an area of nothing", () => {
    expect(() => clarkEvans(indexOf([[0, 0]]), 1e4)).toThrow(/there are 1/);
    expect(() => clarkEvans(indexOf([[0, 0], [1, 0]]), 0)).toThrow(/above 0/);
  });
});

describe("the normal tail", () => {
  // R 4.2.2: pnorm(c(0, 1, 2.999, 3, 5, 10), lower.tail = FALSE)
  test.each([
    [0, 0.5],
    [1, 0.15865525393145707],
    [2.999, 0.0013543365337271064],
    [3, 0.0013498980316300946],
    [5, 2.8665157187919391e-7],
    [10, 7.619853024160527e-24],
  ])("at %d is R's", (z, expected) => {
    expect(Math.abs(normalTail(z) / expected - 1)).toBeLessThan(1e-13);
  });
});
