// Silverman's rule against reference values.

import { describe, expect, test } from "vitest";
import { silvermanBandwidth } from "../../../core/stats/bandwidth.ts";
import { haveShared, oracle } from "../../support/shared.ts";

interface Case {
  name: string;
  x: number[];
  y: number[];
  expected: { h1: number; h2: number; iqr_x: number; alternatives: { h1_sd_only: number } };
}

describe.skipIf(!haveShared("oracle", "public", "silverman.json"))("Silverman's rule against numpy and R's bw.nrd0", () => {
  const cases = haveShared("oracle", "public", "silverman.json") ? oracle<{ cases: Case[] }>("silverman").cases : [];
  test.each(cases)("$name", ({ x, y, expected }) => {
    const h1 = expected.iqr_x === 0 ? expected.alternatives.h1_sd_only : expected.h1;
    expect(Math.abs(silvermanBandwidth(Float64Array.from(x)) / h1 - 1)).toBeLessThanOrEqual(1e-11);
    expect(Math.abs(silvermanBandwidth(Float64Array.from(y)) / expected.h2 - 1)).toBeLessThanOrEqual(1e-11);
  });
});

describe("Silverman's rule", () => {
  test("refuses a single incident and incidents that all coincide", () => {
    expect(() => silvermanBandwidth(Float64Array.of(5))).toThrow(/1 incidents are too few/);
    expect(() => silvermanBandwidth(Float64Array.of(5, 5, 5))).toThrow(/one line/);
  });
});
