// Class maps and what changes between two of them, against reference values.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Rounding } from "../../../../core/forecast/evaluate/cellsInShare.ts";
import { classifySurface } from "../../../../core/forecast/evaluate/classifySurface.ts";
import { summariseTransitions, transitionMatrix } from "../../../../core/forecast/evaluate/transitionMatrix.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface Expected {
  counts: number[][];
  row_probabilities: number[][];
  class_sizes: number[];
  new_hot_or_warm: number;
  dropped: number;
  /** Of the small case only. */
  classes1: number[] | null;
  classes2: number[] | null;
}
interface Case {
  name: string;
  surface1: number[];
  surface2: number[];
  by_rounding: Record<"ceil" | "floor" | "round_half_up", Expected>;
}

const have = haveShared("oracle", "public", "transition.json");
const cases = have ? oracle<{ cases: Case[] }>("transition").cases : [];
const roundings = [["ceil", "ceil"], ["floor", "floor"], ["half-up", "round_half_up"]] as const satisfies readonly (readonly [Rounding, string])[];

describe.skipIf(!have)("transitions against numpy", () => {
  const all = cases.flatMap((item) => roundings.map(([rounding, key]) => ({ name: item.name, rounding, item, expected: item.by_rounding[key] })));
  test.each(all)("$name, rounded by $rounding", ({ item, rounding, expected }) => {
    const before = classifySurface(Float64Array.from(item.surface1), { rounding });
    const after = classifySurface(Float64Array.from(item.surface2), { rounding });
    if (expected.classes1) expect([...before]).toEqual(expected.classes1);
    if (expected.classes2) expect([...after]).toEqual(expected.classes2);
    expect([0, 1, 2].map((k) => before.filter((c) => c === k).length)).toEqual(expected.class_sizes);
    const { counts, rowShares, newCells, droppedCells } = transitionMatrix(before, after);
    expect(counts).toEqual(expected.counts);
    rowShares.forEach((row, i) => row.forEach((share, j) => expect(Math.abs(share! - expected.row_probabilities[i][j])).toBeLessThanOrEqual(1e-13)));
    expect([newCells.length, droppedCells.length]).toEqual([expected.new_hot_or_warm, expected.dropped]);
  });
});

describe("class maps", () => {
  const surface = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 }).map((list) => Float64Array.from(list));

  test("have the sizes that were asked, and no cell of a lower class has a higher value", () => {
    fc.assert(
      fc.property(surface, (values) => {
        const classes = classifySurface(values);
        expect(classes.filter((c) => c === 0).length).toBe(Math.ceil(values.length / 5));
        expect(classes.filter((c) => c <= 1).length).toBe(Math.ceil((2 * values.length) / 5));
        for (let i = 0; i < values.length; i++)
          for (let j = 0; j < values.length; j++) if (classes[i] < classes[j]) expect(values[i]).toBeGreaterThanOrEqual(values[j]);
      }),
    );
  });

  test("refuse shares that fall", () => {
    expect(() => classifySurface(Float64Array.of(1), { hot: 0.5 })).toThrow(/0.5 and 0.4/);
  });
});

describe("transitions", () => {
  test("name the cells that are new and that are dropped", () => {
    const { newCells, droppedCells, counts } = transitionMatrix(Uint8Array.of(0, 1, 2, 2, 0), Uint8Array.of(0, 2, 1, 2, 2));
    expect([...newCells]).toEqual([2]);
    expect([...droppedCells]).toEqual([1, 4]);
    expect(counts).toEqual([[1, 0, 1], [0, 0, 1], [0, 1, 1]]);
  });

  test("of a map to itself are the unit matrix", () => {
    const classes = classifySurface(Float64Array.from({ length: 50 }, (_, i) => (i * 7) % 50));
    expect(transitionMatrix(classes, classes).rowShares).toEqual([[1, 0, 0], [0, 1, 0], [0, 0, 1]]);
  });

  test("have a mean and a spread, without rows that had no cell", () => {
    const stay = transitionMatrix(Uint8Array.of(0, 1, 1), Uint8Array.of(0, 1, 1));
    const move = transitionMatrix(Uint8Array.of(0, 0, 1), Uint8Array.of(0, 1, 0));
    const { mean, sd } = summariseTransitions([stay, move]);
    expect(mean).toEqual([[0.75, 0.25, 0], [0.5, 0.5, 0], [null, null, null]]);
    expect(sd[0][0]).toBeCloseTo(Math.sqrt(0.125), 14);
    expect(sd[2]).toEqual([null, null, null]);
    expect(summariseTransitions([stay]).sd[0][0]).toBe(null);
  });
});
