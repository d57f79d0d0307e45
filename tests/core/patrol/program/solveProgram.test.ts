// Small programs with known answers through HiGHS.

import loadHighs from "highs";
import { expect, test } from "vitest";
import { solveProgram } from "../../../../core/patrol/program/solveProgram.ts";

const highs = await loadHighs();

test("a knapsack is filled to its best, not to its relaxation", () => {
  const values = [60, 100, 120], sizes = [10, 20, 30];
  const told: number[] = [];
  const { status, columns, bound } = solveProgram(
    highs,
    { cost: Float64Array.from(values, (v) => -v), upper: new Float64Array(3).fill(1), whole: 3, rows: [{ columns: [0, 1, 2], values: sizes, lower: 0, upper: 50 }] },
    { start: Float64Array.of(1, 0, 0), onBetter: (better) => told.push(better.reduce((sum, x, k) => sum + x * values[k], 0)) },
  );
  expect(status).toBe("optimal");
  expect(columns).toEqual(Float64Array.of(0, 1, 1));
  expect(bound).toBeCloseTo(-220, 9);
  expect(told.every((value, k) => value >= (told[k - 1] ?? 0))).toBe(true);
});

test("columns after the whole ones are between, up to their own limits", () => {
  const { columns } = solveProgram(highs, { cost: Float64Array.of(-1, -1), upper: Float64Array.of(3, 1), whole: 1, rows: [{ columns: [0, 1], lower: 0, upper: 2.5 }, { columns: [0], lower: 1, upper: Infinity }] });
  expect(columns).toEqual(Float64Array.of(2, 0.5));
});

test("rows that contradict each other are infeasible", () => {
  const rows = [{ columns: [0], lower: 1, upper: Infinity }, { columns: [0, 1], lower: 0, upper: 0 }];
  expect(solveProgram(highs, { cost: new Float64Array(2), upper: Float64Array.of(1, 1), whole: 2, rows })).toMatchObject({ status: "infeasible", columns: null });
});
