// Slots, tile densities, predictors and linear regression of the San Francisco paper, against numpy and R's lm.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventAreaCurve } from "../../../../core/forecast/evaluate/eventArea.ts";
import { fitLinear, predictLinear } from "../../../../core/forecast/slots/linearPredictor.ts";
import { SLOT_NAMES, policeDay, slotOf, slotOfDay } from "../../../../core/forecast/slots/slots.ts";
import { type SlotEvents, tileCounts, tileDensities } from "../../../../core/forecast/slots/tileDensities.ts";
import { slotRows, tileFeatures } from "../../../../core/forecast/slots/tileFeatures.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { drawNormal } from "../../../../core/stats/drawNormal.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface Oracle {
  grid: { x0: number; y0: number; cell: number; nx: number; ny: number };
  bandwidth_m: number;
  events: [number, number, number][];
  expected: {
    coef: Record<string, number>;
    se: Record<string, number>;
    r2: number;
    residual_sd: number;
    n_rows: number;
    slots: { slot: number; events: number; prediction: number[]; negative_cells: number; actual_counts: number[]; auc: number; auc_right_step: number }[];
    mean_auc_over_slots_with_events: number;
  };
  expected_if_each_surface_is_divided_by_its_N: { coef: Record<string, number>; mean_auc: number; auc: number[] };
  slot_assignment: { rows: [string, number, number, string][] };
}

const have = haveShared("oracle", "public", "mlr_forecast.json");

describe.skipIf(!have)("the autoregressive linear predictor against numpy and R's lm", () => {
  if (!have) return;
  const { grid: g, bandwidth_m, events: list, expected, expected_if_each_surface_is_divided_by_its_N: divided, slot_assignment } = oracle<Oracle>("mlr_forecast");
  const grid = { origin: { x: g.x0, y: g.y0 }, cell: g.cell, columns: g.nx, rows: g.ny };
  const cells = Uint32Array.from({ length: g.nx * g.ny }, (_, k) => k);
  const events: SlotEvents = {
    x: Float64Array.from(list, ([x]) => x),
    y: Float64Array.from(list, ([, y]) => y),
    slot: Int32Array.from(list, ([, , slot]) => slot),
  };
  const densities = tileDensities(events, grid, cells, bandwidth_m, 342);
  const counts = tileCounts(events, grid, cells, 342);
  const ofSlot = (surface: Float64Array, slot: number): Float64Array => surface.slice(slot * cells.length, (slot + 1) * cells.length);
  const near = (got: number, want: number, relative: number, absolute: number): void =>
    expect(Math.abs(got - want)).toBeLessThanOrEqual(relative * Math.abs(want) + absolute);

  const order = ["intercept", "avg4w", "lag42", "lag6", "lag1"];

  test("coefficients, standard errors and fit", () => {
    const features = tileFeatures(densities, [], [168, 342]);
    expect(["intercept", ...features.names]).toEqual(order);
    const fit = fitLinear(slotRows(features, 168, 336), densities.values.slice(168 * cells.length, 336 * cells.length));
    order.forEach((name, j) => {
      near(fit.coefficients[j], expected.coef[name], 1e-8, 1e-10);
      near(fit.standardErrors[j]!, expected.se[name], 1e-8, 1e-10);
    });
    near(fit.r2!, expected.r2, 1e-8, 0);
    near(fit.residualSd!, expected.residual_sd, 1e-8, 0);
    expect(fit.rows).toBe(expected.n_rows);
    expect(fit.leftOut).toEqual([]);
  });

  test("predictions and areas under the curve of the predicted day", () => {
    const features = tileFeatures(densities, [], [168, 342]);
    const fit = fitLinear(slotRows(features, 168, 336), densities.values.slice(168 * cells.length, 336 * cells.length));
    const aucs = expected.slots.map((want) => {
      const prediction = predictLinear(fit, slotRows(features, want.slot, want.slot + 1));
      prediction.forEach((value, i) => near(value, want.prediction[i], 1e-8, 1e-10));
      const actual = ofSlot(counts.values, want.slot);
      expect([...actual]).toEqual(want.actual_counts);
      expect(actual.reduce((a, b) => a + b, 0)).toBe(want.events);
      expect(prediction.filter((value) => value < 0).length).toBe(want.negative_cells);
      const { auc, rightEndpointAuc } = eventAreaCurve(prediction, actual);
      near(auc!, want.auc, 0, 1e-12);
      near(rightEndpointAuc!, want.auc_right_step, 0, 1e-12);
      return auc!;
    });
    near(aucs.reduce((a, b) => a + b, 0) / aucs.length, expected.mean_auc_over_slots_with_events, 0, 1e-12);
  });

  test("the other reading, surfaces divided by their events, has other coefficients: the two cannot be confused", () => {
    const values = densities.values.slice();
    for (let slot = 0; slot < 342; slot++) {
      const n = list.filter(([, , own]) => own === slot).length;
      if (n > 0) for (let i = 0; i < cells.length; i++) values[slot * cells.length + i] /= n;
    }
    const features = tileFeatures({ ...densities, values }, [], [168, 342]);
    const fit = fitLinear(slotRows(features, 168, 336), values.slice(168 * cells.length, 336 * cells.length));
    order.forEach((name, j) => near(fit.coefficients[j], divided.coef[name], 1e-8, 1e-10));
    expected.slots.forEach(({ slot }, k) => {
      const prediction = predictLinear(fit, slotRows(features, slot, slot + 1));
      near(eventAreaCurve(prediction, ofSlot(counts.values, slot)).auc!, divided.auc[k], 0, 1e-12);
    });
  });

  test("every local time has the slot, time of day and police day of the table", () => {
    const first = Date.UTC(2013, 6, 4);
    for (const [text, slot, block, day] of slot_assignment.rows) {
      const [year, month, date, hour, minute, second] = text.match(/\d+/g)!.map((part) => Number.parseInt(part, 10));
      const got = slotOf(Date.UTC(year, month - 1, date, hour, minute, second), first);
      expect([text, got, slotOfDay(got)]).toEqual([text, slot, block]);
      expect(new Date(first + policeDay(got) * 86_400_000).toISOString().slice(0, 10)).toBe(day);
    }
  });
});

describe("slots", () => {
  test("give what happens after midnight to the day before", () => {
    const first = Date.UTC(2024, 0, 1), hour = 3_600_000;
    expect(SLOT_NAMES[slotOfDay(slotOf(first + 25 * hour, first))]).toBe("midnight");
    expect(policeDay(slotOf(first + 25 * hour, first))).toBe(0);
    expect(slotOf(first + hour, first)).toBe(-1);
    expect(slotOfDay(-1)).toBe(5);
  });
});

const grid = { origin: { x: 0, y: 0 }, cell: 300, columns: 8, rows: 6 };
const all = Uint32Array.from({ length: 48 }, (_, k) => k);

/** n events over the grid and a little beyond, in slots −1 … slots. */
function scatter(n: number, slots: number, seed: number): SlotEvents {
  const random = createRandom(seed);
  return {
    x: Float64Array.from({ length: n }, () => -300 + 3000 * random.uniform()),
    y: Float64Array.from({ length: n }, () => -300 + 2400 * random.uniform()),
    slot: Int32Array.from({ length: n }, () => random.integer(slots + 2) - 1),
  };
}

describe("tile densities", () => {
  test("are the plain sum of Gaussians at the centres, and 0 in a slot without events", () => {
    const events = scatter(40, 10, 1);
    const { values } = tileDensities(events, grid, all, 350, 12);
    for (let slot = 0; slot < 12; slot++) {
      for (const k of all) {
        const x = ((k % 8) + 0.5) * 300, y = (Math.floor(k / 8) + 0.5) * 300;
        let sum = 0;
        events.x.forEach((ex, j) => {
          if (events.slot[j] === slot) sum += Math.exp(-((x - ex) ** 2 + (y - events.y[j]) ** 2) / (2 * 350 ** 2)) / (2 * Math.PI * 0.35 ** 2);
        });
        expect(values[slot * 48 + k]).toBeCloseTo(sum, 12);
      }
    }
    expect(values.slice(11 * 48).every((value) => value === 0)).toBe(true);
  });

  test("of some tiles are those of all, picked", () => {
    const some = Uint32Array.of(3, 17, 40);
    const events = scatter(60, 5, 2);
    const whole = tileDensities(events, grid, all, 200, 5).values, part = tileDensities(events, grid, some, 200, 5).values;
    expect([...part]).toEqual([0, 1, 2, 3, 4].flatMap((slot) => [...some].map((k) => whole[slot * 48 + k])));
  });

  test("refuse a bandwidth of 0", () => {
    expect(() => tileDensities(scatter(1, 1, 1), grid, all, 0, 1)).toThrow(/0 m/);
  });
});

describe("tile predictors", () => {
  test("are the lags, the plain mean of 168 slots, and layers of the slot before or of always", () => {
    const slots = 520;
    const densities = tileDensities(scatter(900, slots, 3), grid, all, 300, slots);
    const tweets = tileDensities(scatter(500, slots, 4), grid, all, 300, slots);
    const places = tileDensities({ ...scatter(30, 1, 5), slot: new Int32Array(30) }, grid, all, 300, 1);
    const features = tileFeatures(densities, [{ name: "tweets", surfaces: tweets }, { name: "places", surfaces: places }], [201, 515]);
    expect(features.names).toEqual(["avg4w", "lag42", "lag6", "lag1", "tweets", "places"]);
    expect(features.rows).toBe(314 * 48);
    for (const [slot, tile] of [[201, 0], [335, 7], [336, 7], [337, 47], [503, 3], [504, 3], [514, 20]]) {
      const at = (slot - 201) * 48 + tile;
      const value = ({ values }: { values: Float64Array }, lag: number): number => values[(slot - lag) * 48 + tile];
      let sum = 0;
      for (let lag = 1; lag <= 168; lag++) sum += value(densities, lag);
      const [mean, ...rest] = features.columns.map((column) => column[at]);
      expect(mean).toBeCloseTo(sum / 168, 12);
      expect(rest).toEqual([value(densities, 42), value(densities, 6), value(densities, 1), value(tweets, 1), places.values[tile]]);
    }
  });

  test("are exactly 0 where nothing happened for four weeks", () => {
    const values = new Float64Array(400);
    values[3] = 0.1;
    values[200] = 0.7;
    const [mean] = tileFeatures({ values, slots: 400, tiles: 1 }, [], [168, 400]).columns;
    expect([...mean.subarray(4, 33)]).toEqual(Array.from({ length: 29 }, () => 0));
    expect(mean[33]).toBe(0.7 / 168);
    expect(mean[32 + 169]).toBe(0);
  });

  test("refuse slots without four weeks before them, and layers of other tiles", () => {
    const densities = { values: new Float64Array(200), slots: 200, tiles: 1 };
    expect(() => tileFeatures(densities, [], [167, 200])).toThrow(/four-week mean takes 168/);
    expect(() => tileFeatures(densities, [], [168, 201])).toThrow(/reach to slot 200/);
    expect(() => tileFeatures(densities, [{ name: "bars", surfaces: { values: new Float64Array(2), slots: 1, tiles: 2 } }], [168, 200])).toThrow(/layer bars/);
  });
});

describe("linear regression", () => {
  const column = (n: number, seed: string): Float64Array => {
    const random = createRandom(seed);
    return Float64Array.from({ length: n }, () => drawNormal(random));
  };

  test("finds an exact linear function whatever the columns' sizes", () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true }), (a, b) => {
        const small = column(200, "a").map((value) => 1e-4 * value), large = column(200, "b").map((value) => 1e4 + 100 * value);
        const y = small.map((value, i) => 3 + a * value + b * large[i]);
        const { coefficients } = fitLinear([small, large], y);
        expect(coefficients[1]).toBeCloseTo(a, 4);
        expect(coefficients[2]).toBeCloseTo(b, 8);
      }),
    );
  });

  test("leaves out a constant and a combination of the others, and predicts the same without them", () => {
    const a = column(300, "a"), b = column(300, "b"), y = column(300, "y").map((value, i) => value + a[i] - 2 * b[i]);
    const sum = a.map((value, i) => 2 * value - b[i] + 7);
    const full = fitLinear([a, new Float64Array(300).fill(4), b, sum], y), plain = fitLinear([a, b], y);
    expect(full.leftOut).toEqual([1, 3]);
    expect(full.standardErrors[2]).toBe(null);
    expect(full.coefficients[4]).toBe(0);
    expect(full.coefficients[1]).toBeCloseTo(plain.coefficients[1], 12);
    expect(full.residualSd).toBeCloseTo(plain.residualSd!, 12);
    expect(predictLinear(full, [a, a, b, sum])[5]).toBeCloseTo(predictLinear(plain, [a, b])[5], 12);
  });

  test("has intervals that cover the truth about as often as they should", () => {
    let covered = 0;
    for (let run = 0; run < 400; run++) {
      const x = column(60, `x${run}`), y = column(60, `y${run}`).map((noise, i) => 1 + 0.5 * x[i] + noise);
      const { coefficients, standardErrors } = fitLinear([x], y);
      if (Math.abs(coefficients[1] - 0.5) <= 2.0 * standardErrors[1]!) covered++;
    }
    // 95 % of 400 is 380; three standard deviations are 13.
    expect(Math.abs(covered - 380)).toBeLessThanOrEqual(14);
  });

  test("has no R² for a constant response and no standard errors without a degree of freedom", () => {
    expect(fitLinear([Float64Array.of(1, 2, 3)], Float64Array.of(5, 5, 5)).r2).toBe(null);
    const fit = fitLinear([Float64Array.of(1, 2)], Float64Array.of(5, 7));
    expect([fit.residualSd, ...fit.standardErrors]).toEqual([null, null, null]);
    expect(() => fitLinear([Float64Array.of(1)], new Float64Array(0))).toThrow(/0 values/);
  });
});
