import { describe, expect, it } from "vitest";
import { area } from "../../../core/geo/area.ts";
import { distance } from "../../../core/geo/distance.ts";
import type { Hexagon, Polygon } from "../../../core/geo/types.ts";
import { addHotspot } from "../../../core/plan/edits/addHotspot.ts";
import { addPatrolArea } from "../../../core/plan/edits/addPatrolArea.ts";
import { rename } from "../../../core/plan/edits/describeEntity.ts";
import { duplicate } from "../../../core/plan/edits/duplicate.ts";
import { lock } from "../../../core/plan/edits/lock.ts";
import { moveShapes } from "../../../core/plan/edits/moveShapes.ts";
import { remove } from "../../../core/plan/edits/remove.ts";
import { rotateShapes } from "../../../core/plan/edits/rotateShapes.ts";
import { setBuffer } from "../../../core/plan/edits/setBuffer.ts";
import { setHexagon } from "../../../core/plan/edits/setShape.ts";
import { EMPTY_PLAN, type Plan } from "../../../core/plan/plan.ts";

const hexagon = (x: number): Hexagon => ({ kind: "hexagon", centre: { x, y: 0 }, side: 150, rotation: 0 });
const clockwise: Polygon = { kind: "polygon", rings: [[{ x: 0, y: 0 }, { x: 0, y: 10 }, { x: 20, y: 10 }, { x: 20, y: 0 }]] };
const three: Plan = [0, 1000, 2000].reduce((plan, x) => addHotspot(plan, hexagon(x)).plan, EMPTY_PLAN);

describe("edits", () => {
  it("name themselves for the undo history", () => {
    expect(addHotspot(EMPTY_PLAN, hexagon(0)).label).toBe("Add H1");
    expect(moveShapes(three, ["h1", "h2", "h3"], 0, 12).label).toBe("Move 3 hotspots by 12 m");
    expect(moveShapes(three, ["h2"], 0.3, 0.4).label).toBe("Move H2 by 0.5 m");
    expect(rotateShapes(three, ["h2"], (-14 * Math.PI) / 180, "own").label).toBe("Rotate H2 by 14° clockwise");
    expect(setHexagon(three, "h2", { side: 120 }).label).toBe("Set the edge of H2 to 120 m");
    expect(setBuffer(three, 50).label).toBe("Set the buffer to 50 m");
    const withArea = addPatrolArea(three, clockwise, "h2").plan;
    expect(remove(withArea, ["h1", "h2", "p4"]).label).toBe("Delete 2 hotspots and 1 patrol area");
  });

  it("leave locked hotspots where they are and say so", () => {
    const { plan } = lock(three, ["h2"], true);
    const moved = moveShapes(plan, ["h1", "h2"], 10, 0);
    expect(moved.skipped).toEqual(["h2"]);
    expect(moved.label).toBe("Move H1 by 10 m");
    expect(moved.plan.hotspots[1]).toBe(plan.hotspots[1]);
    expect(rotateShapes(plan, ["h2"], 1, "own")).toMatchObject({ plan, skipped: ["h2"] });
    expect(setHexagon(plan, "h2", { side: 10 })).toMatchObject({ plan, skipped: ["h2"] });
    expect(remove(plan, ["h2"])).toMatchObject({ plan, skipped: ["h2"] });
  });

  it("turn several hotspots about their common centre without changing the gaps between them", () => {
    const { plan } = rotateShapes(three, ["h1", "h2", "h3"], 0.7, "common");
    expect(plan.hotspots[1].shape).toMatchObject({ centre: { x: 1000, y: 0 }, side: 150 });
    for (const [a, b] of [[0, 1], [1, 2], [0, 2]]) {
      expect(distance(plan.hotspots[a].shape, plan.hotspots[b].shape)).toBeCloseTo(distance(three.hotspots[a].shape, three.hotspots[b].shape), 8);
    }
  });

  it("put the rings of a drawn polygon in order", () => {
    const { plan } = addPatrolArea(three, clockwise, null);
    expect(area(plan.patrolAreas[0].shape)).toBe(200);
    expect(plan.patrolAreas[0].shape.rings[0]).toEqual(clockwise.rings[0].toReversed());
  });

  it("never use a number twice", () => {
    const { plan } = remove(three, ["h3"]);
    expect(addHotspot(plan, hexagon(0)).added).toEqual(["h4"]);
  });

  it("copy a patrol area with its hotspot to the copy of the hotspot", () => {
    const { plan } = addPatrolArea(three, clockwise, "h1");
    const { plan: copied, added } = duplicate(plan, ["h1", "p4"], 30, 0);
    expect(added).toEqual(["h5", "p6"]);
    expect(copied.patrolAreas[1]).toMatchObject({ id: "p6", hotspot: "h5" });
    expect(copied.hotspots[3]).toMatchObject({ id: "h5", name: "H5", shape: { centre: { x: 30, y: 0 } } });
  });

  it("let the patrol areas of a deleted hotspot stand by themselves", () => {
    const { plan } = addPatrolArea(three, clockwise, "h1");
    expect(remove(plan, ["h1"]).plan.patrolAreas[0].hotspot).toBeNull();
  });

  it("refuse what the user can mend, in words", () => {
    expect(() => setHexagon(three, "h1", { side: 0 })).toThrow("The edge of H1 is 0 m; it must be above 0 m. Enter a positive number.");
    expect(() => setBuffer(three, -5)).toThrow(/-5 m/);
    expect(() => rename(three, "h1", " H2 ")).toThrow("The name H2 is taken. Enter another name.");
    expect(() => rename(three, "h1", "  ")).toThrow(/needs a name/);
  });
});
