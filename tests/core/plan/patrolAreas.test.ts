import { describe, expect, it } from "vitest";
import { area } from "../../../core/geo/area.ts";
import { buildPointIndex } from "../../../core/geo/pointIndex.ts";
import type { Polygon } from "../../../core/geo/types.ts";
import { captured } from "../../../core/hotspots/captured.ts";
import { addHotspot } from "../../../core/plan/edits/addHotspot.ts";
import { addPatrolArea } from "../../../core/plan/edits/addPatrolArea.ts";
import { cutPatrolArea } from "../../../core/plan/edits/cutPatrolArea.ts";
import { mergePatrolAreas } from "../../../core/plan/edits/mergePatrolAreas.ts";
import { splitPatrolArea } from "../../../core/plan/edits/splitPatrolArea.ts";
import { EMPTY_PLAN } from "../../../core/plan/plan.ts";

const box = (x: number, y: number, width: number, height: number): Polygon => ({
  kind: "polygon",
  rings: [[{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }]],
});
const hotspot = addHotspot(EMPTY_PLAN, { kind: "hexagon", centre: { x: 50, y: 50 }, side: 150, rotation: 0 }).plan;
const one = addPatrolArea(hotspot, box(0, 0, 100, 100), "h1").plan;

describe("patrol areas", () => {
  it("split into parts of the same hotspot; the largest keeps the name", () => {
    const { plan, label, added } = splitPatrolArea(one, "p2", [{ x: 30, y: -1 }, { x: 30, y: 101 }]);
    expect(plan.patrolAreas.map(({ id, name, hotspot: of, shape }) => [id, name, of, area(shape)])).toEqual([
      ["p2", "P2", "h1", 7000],
      ["p3", "P3", "h1", 3000],
    ]);
    expect([label, added, plan.next]).toEqual(["Split P2 into 2", ["p3"], 4]);
  });

  it("merge where they touch, and say so where they do not", () => {
    const two = addPatrolArea(one, box(90, 20, 50, 50), null).plan;
    const { plan, label } = mergePatrolAreas(two, ["p2", "p3"]);
    expect(plan.patrolAreas.map(({ id, shape }) => [id, area(shape)])).toEqual([["p2", 10000 + 2000]]);
    expect(label).toBe("Merge P2, P3");
    const apart = addPatrolArea(one, box(500, 0, 50, 50), null).plan;
    expect(() => mergePatrolAreas(apart, ["p2", "p3"])).toThrow(/do not touch/);
    expect(() => mergePatrolAreas(apart, ["p2"])).toThrow(/at least 2/);
  });

  it("have areas cut out of them", () => {
    const { plan } = cutPatrolArea(one, "p2", [box(40, 40, 20, 20)]);
    expect(plan.patrolAreas[0].shape.rings).toHaveLength(2);
    expect(cutPatrolArea(one, "p2", [box(40, -10, 20, 200)]).plan.patrolAreas).toHaveLength(2);
    expect(() => cutPatrolArea(one, "p2", [box(-10, -10, 200, 200)])).toThrow(/Nothing of P2/);
  });

  it("capture a share of crime and of area, overlaps counted once", () => {
    const index = buildPointIndex(Float64Array.of(10, 60, 60, 300), Float64Array.of(10, 60, 60, 300));
    const found = captured([box(0, 0, 100, 100), box(50, 50, 100, 100)], index, 175_000);
    expect(found).toMatchObject({ incidents: 3, area: 17_500, incidentShare: 0.75, areaShare: 0.1 });
    expect(found.pai).toBeCloseTo(7.5, 12);
    expect(captured([], index, null)).toEqual({ incidents: 0, area: 0, incidentShare: 0, areaShare: null, pai: null });
  });
});
