import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Patrols } from "../../../../core/trial/dosage/activity.ts";
import { matchPatrols } from "../../../../core/trial/dosage/matchPatrols.ts";
import { minutesOf, visitsOf } from "../../../../core/trial/dosage/visitsOf.ts";
import { at, FOUR_DAYS, TWO } from "./trialOfTwo.ts";

/** Of one patrol from 12:00 to 12:15 on 1 June. */
function patrol(unit: number, places: readonly (readonly [x: number, y: number])[] = [], accuracy = 0, start = "2024-06-01 12:00"): Patrols {
  return {
    unit: Float64Array.of(unit), officer: Float64Array.of(0), start: Float64Array.of(at(start)), end: Float64Array.of(at(start) + 15 * 60_000),
    fixes: { patrol: new Uint32Array(places.length), x: Float64Array.from(places, ([x]) => x), y: Float64Array.from(places, ([, y]) => y), accuracy: new Float64Array(places.length).fill(accuracy) },
  };
}
const match = (patrols: Patrols, elsewhere: "count" | "leave out" = "count") => matchPatrols(patrols, TWO, FOUR_DAYS, 75, elsewhere);

describe("matching patrols", () => {
  test("a patrol that stood 240 m from the hotspot that it was logged for is told, and counts or is left out as asked", () => {
    const away = patrol(0, [[340, 50]]);
    expect(match(away).elsewhere).toEqual([{ unit: 0, day: 0, start: at("2024-06-01 12:00"), metres: 240 }]);
    expect(match(away).patrols).toHaveLength(1);
    expect(match(away, "leave out")).toMatchObject({ patrols: [], counts: { rows: 1, matched: 0, leftOut: 1 } });
  });

  test("one position within the ring, or an accuracy that reaches it, speaks for the log", () => {
    expect(match(patrol(0, [[340, 50], [170, 50]])).elsewhere).toEqual([]);
    expect(match(patrol(0, [[340, 50]], 170)).elsewhere).toEqual([]);
    expect(match(patrol(0, [[176, 50]])).elsewhere).toHaveLength(1);
    expect(match(patrol(0)).elsewhere).toEqual([]);
  });

  test("a patrol that names no hotspot belongs to the one that it stood in", () => {
    expect(match(patrol(-1, [[250, 50], [450, 50]])).patrols[0].unit).toBe(1);
    expect(match(patrol(-1, [[250, 50]])).counts).toMatchObject({ rows: 1, matched: 0, noUnit: 1 });
  });

  test("a trial day runs from 06:00 to 06:00, and a patrol belongs to the day in which it starts", () => {
    expect(match(patrol(0, [], 0, "2024-06-02 05:55")).patrols[0].day).toBe(0);
    expect(match(patrol(0, [], 0, "2024-06-02 06:00")).patrols[0].day).toBe(1);
    expect(match(patrol(0, [], 0, "2024-06-01 05:59")).counts.outsideDays).toBe(1);
    expect(match(patrol(0, [], 0, "2024-06-05 06:00")).counts.outsideDays).toBe(1);
  });
});

describe("visits", () => {
  const walk = (unit: number, from: string, to: string) => ({ unit, day: 0, start: at(`2024-06-01 ${from}`), end: at(`2024-06-01 ${to}`) });

  test("two officers on one patrol are one visit; patrols that only touch, or are of two hotspots, are two", () => {
    expect(visitsOf([walk(0, "12:00", "12:15"), walk(0, "12:00", "12:15")]).map(minutesOf)).toEqual([15]);
    expect(visitsOf([walk(0, "12:00", "12:10"), walk(0, "12:05", "12:20")]).map(minutesOf)).toEqual([20]);
    expect(visitsOf([walk(0, "12:00", "12:10"), walk(0, "12:10", "12:20")]).map(minutesOf)).toEqual([10, 10]);
    expect(visitsOf([walk(0, "12:00", "12:15"), walk(1, "12:00", "12:15")])).toHaveLength(2);
  });

  test("visits of one hotspot never overlap, hold every patrol, and take no longer than the patrols together", () => {
    const one = fc.record({ unit: fc.nat(2), start: fc.nat(500), length: fc.integer({ min: 1, max: 40 }) }).map(({ unit, start, length }) => ({ unit, day: 0, start: 60_000 * start, end: 60_000 * (start + length) }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (patrols) => {
        const visits = visitsOf(patrols);
        for (const [i, visit] of visits.entries()) if (i > 0 && visits[i - 1].unit === visit.unit) expect(visits[i - 1].end).toBeLessThanOrEqual(visit.start);
        for (const { unit, start, end } of patrols) expect(visits.filter((visit) => visit.unit === unit && visit.start <= start && visit.end >= end)).toHaveLength(1);
        const sum = (of: readonly { readonly start: number; readonly end: number }[]): number => of.reduce((total, { start, end }) => total + end - start, 0);
        expect(sum(visits)).toBeLessThanOrEqual(sum(patrols));
      }),
      { numRuns: 100 },
    );
  });
});
