// Mixtures of offences.

import { describe, expect, test } from "vitest";
import { equalWeights, mixSurfaces } from "../../../../core/patrol/explore/mixSurfaces.ts";

const theft = Float64Array.of(6, 3, -1, 0), assault = Float64Array.of(0, 1, 2, -4);

describe("a mixture of offences", () => {
  test("is the weighted sum of their predictions, negative ones counted as 0", () => {
    expect([...mixSurfaces([theft, assault], [1, 10])]).toEqual([6, 13, 20, 0]);
  });

  test("with equal weights has as much of each offence, so that a rarer crime counts for more", () => {
    const weights = equalWeights([theft, assault]);
    expect(weights[1] / weights[0]).toBeCloseTo(3, 12);
    const mixed = mixSurfaces([theft, assault], weights);
    expect(mixed.reduce((a, b) => a + b, 0)).toBeCloseTo(2, 12);
    expect(equalWeights([theft, new Float64Array(4)])[1]).toBe(0);
  });

  test("refuses surfaces that do not fit and negative weights", () => {
    expect(() => mixSurfaces([theft], [1, 2])).toThrow(/1 offences and 2 weights/);
    expect(() => mixSurfaces([theft, Float64Array.of(1)], [1, 1])).toThrow(/4 and 1 values/);
    expect(() => mixSurfaces([theft, assault], [1, -2])).toThrow(/weight of offence 2 is -2/);
  });
});
