// Events by jurisdiction and block, and key locations by class: nothing is lost or counted twice.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classifySurface } from "../../../../core/forecast/evaluate/classifySurface.ts";
import { countsByArea } from "../../../../core/forecast/evaluate/countsByArea.ts";
import { placesByClass } from "../../../../core/forecast/evaluate/placesByClass.ts";
import type { Polygon } from "../../../../core/geo/types.ts";

const box = (minX: number, minY: number, maxX: number, maxY: number): Polygon => ({
  kind: "polygon",
  rings: [[{ x: minX, y: minY }, { x: maxX, y: minY }, { x: maxX, y: maxY }, { x: minX, y: maxY }]],
});
const west = { name: "West", polygons: [box(0, 0, 10, 10)] };
const east = { name: "East", polygons: [box(10, 0, 20, 10)] };
const points = (...list: readonly (readonly [number, number])[]) => ({ x: Float64Array.from(list, ([x]) => x), y: Float64Array.from(list, ([, y]) => y) });

describe("events by area", () => {
  test("are counted for each block", () => {
    const result = countsByArea([west, east], [points([1, 1], [2, 2], [11, 1]), points([15, 5], [50, 5])]);
    expect(result).toEqual({ counts: [[2, 0], [1, 1]], outside: [0, 1], shared: [0, 0] });
  });

  test("on a boundary between neighbours are counted once", () => {
    expect(countsByArea([west, east], [points([10, 5])])).toEqual({ counts: [[0], [1]], outside: [0], shared: [0] });
  });

  test("in areas that overlap are counted in both, and that is told", () => {
    const whole = { name: "All", polygons: [box(0, 0, 20, 10)] };
    expect(countsByArea([west, whole], [points([1, 1], [12, 1])])).toEqual({ counts: [[1], [2]], outside: [0], shared: [1] });
  });

  test("add up over areas that do not overlap", () => {
    const place = fc.tuple(fc.integer({ min: -5, max: 25 }), fc.integer({ min: -5, max: 15 }));
    fc.assert(
      fc.property(fc.array(place), (list) => {
        const { counts, outside, shared } = countsByArea([west, east], [points(...list)]);
        expect(counts[0][0] + counts[1][0] + outside[0]).toBe(list.length);
        expect(shared).toEqual([0]);
      }),
    );
  });
});

describe("places by class", () => {
  const grid = { origin: { x: 0, y: 0 }, cell: 10, columns: 5, rows: 1 };

  test("take the class of their cell; what is beyond the study area stands beside the total", () => {
    const cells = Uint32Array.of(0, 1, 2, 4);
    const classes = classifySurface(Float64Array.of(9, 5, 1, 2), { hot: 0.25, warm: 0.5 });
    const rows = placesByClass(
      [
        { x: 5, y: 5, kind: "market" },
        { x: 10, y: 0, kind: "station" },
        { x: 9.99, y: 9, kind: "market" },
        { x: 45, y: 5, kind: "market" },
        { x: 35, y: 5, kind: "market" },
        { x: -1, y: 5, kind: "station" },
      ],
      grid,
      cells,
      classes,
    );
    expect(rows).toEqual([
      { kind: "market", hot: 2, warm: 0, other: 1, total: 3, outside: 1 },
      { kind: "station", hot: 0, warm: 1, other: 0, total: 1, outside: 1 },
    ]);
  });

  test("refuse classes of other cells", () => {
    expect(() => placesByClass([], grid, Uint32Array.of(0), Uint8Array.of(0, 1))).toThrow(/2 classes for 1 cells/);
  });
});
