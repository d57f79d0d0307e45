import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { area } from "../../../core/geo/area.ts";
import type { Hexagon, Polygon } from "../../../core/geo/types.ts";
import { unionArea } from "../../../core/geo/unionArea.ts";
import { pairHexagons } from "../../../core/hotspots/pairHexagons.ts";
import { addDrawnHotspots } from "../../../core/plan/edits/addDrawnHotspots.ts";
import { addHotspot } from "../../../core/plan/edits/addHotspot.ts";
import { addPatrolArea } from "../../../core/plan/edits/addPatrolArea.ts";
import { fitHotspot } from "../../../core/plan/edits/fitHotspot.ts";
import { lock } from "../../../core/plan/edits/lock.ts";
import { setShape } from "../../../core/plan/edits/setShape.ts";
import { replaceable, takeHexagons } from "../../../core/plan/edits/takeHexagons.ts";
import { groundOf } from "../../../core/plan/groundOf.ts";
import { EMPTY_PLAN, type Plan } from "../../../core/plan/plan.ts";

const hexagon = (x: number, y = 0): Hexagon => ({ kind: "hexagon", centre: { x, y }, side: 150, rotation: 0 });
const square = (x: number): Polygon => ({ kind: "polygon", rings: [[{ x, y: 0 }, { x: x + 100, y: 0 }, { x: x + 100, y: 100 }, { x, y: 100 }]] });
const plan: Plan = [0, 1000, 2000, 3000].reduce((so, x) => addHotspot(so, hexagon(x)).plan, EMPTY_PLAN);
const ids = (of: Plan): string[] => of.hotspots.map(({ id }) => id);
const centres = (of: Plan): number[] => of.hotspots.map(({ shape }) => (shape.kind === "hexagon" ? shape.centre.x : -1));

describe("pairHexagons", () => {
  it("pairs the nearest first, whatever the order", () => {
    expect(pairHexagons([hexagon(0), hexagon(1000)], [hexagon(1010), hexagon(40), hexagon(500)])).toEqual([
      { from: 1, to: 0 }, { from: 0, to: 1 }, { from: null, to: 2 },
    ]);
    expect(pairHexagons([hexagon(0), hexagon(100)], [hexagon(90)])).toEqual([{ from: 1, to: 0 }, { from: 0, to: null }]);
  });

  it("names every hexagon and every proposal once", () => {
    const some = fc.array(fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }) }).map(({ x, y }) => hexagon(x, y)), { maxLength: 8 });
    fc.assert(fc.property(some, some, (standing, proposed) => {
      const pairs = pairHexagons(standing, proposed);
      expect(pairs.flatMap(({ from }) => from ?? []).sort((a, b) => a - b)).toEqual([...standing.keys()]);
      expect(pairs.flatMap(({ to }) => to ?? []).sort((a, b) => a - b)).toEqual([...proposed.keys()]);
      expect(pairs.filter(({ from, to }) => from !== null && to !== null)).toHaveLength(Math.min(standing.length, proposed.length));
    }));
  });
});

describe("takeHexagons", () => {
  it("moves the hotspots that are near, adds what is more, and keeps ids and names", () => {
    const edit = takeHexagons(plan, [hexagon(2010), hexagon(-20), hexagon(990), hexagon(3000), hexagon(5000)], ["h1", "h2", "h3", "h4"]);
    expect(ids(edit.plan)).toEqual(["h1", "h2", "h3", "h4", "h5"]);
    expect(centres(edit.plan)).toEqual([-20, 990, 2010, 3000, 5000]);
    expect(edit.label).toBe("Replace 4 hotspots by the proposed 5");
  });

  it("deletes those that a smaller set does not need", () => {
    expect(centres(takeHexagons(plan, [hexagon(1001), hexagon(2999)], ["h1", "h2", "h3", "h4"]).plan)).toEqual([1001, 2999]);
  });

  it("adds all where none gives way, and never uses a number twice", () => {
    const edit = takeHexagons(plan, [hexagon(6000)], []);
    expect(ids(edit.plan)).toEqual(["h1", "h2", "h3", "h4", "h5"]);
    expect(addHotspot(edit.plan, hexagon(0)).added).toEqual(["h6"]);
  });

  it("leaves locked hotspots, drawn ones and those with patrol areas alone, even when asked", () => {
    const mixed = addHotspot(addPatrolArea(lock(plan, ["h1"], true).plan, square(1000), "h2").plan, square(9000)).plan;
    expect(replaceable(mixed).map(({ id }) => id)).toEqual(["h3", "h4"]);
    const { plan: next } = takeHexagons(mixed, [hexagon(7000)], ids(mixed));
    expect(next.hotspots.filter(({ id }) => ["h1", "h2", "h6"].includes(id))).toEqual(mixed.hotspots.filter(({ id }) => ["h1", "h2", "h6"].includes(id)));
    expect(next.hotspots).toHaveLength(4);
  });
});

describe("addDrawnHotspots", () => {
  it("makes a hotspot of each set of outlines, with a patrol area for each outline", () => {
    const edit = addDrawnHotspots(EMPTY_PLAN, [[square(0), square(500)], [], [square(900)]]);
    expect(edit.added).toEqual(["h1", "h4"]);
    expect(edit.plan.patrolAreas.map(({ hotspot }) => hotspot)).toEqual(["h1", "h1", "h4"]);
    expect(groundOf(edit.plan, edit.plan.hotspots[0])).toEqual([square(0), square(0), square(500)]);
  });
});

describe("fitHotspot", () => {
  const drawn = addDrawnHotspots(EMPTY_PLAN, [[square(0)]]).plan;

  it("makes a drawn hotspot follow its patrol areas, and the ground is these and no more", () => {
    const edited = setShape(drawn, "p2", square(40)).plan;
    const joined = addPatrolArea(addPatrolArea(edited, square(120), "h1").plan, square(500), "h1").plan;
    const { plan: fitted, label } = fitHotspot(joined, "h1");
    expect(label).toBe("Fit H1 to its patrol areas");
    expect(area(fitted.hotspots[0].shape)).toBeCloseTo(18_000, 6);
    expect(unionArea(groundOf(fitted, fitted.hotspots[0]))).toBeCloseTo(28_000, 6);
  });

  it("asks for a drawn hotspot with patrol areas", () => {
    expect(() => fitHotspot(plan, "h1")).toThrow("not a drawn hotspot");
    expect(() => fitHotspot(addHotspot(EMPTY_PLAN, square(0)).plan, "h1")).toThrow("no patrol area");
  });
});
