import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPairRule } from "../../../../core/hotspots/placement/pairRule.ts";
import { combineSets, type PlacedSet } from "../../../../core/hotspots/placement/placedSet.ts";

const rule = createPairRule(150, 150);

/** Rows of x, y, weight as a set of k. */
function setOf(rows: readonly (readonly [number, number, number])[], k: number): PlacedSet {
  const column = (n: number): Float64Array => Float64Array.from({ length: k }, (_, i) => rows[i]?.[n] ?? 0);
  return { x: column(0), y: column(1), rotation: new Float64Array(k), weight: column(2) };
}
const sum = ({ weight }: PlacedSet): number => weight.reduce((total, w) => total + w, 0);
const isClear = (set: PlacedSet, i: number, j: number): boolean =>
  set.weight[i] === 0 || set.weight[j] === 0 || rule.clear(set.x[j] - set.x[i], set.y[j] - set.y[i], 0, 0);

/** A set that breaks no rule: of random rows, those clear of the ones before. */
const sets = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 100 })), { maxLength: 12 })
  .map((rows) => {
    const kept: [number, number, number][] = [];
    for (const [x, y, weight] of rows) if (kept.length < 6 && kept.every(([u, v]) => rule.clear(x - u, y - v, 0, 0))) kept.push([x, y, weight]);
    return kept;
  });

describe("combineSets", () => {
  it("takes the better of two sets quarter by quarter", () => {
    const set = setOf([[0, 0, 10], [5000, 0, 70]], 3);
    combineSets(set, setOf([[100, 0, 30], [5000, 100, 40], [5000, 600, 20]], 3), rule);
    expect(set.weight.toSorted()).toEqual(Float64Array.of(20, 30, 70));
  });

  it("leaves out the lightest where both together are too many", () => {
    const set = setOf([[0, 0, 10], [5000, 0, 70]], 2);
    combineSets(set, setOf([[0, 9000, 30], [5000, 9000, 5]], 2), rule);
    expect(set.weight.toSorted()).toEqual(Float64Array.of(30, 70));
  });

  it("breaks no rule, places no more than it may, and is never worse than either", () => {
    fc.assert(
      fc.property(sets, sets, (one, other) => {
        const k = 6, set = setOf(one, k), second = setOf(other, k);
        const least = Math.max(sum(set), sum(second));
        combineSets(set, second, rule);
        expect(sum(set)).toBeGreaterThanOrEqual(least);
        for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) expect(isClear(set, i, j)).toBe(true);
        const known = [...one, ...other];
        for (let i = 0; i < k; i++) {
          if (set.weight[i] > 0) expect(known).toContainEqual([set.x[i], set.y[i], set.weight[i]]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
