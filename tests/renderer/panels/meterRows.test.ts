import { describe, expect, test } from "vitest";
import { buildPointIndex } from "../../../core/geo/pointIndex.ts";
import type { Polygon } from "../../../core/geo/types.ts";
import { addHotspot } from "../../../core/plan/edits/addHotspot.ts";
import { addPatrolArea } from "../../../core/plan/edits/addPatrolArea.ts";
import { EMPTY_PLAN } from "../../../core/plan/plan.ts";
import { meterRows } from "../../../renderer/panels/hotspots/meterRows.ts";

const square = (x: number, side: number): Polygon => ({ kind: "polygon", rings: [[{ x, y: 0 }, { x: x + side, y: 0 }, { x: x + side, y: side }, { x, y: side }]] });

/** A hotspot from 0 to 100 m with two patrol areas that overlap from 60 to 100, and one by itself from 300 to 400. */
const hotspot = addHotspot(EMPTY_PLAN, square(0, 100)).plan;
const owned = [square(0, 100), square(60, 100)].reduce((plan, shape) => addPatrolArea(plan, shape, "h1").plan, hotspot);
const plan = addPatrolArea(owned, square(300, 100), null).plan;

/** In the first alone, in the overlap, in the second alone, just outside both, far away, in the third. */
const index = buildPointIndex(Float64Array.of(30, 80, 130, 170, 230, 350), Float64Array.of(50, 50, 50, 50, 50, 50));
const input = { index, allIndex: null, days: 2, studyArea: 1e6, speed: 6 };

describe("meterRows", () => {
  test("counts each hotspot, each area and all together, overlaps once", () => {
    const rows = meterRows(plan, input, 20);
    expect(rows.map(({ name, isPart, incidents }) => [name, isPart, incidents])).toEqual([
      ["H1", false, 3], ["P2", true, 2], ["P3", true, 2], ["P4", false, 1], ["Together", false, 4],
    ]);
    expect(rows.map(({ area }) => area)).toEqual([16_000, 10_000, 10_000, 10_000, 26_000]);
    expect(rows.at(-1)).toMatchObject({ id: null, perDay: 2, areaShare: 0.026 });
    expect(rows[1]).toMatchObject({ perimeter: 400, walkMinutes: 4 });
  });

  test("counts as just outside what is near a row and in no area at all", () => {
    expect(meterRows(plan, input, 20).map(({ outside }) => outside)).toEqual([1, 0, 1, 0, 1]);
    // The third area is 70 m from the incident at 230: near, and not in the way of the others.
    expect(meterRows(plan, input, 75).map(({ outside }) => outside)).toEqual([2, 1, 2, 1, 2]);
  });

  test("has no row for a plan of nothing", () => {
    expect(meterRows(EMPTY_PLAN, input, 20)).toEqual([]);
  });
});
