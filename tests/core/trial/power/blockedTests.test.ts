// The statistics of a simulated trial against their definitions, and against every draw that could have been made.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../core/stats/random.ts";
import { blockedTests } from "../../../../core/trial/power/blockedTests.ts";
import { drawArms, drawDesign, type DrawDesign, type DrawnArms } from "../../../../core/trial/power/trialDraw.ts";

const unitsOf = (n: number, withGroups: boolean) =>
  Array.from({ length: n }, (_, u) => ({ stratum: u % 3 === 0 ? "day" : "night", ...(withGroups && u % 4 === 1 && { group: "together" }) }));

/** Blocks of items' values straight from the definition. */
function blocksOf(values: Float64Array, { units, period, itemOf, strata }: DrawDesign, { drawn, treated }: DrawnArms, adjust: boolean) {
  const items = Math.max(...itemOf) + 1, occasions = values.length / units / period;
  const valueOf = (o: number, item: number): number => {
    let sum = 0;
    for (let d = 0; d < period; d++) for (let u = 0; u < units; u++) if (itemOf[u] === item) sum += (d === 0 ? 1 : -1) * values[(o * period + d) * units + u];
    return sum;
  };
  const mean = (item: number): number => Array.from({ length: occasions }, (_, o) => valueOf(o, item)).reduce((sum, v) => sum + v, 0) / occasions;
  return Array.from({ length: occasions }, (_, o) => strata.map((members, s) => ({
    values: members.map((item) => valueOf(o, item) - (adjust ? mean(item) : 0)),
    drawn: members.map((item) => drawn[o * items + item] === 1),
    k: treated[o * strata.length + s],
  }))).flat();
}

function zOf(blocks: ReturnType<typeof blocksOf>): number {
  let difference = 0, variance = 0;
  for (const { values, drawn, k } of blocks) {
    const n = values.length, sum = values.reduce((all, v) => all + v, 0);
    difference += values.reduce((all, v, i) => all + (drawn[i] ? v : 0), 0) - (k / n) * sum;
    if (n > 1) variance += ((k * (n - k)) / (n * (n - 1))) * values.reduce((all, v) => all + (v - sum / n) ** 2, 0);
  }
  return variance > 1e-12 ? difference / Math.sqrt(variance) : 0;
}

describe("tests of a simulated trial", () => {
  test("are what their definitions say, from the start and after every incident taken away, for strata, groups and pairs", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 9 }), fc.integer({ min: 2, max: 6 }), fc.boolean(), fc.constantFrom("day" as const, "pair" as const), fc.constantFrom(0.5, 0.3), fc.integer(), (n, occasions, withGroups, block, share, seed) => {
        const design = drawDesign(unitsOf(n, withGroups), { share, block });
        const days = occasions * design.period, random = createRandom(seed);
        const arms = drawArms(random, design, days);
        const values = Float64Array.from({ length: days * n }, () => random.integer(4));
        if (arms.arms.every((arm) => arm === arms.arms[0])) return;
        const tests = blockedTests(values.slice(), design, arms);
        for (let step = 0; step < 8; step++) {
          const { blocked, adjusted, independent } = tests.statistics();
          expect(blocked).toBeCloseTo(zOf(blocksOf(values, design, arms, false)), 9);
          expect(adjusted).toBeCloseTo(zOf(blocksOf(values, design, arms, true)), 9);
          expect(independent).toBeCloseTo(student(values, arms.arms), 9);
          const cell = random.integer(values.length);
          values[cell] -= 0.5;
          tests.take(cell, 0.5);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("have the mean and the variance that all draws of two blocks have", () => {
    const values = Float64Array.of(3, 0, 1, 2, 5, 0, 0, 1);
    const design = drawDesign(unitsOf(4, false).map(() => ({ stratum: "" })), { share: 0.5, block: "day" });
    const sums: number[] = [];
    const pairs = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]];
    for (const first of pairs) for (const second of pairs) sums.push(first.reduce((all, u) => all + values[u], 0) + second.reduce((all, u) => all + values[4 + u], 0));
    const mean = sums.reduce((all, v) => all + v, 0) / sums.length;
    const sd = Math.sqrt(sums.reduce((all, v) => all + (v - mean) ** 2, 0) / sums.length);
    const drawn = Uint8Array.of(1, 1, 0, 0, 0, 1, 0, 1);
    const { blocked } = blockedTests(values.slice(), design, { arms: drawn, drawn, treated: Int32Array.of(2, 2) }).statistics();
    expect(blocked).toBeCloseTo((3 + 0 + 0 + 1 - mean) / sd, 12);
  });
});

describe("a draw that is only thought of", () => {
  test("treats the share in each block, floor and ceiling in turn, groups together, pairs mirrored", () => {
    const design = drawDesign(unitsOf(9, true), { share: 0.5, block: "pair" });
    const { arms, treated } = drawArms(createRandom(4), design, 20);
    for (let day = 0; day < 20; day += 2) {
      for (let u = 0; u < 9; u++) expect(arms[day * 9 + u] + arms[(day + 1) * 9 + u]).toBe(1);
      expect(arms[day * 9 + 1]).toBe(arms[day * 9 + 5]);
    }
    // Three units of the day: one and two in turn.
    const byDay = Array.from({ length: 10 }, (_, o) => treated[o * 2]);
    expect(new Set(byDay.map((k, o) => (o > 0 ? k + byDay[o - 1] : 3)))).toEqual(new Set([3]));
  });

  test("gives every choice of a block the same chance", () => {
    const design = drawDesign([1, 2, 3, 4].map(() => ({ stratum: "" })), { share: 0.5, block: "day" });
    const { arms } = drawArms(createRandom("fair"), design, 6000);
    const seen = new Map<string, number>();
    for (let day = 0; day < 6000; day++) {
      const choice = arms.subarray(4 * day, 4 * day + 4).join("");
      seen.set(choice, (seen.get(choice) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    // χ² with 5 degrees of freedom; 20.5 has a chance of 0.1 %.
    expect([...seen.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)).toBeLessThan(20.5);
  });
});

function student(values: Float64Array, arms: Uint8Array): number {
  const of = (arm: number): number[] => [...values].filter((_, i) => arms[i] === arm);
  const mean = (list: readonly number[]): number => list.reduce((sum, v) => sum + v, 0) / list.length;
  const squares = (list: readonly number[]): number => list.reduce((sum, v) => sum + (v - mean(list)) ** 2, 0);
  const t = of(1), c = of(0);
  const variance = ((squares(t) + squares(c)) / (values.length - 2)) * (1 / t.length + 1 / c.length);
  return variance > 1e-12 ? (mean(t) - mean(c)) / Math.sqrt(variance) : 0;
}
