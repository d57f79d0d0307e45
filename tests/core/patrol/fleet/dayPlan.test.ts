// Vehicles from window to window: the least metres, as by trying every permutation.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignment } from "../../../../core/patrol/fleet/assignment.ts";
import { dayPlan } from "../../../../core/patrol/fleet/dayPlan.ts";

/** Every way to give each of `rows` one of `columns`. */
function* injections(rows: number, columns: number, taken: readonly number[] = []): Generator<readonly number[]> {
  if (taken.length === rows) return void (yield taken);
  for (let j = 0; j < columns; j++) if (!taken.includes(j)) yield* injections(rows, columns, [...taken, j]);
}

describe("assignment", () => {
  test("costs as little as the best of all permutations, each column once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 }), fc.infiniteStream(fc.integer({ min: 0, max: 20 })), (rows, more, stream) => {
        const columns = rows + more;
        const cost = Float64Array.from({ length: rows * columns }, () => stream.next().value as number);
        const worth = (of: ArrayLike<number>): number => Array.from(of).reduce((sum, column, row) => sum + cost[row * columns + column], 0);
        const found = assignment(cost, rows, columns);
        expect(new Set(found).size).toBe(rows);
        expect(worth(found)).toBe(Math.min(...Array.from(injections(rows, columns), worth)));
      }),
    );
  });

  test("no rows need no columns, and more rows than columns are a mistake", () => {
    expect(assignment(new Float64Array(), 0, 3)).toHaveLength(0);
    expect(() => assignment(new Float64Array(2), 2, 1)).toThrow(RangeError);
  });
});

describe("dayPlan", () => {
  const car = (x: number, y = 0) => ({ x, y, kind: 0 });

  test("vehicles go to the posts near them, whatever the order of the posts", () => {
    const { vehicles, metres } = dayPlan([[car(0), car(1000)], [car(1010), car(0)], [car(5), car(1010)]], [2]);
    expect(vehicles.map((of) => [...of])).toEqual([[0, 1], [1, 0], [0, 1]]);
    expect(metres).toEqual([0, 10, 5]);
  });

  test("the sum is least, even where one vehicle goes farther for it", () => {
    const { metres } = dayPlan([[car(0), car(100)], [car(100), car(150)]], [2]);
    expect(metres[1]).toBe(150);
  });

  test("kinds do not stand in for each other", () => {
    const foot = (x: number) => ({ x, y: 0, kind: 1 });
    const { vehicles, metres } = dayPlan([[car(0), foot(1000)], [foot(0), car(1000)]], [1, 1]);
    expect(vehicles.map((of) => [...of])).toEqual([[0, 1], [1, 0]]);
    expect(metres[1]).toBe(2000);
  });

  test("a vehicle that a window does not need stays where it was", () => {
    const { vehicles, metres } = dayPlan([[car(0), car(500)], [car(490)], [car(0), car(490)]], [2]);
    expect(vehicles.map((of) => [...of])).toEqual([[0, 1], [1], [0, 1]]);
    expect(metres).toEqual([0, 10, 0]);
  });
});
