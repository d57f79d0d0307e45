import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance } from "../../../core/geo/distance.ts";
import { acrossFlats } from "../../../core/geo/hexagon.ts";
import type { Hexagon } from "../../../core/geo/types.ts";
import { obstaclesOf } from "../../../core/hotspots/obstacles.ts";
import { pushOut } from "../../../core/hotspots/pushOut.ts";
import { snapHexagon, snapRotation } from "../../../core/hotspots/snapHexagon.ts";
import { spacingViolations } from "../../../core/hotspots/spacing.ts";
import { addExclusion } from "../../../core/plan/edits/addExclusion.ts";
import { addHotspot } from "../../../core/plan/edits/addHotspot.ts";
import { EMPTY_PLAN, type Hotspot } from "../../../core/plan/plan.ts";

const hexagon = (x: number, y: number, rotation = 0): Hexagon => ({ kind: "hexagon", centre: { x, y }, side: 150, rotation });
const dragged = (shape: Hexagon): Hotspot => ({ id: "dragged", name: "D", shape, rank: null, note: "", locked: false });
const one = addHotspot(EMPTY_PLAN, hexagon(0, 0)).plan;

describe("pushOut", () => {
  it("stops exactly where the buffers touch, from wherever it comes and however both are turned", () => {
    const angle = fc.double({ min: 0, max: 1.04, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -400, max: 400, noNaN: true }), fc.double({ min: -400, max: 400, noNaN: true }), angle, angle, (x, y, a, b) => {
        const plan = addHotspot(EMPTY_PLAN, hexagon(0, 0, a)).plan;
        const start = hexagon(x, y, b);
        const pushed = pushOut(obstaclesOf(plan, dragged(start)), start, 1000);
        expect(pushed).not.toBeNull();
        if (distance(start, hexagon(0, 0, a)) >= 150) expect(pushed).toBe(start);
        else expect(distance(pushed as Hexagon, hexagon(0, 0, a))).toBeCloseTo(150, 6);
      }),
    );
  });

  it("goes the shortest way: no direction reaches a clear place sooner", () => {
    const start = hexagon(310, 140, 0.4);
    const obstacles = obstaclesOf(one, dragged(start));
    const pushed = pushOut(obstacles, start, 1000) as Hexagon;
    const far = Math.hypot(pushed.centre.x - 310, pushed.centre.y - 140);
    for (let k = 0; k < 360; k++) {
      const sooner = hexagon(310 + (far - 0.01) * Math.cos(k), 140 + (far - 0.01) * Math.sin(k), 0.4);
      expect(distance(sooner, hexagon(0, 0))).toBeLessThan(150);
    }
  });

  it("gets out between two neighbours and out of an exclusion, or says that it cannot", () => {
    const two = addHotspot(one, hexagon(600, 0)).plan;
    const start = hexagon(320, 250);
    const pushed = pushOut(obstaclesOf(two, dragged(start)), start, 200) as Hexagon;
    expect(spacingViolations(two, [dragged(pushed)])).toEqual([]);
    const corner = [{ x: 100, y: -500 }, { x: 700, y: -500 }, { x: 700, y: 500 }, { x: 100, y: 500 }];
    const excluded = addExclusion(EMPTY_PLAN, { kind: "polygon", rings: [corner] }, "").plan;
    const out = pushOut(obstaclesOf(excluded, dragged(hexagon(0, 0))), hexagon(0, 0), 100) as Hexagon;
    expect(spacingViolations(excluded, [dragged(out)])).toEqual([]);
    expect(out.centre.x).toBeCloseTo(-50, 1);
    expect(pushOut(obstaclesOf(excluded, dragged(hexagon(400, 0))), hexagon(400, 0), 100)).toBeNull();
  });
});

describe("snapHexagon", () => {
  const apart = acrossFlats(150) + 150;

  it("puts it beside a neighbour of the same rotation, buffers touching", () => {
    const { hexagon: placed, kind, to } = snapHexagon(one, dragged(hexagon(6, apart - 8)), 15);
    expect([kind, to]).toEqual(["beside", ["h1"]]);
    expect(placed.centre.x).toBeCloseTo(0, 9);
    expect(placed.centre.y).toBeCloseTo(apart, 9);
    expect(spacingViolations(one, [dragged(placed)])).toEqual([]);
  });

  it("lines its centre up with neighbours", () => {
    const two = addHotspot(one, hexagon(3000, 900, 0.1)).plan;
    expect(snapHexagon(two, dragged(hexagon(4, 2000, 0.3)), 10)).toMatchObject({ kind: "in-line", to: ["h1"], hexagon: { centre: { x: 0, y: 2000 } } });
    expect(snapHexagon(two, dragged(hexagon(4, 905, 0.3)), 10)).toMatchObject({ kind: "in-line", to: ["h1", "h2"], hexagon: { centre: { x: 0, y: 900 } } });
  });

  it("pushes it out to a valid spacing within the tolerance, and leaves it beyond", () => {
    const close = dragged(hexagon(200, 330, 0.3));
    const { hexagon: placed, kind, to } = snapHexagon(one, close, 60);
    expect([kind, to]).toEqual(["spacing", ["h1"]]);
    expect(spacingViolations(one, [dragged(placed)])).toEqual([]);
    expect(snapHexagon(one, dragged(hexagon(50, 70, 0.3)), 20).kind).toBeNull();
    expect(snapHexagon(one, dragged(hexagon(3050, 1070, 0.3)), 20)).toMatchObject({ kind: null, to: [] });
  });

  it("snaps the rotation to neighbours and to the compass", () => {
    const two = addHotspot(one, hexagon(3000, 900, 0.3)).plan;
    expect(snapRotation(two, dragged(hexagon(1000, 0, 0.32)), 0.05).rotation).toBe(0.3);
    expect(snapRotation(two, dragged(hexagon(1000, 0, 1.03)), 0.05).rotation).toBe(0);
    expect(snapRotation(two, dragged(hexagon(1000, 0, 0.7)), 0.05).rotation).toBe(0.7);
  });
});
