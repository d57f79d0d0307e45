// What counts as the same answer when a result is run again.

import { expect, test } from "vitest";
import { firstDifference } from "../../electron/sameNumbers.ts";

test("whole numbers, texts and lengths must be equal", () => {
  expect(firstDifference({ n: 3, s: "a", ok: true }, { n: 3, s: "a", ok: true })).toBeNull();
  expect(firstDifference({ n: 3 }, { n: 4 })).toEqual({ at: "n", was: 3, is: 4 });
  expect(firstDifference(Uint32Array.of(1, 2), Uint32Array.of(1, 3))).toEqual({ at: "[1]", was: 2, is: 3 });
  expect(firstDifference({ v: Uint32Array.of(1) }, { v: Uint32Array.of(1, 2) })).toMatchObject({ at: "v" });
  expect(firstDifference({ v: Float64Array.of(1) }, { v: Float32Array.of(1) })).toMatchObject({ at: "v" });
  expect(firstDifference({ a: { b: "x" } }, { a: { b: "y" } })).toEqual({ at: "a.b", was: "x", is: "y" });
  expect(firstDifference({ a: 1 }, {})).not.toBeNull();
});

test("a float may differ by 1e-12 of the largest beside it, and not by more", () => {
  const was = Float64Array.of(0.5, 1e-9);
  expect(firstDifference(was, Float64Array.of(0.5, 1e-9 + 4e-13))).toBeNull();
  expect(firstDifference(was, Float64Array.of(0.5, 1e-9 + 6e-13))).toMatchObject({ at: "[1]" });
  expect(firstDifference({ bound: 0.1 }, { bound: 0.1 + 1e-14 })).toBeNull();
  expect(firstDifference({ bound: 0.1 }, { bound: 0.1 + 1e-10 })).toMatchObject({ at: "bound" });
});

test("a number that is none is only like itself", () => {
  expect(firstDifference(Float64Array.of(NaN), Float64Array.of(NaN))).toBeNull();
  expect(firstDifference(Float64Array.of(NaN), Float64Array.of(0))).not.toBeNull();
  expect(firstDifference({ a: null }, { a: 0 })).not.toBeNull();
});
