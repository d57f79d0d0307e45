// The event-area curve and the scores on it: the papers' examples, invariants, and reference values of numpy and R.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Rounding, cellsInShare } from "../../../../core/forecast/evaluate/cellsInShare.ts";
import { descendingOrder } from "../../../../core/forecast/evaluate/descendingOrder.ts";
import { areaUnderUpTo, capturedAt, eventArea, eventAreaCurve } from "../../../../core/forecast/evaluate/eventArea.ts";
import { scoreSurface } from "../../../../core/forecast/evaluate/scoreSurface.ts";
import { runJob } from "../../../../core/job.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface WholeCells {
  cells: number;
  events: number;
  hit_rate: number;
  PAI: number | null;
  PEI: number | null;
}
interface At {
  area_share: number;
  events_share_interpolated_stable: number;
  events_share_interpolated_tied: number;
  events_share_best_interpolated: number;
  PAI_interpolated_stable: number;
  PEI_interpolated_stable: number;
  floor: WholeCells;
  ceil: WholeCells;
  round_half_up: WholeCells;
}
interface Curve {
  area_share: number[];
  event_share: number[];
}
interface Case {
  name: string;
  prediction: number[];
  events: number[];
  cell_area: number[] | null;
  expected: { auc_stable: number; auc_tie_averaged: number; auc_right_step_stable: number; auc_best_possible: number; n_ties: number; at: At[] };
  curve_stable?: Curve;
  curve_tied?: Curve;
}

const have = haveShared("oracle", "public", "evaluation.json");
const cases = have ? oracle<{ cases: Case[] }>("evaluation").cases : [];
const TOLERANCE = 1e-12;
const near = (got: number | null, expected: number | null): void => {
  if (expected === null || got === null) expect(got).toBe(expected);
  else expect(Math.abs(got - expected)).toBeLessThanOrEqual(TOLERANCE);
};
const nearAll = (got: Float64Array, expected: readonly number[]): void => {
  expect(got.length).toBe(expected.length);
  got.forEach((value, i) => near(value, expected[i]));
};

describe.skipIf(!have)("event-area curves against numpy and R", () => {
  const prepared = cases.map((item) => ({
    ...item,
    values: Float64Array.from(item.prediction),
    counts: Float64Array.from(item.events),
    cellAreas: item.cell_area ? Float64Array.from(item.cell_area) : undefined,
  }));

  test.each(prepared)("$name: areas under the curve, by both ways with ties and by right endpoints", ({ values, counts, cellAreas, expected }) => {
    const stable = eventAreaCurve(values, counts, { cellAreas, ties: "stable" });
    const tied = eventAreaCurve(values, counts, { cellAreas });
    near(stable.auc, expected.auc_stable);
    near(tied.auc, expected.auc_tie_averaged);
    near(stable.rightEndpointAuc, expected.auc_right_step_stable);
    expect(tied.area.length).toBe(values.length + 1 - expected.n_ties);
    const ideal = Float64Array.from(counts, (count, i) => count / (cellAreas?.[i] ?? 1));
    near(eventAreaCurve(ideal, counts, { cellAreas }).auc, expected.auc_best_possible);
  });

  test.each(prepared)("$name: vertices of the curve", ({ values, counts, cellAreas, curve_stable, curve_tied }) => {
    for (const [ties, curve] of [["stable", curve_stable], ["average", curve_tied]] as const) {
      if (!curve) continue;
      const got = eventAreaCurve(values, counts, { cellAreas, ties });
      nearAll(got.area, curve.area_share);
      nearAll(got.captured, curve.event_share);
    }
  });

  test.each(prepared)("$name: shares of the area, interpolated", ({ values, counts, cellAreas, expected }) => {
    const stable = eventAreaCurve(values, counts, { cellAreas, ties: "stable" });
    const tied = eventAreaCurve(values, counts, { cellAreas });
    const ideal = eventAreaCurve(Float64Array.from(counts, (count, i) => count / (cellAreas?.[i] ?? 1)), counts, { cellAreas });
    for (const at of expected.at) {
      near(capturedAt(stable, at.area_share), at.events_share_interpolated_stable);
      near(capturedAt(tied, at.area_share), at.events_share_interpolated_tied);
      near(capturedAt(ideal, at.area_share), at.events_share_best_interpolated);
      near(capturedAt(stable, at.area_share)! / at.area_share, at.PAI_interpolated_stable);
      near(capturedAt(stable, at.area_share)! / capturedAt(ideal, at.area_share)!, at.PEI_interpolated_stable);
    }
  });

  const roundings: readonly (readonly [Rounding, "floor" | "ceil" | "round_half_up"])[] = [["floor", "floor"], ["ceil", "ceil"], ["half-up", "round_half_up"]];
  test.each(prepared.filter(({ cell_area }) => !cell_area))("$name: hit rate, PAI and PEI* of whole cells, by all roundings", ({ values, counts, expected }) => {
    for (const [rounding, key] of roundings) {
      const score = scoreSurface(values, counts, 1, rounding);
      near(score.auc, expected.auc_tie_averaged);
      near(score.truncatedAuc, expected.auc_tie_averaged);
      expect(score.shares.map(({ share }) => share)).toEqual(expected.at.map(({ area_share }) => area_share));
      score.shares.forEach((got, i) => {
        const want = expected.at[i][key];
        expect([got.cells, got.hits]).toEqual([want.cells, want.events]);
        near(got.hitRate, want.hit_rate);
        near(got.pai, want.PAI);
        near(got.peiStar, want.PEI);
        near(got.captured, expected.at[i].events_share_interpolated_tied);
      });
    }
  });
});

const surface = fc.array(fc.tuple(fc.integer({ min: -3, max: 8 }), fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 40 });
const columns = (cells: readonly (readonly [number, number])[]) => ({
  values: Float64Array.from(cells, ([value]) => value),
  counts: Float64Array.from(cells, ([, count]) => count),
});

describe("the event-area curve", () => {
  test("of Brandt's three tiles has 2/3 under it, and 0.83 as the sum at right endpoints", async () => {
    const curve = await runJob("eventArea", eventArea, { values: [0.2, 0.4, 0.6], counts: [1, 3, 6] }, nodeContext);
    expect(curve.auc).toBeCloseTo(2 / 3, 14);
    expect(curve.rightEndpointAuc).toBeCloseTo(2.5 / 3, 14);
    expect([...curve.captured]).toEqual([0, 0.6, 0.9, 1]);
  });

  test("without events has no vertices and no area, and says so by null", () => {
    expect(eventAreaCurve(Float64Array.of(1, 2), Float64Array.of(0, 0))).toMatchObject({ auc: null, rightEndpointAuc: null });
    const score = scoreSurface(Float64Array.of(1, 2), Float64Array.of(0, 0), 0.5);
    expect(score).toMatchObject({ events: 0, auc: null, truncatedAuc: null });
    for (const share of score.shares) expect(share).toMatchObject({ captured: null, hitRate: null, pai: null, peiStar: null });
  });

  test("rises from (0, 0) to (1, 1), and a surface and its negative share the square", () => {
    fc.assert(
      fc.property(surface, (cells) => {
        const { values, counts } = columns(cells);
        const curve = eventAreaCurve(values, counts);
        if (curve.auc === null) {
          expect(counts.every((count) => count === 0)).toBe(true);
          return;
        }
        expect([curve.area[0], curve.captured[0], curve.area.at(-1), curve.captured.at(-1)]).toEqual([0, 0, 1, 1]);
        for (let v = 1; v < curve.area.length; v++) expect(curve.captured[v]).toBeGreaterThanOrEqual(curve.captured[v - 1]);
        expect(curve.auc + eventAreaCurve(values.map((value) => -value), counts).auc!).toBeCloseTo(1, 12);
        expect(areaUnderUpTo(curve, 1)).toBeCloseTo(curve.auc, 12);
      }),
    );
  });

  test("with ties averaged is the mean over random orders of them", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant(1), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 20 }), (cells) => {
        const { values, counts } = columns(cells);
        const { auc } = eventAreaCurve(values, counts);
        if (auc !== null) expect(auc).toBeCloseTo(0.5, 12);
      }),
    );
  });

  test("does not change when cells are cut into equal parts with the same value", () => {
    const whole = eventAreaCurve(Float64Array.of(3, 1, 2), Float64Array.of(4, 2, 2), { cellAreas: Float64Array.of(2, 2, 4) });
    const parts = eventAreaCurve(Float64Array.of(3, 3, 1, 1, 2, 2, 2, 2), Float64Array.of(2, 2, 1, 1, 0.5, 0.5, 0.5, 0.5));
    expect(parts.auc).toBeCloseTo(whole.auc!, 14);
    for (const share of [0, 0.1, 0.25, 0.6, 1]) expect(capturedAt(parts, share)).toBeCloseTo(capturedAt(whole, share)!, 14);
  });

  test("refuses counts that do not fit, are negative, or lie on no area", () => {
    expect(() => eventAreaCurve(Float64Array.of(1, 2), Float64Array.of(1))).toThrow(/2 values, 1 counts/);
    expect(() => eventAreaCurve(Float64Array.of(1), Float64Array.of(-1))).toThrow(/Cell 1 has -1 events/);
    expect(() => eventAreaCurve(Float64Array.of(1), Float64Array.of(1), { cellAreas: Float64Array.of(0) })).toThrow(/must be above 0/);
  });
});

describe("scores of a surface", () => {
  test("the truncated area is the mean share captured up to what a fleet can cover", () => {
    // The top tenth holds everything: the curve rises to 1 at 0.1 and stays.
    const values = Float64Array.from({ length: 10 }, (_, i) => -i);
    const counts = Float64Array.from({ length: 10 }, (_, i) => (i === 0 ? 5 : 0));
    expect(scoreSurface(values, counts, 0.1).truncatedAuc).toBeCloseTo(0.5, 12);
    expect(scoreSurface(values, counts, 0.2).truncatedAuc).toBeCloseTo(0.75, 12);
    expect(scoreSurface(values, counts, 1).truncatedAuc).toBeCloseTo(0.95, 12);
  });

  test("refuses a share that is none", () => {
    expect(() => scoreSurface(Float64Array.of(1), Float64Array.of(1), 0)).toThrow(RangeError);
  });

  test("a share is the decimal that was typed, whatever its binary", () => {
    expect(cellsInShare(0.07, 100, "ceil")).toBe(7);
    expect(cellsInShare(0.29, 100, "floor")).toBe(29);
    expect(cellsInShare(0.2, 36_263, "ceil")).toBe(7253);
    expect(cellsInShare(0.2, 36_263, "floor")).toBe(7252);
  });
});

describe("cells in descending order", () => {
  test("are those of a stable sort with a comparison", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }))), (list) => {
        const values = Float64Array.from(list);
        const expected = [...values.keys()].sort((a, b) => (values[a] === values[b] ? a - b : values[a] > values[b] ? -1 : 1));
        expect([...descendingOrder(values)]).toEqual(expected);
      }),
    );
  });

  test("never hide a value that is not a number", () => {
    expect(() => descendingOrder(Float64Array.of(1, NaN))).toThrow(RangeError);
  });
});
