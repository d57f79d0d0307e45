import { describe, expect, test } from "vitest";
import { distance } from "../../../core/geo/distance.ts";
import type { Point } from "../../../core/geo/types.ts";
import { spacingViolations } from "../../../core/hotspots/spacing.ts";
import type { Hotspot, Plan } from "../../../core/plan/plan.ts";
import { addExpertPoints } from "../../../core/plan/edits/addExpertPoints.ts";
import { EMPTY_PLAN } from "../../../core/plan/plan.ts";
import { START_LAYERS } from "../../../renderer/layerState.ts";
import { handleAt, transformHandles, vertexHandles } from "../../../renderer/tools/handles.ts";
import { changeReadout } from "../../../renderer/tools/readout.ts";
import { moveGesture, rotateGesture } from "../../../renderer/tools/selectTool.ts";
import { shapeAt } from "../../../renderer/tools/shapeAt.ts";
import { snapHexagon, snapMove } from "../../../renderer/tools/snapMove.ts";
import { snapPoint } from "../../../renderer/tools/snapPoint.ts";
import { faultsOf } from "../../../renderer/tools/drawing.ts";
import { areasAcross } from "../../../renderer/tools/splitTool.ts";
import { lengthOf } from "../../../renderer/tools/measureTool.ts";
import { ownerOf } from "../../../renderer/tools/polygonTools.ts";
import { cornerGesture, withoutCorner } from "../../../renderer/tools/vertexTool.ts";
import type { MapPointer } from "../../../renderer/tools/tool.ts";

const hexagon = (id: string, x: number, y: number, locked = false): Hotspot => ({
  id,
  name: id.toUpperCase(),
  shape: { kind: "hexagon", centre: { x, y }, side: 150, rotation: 0.2 },
  rank: null,
  note: "",
  locked,
});

const square = (x: number, y: number, side: number): readonly Point[] => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
];

const plan: Plan = {
  ...EMPTY_PLAN,
  hotspots: [hexagon("h1", 0, 0), hexagon("h2", 1000, 0), hexagon("h3", 0, 1000, true)],
  patrolAreas: [{ id: "p4", name: "P4", hotspot: "h1", note: "", shape: { kind: "polygon", rings: [square(-40, -40, 80)] } }],
  next: 5,
};

const pointer = (x: number, y: number, keys: Partial<MapPointer> = {}): MapPointer => ({
  point: { x, y },
  lonLat: [0, 0],
  px: { x: x / 2, y: -y / 2 },
  metresPerPixel: 2,
  shift: false,
  alt: false,
  ctrl: false,
  ...keys,
});

const shapeOf = (of: Plan, id: string): Hotspot["shape"] => of.hotspots.find((hotspot) => hotspot.id === id)!.shape;

describe("a move", () => {
  test("depends on where the pointer went down and is now, not on the way between", () => {
    const gesture = moveGesture(plan, ["h1"], pointer(10, 10), true);
    const straight = gesture(pointer(210, -90));
    gesture(pointer(5000, 800));
    gesture(pointer(-3, 7000));
    expect(gesture(pointer(210, -90))).toEqual(straight);
    expect(shapeOf(straight.edit.plan, "h1")).toMatchObject({ centre: { x: 200, y: -100 }, side: 150, rotation: 0.2 });
  });

  test("leaves the plan itself where the pointer comes back to its start", () => {
    expect(moveGesture(plan, ["h1"], pointer(10, 10), false)(pointer(10, 10)).edit.plan).toBe(plan);
  });

  test("leaves locked hotspots where they are and names them as skipped", () => {
    const { edit } = moveGesture(plan, ["h1", "h3"], pointer(0, 0), false)(pointer(50, 0));
    expect(shapeOf(edit.plan, "h3")).toBe(shapeOf(plan, "h3"));
    expect(edit.skipped).toEqual(["h3"]);
  });

  test("snaps to exactly the gap that two buffers need, and Ctrl suspends that", () => {
    const gesture = moveGesture(plan, ["h1"], pointer(0, 0), true);
    const near = pointer(562, 4);
    const free = gesture({ ...near, ctrl: true }).edit.plan;
    const snapped = gesture(near).edit.plan;
    const gapOf = (of: Plan): number => distance(shapeOf(of, "h1"), shapeOf(of, "h2"));
    expect(Math.abs(gapOf(free) - 150)).toBeGreaterThan(0.5);
    expect(Math.abs(gapOf(free) - 150)).toBeLessThan(20);
    expect(gapOf(snapped)).toBeGreaterThanOrEqual(150);
    expect(gapOf(snapped)).toBeLessThan(150.01);
    expect(spacingViolations(snapped)).toEqual([]);
  });

  test("with Alt adds copies under new ids and leaves the originals", () => {
    const { edit, ids } = moveGesture(plan, ["h1"], pointer(0, 0, { alt: true }), false)(pointer(0, -600));
    expect(edit.plan.hotspots).toHaveLength(4);
    expect(ids).toEqual(["h5"]);
    expect(shapeOf(edit.plan, "h1")).toBe(shapeOf(plan, "h1"));
    expect(shapeOf(edit.plan, "h5")).toMatchObject({ centre: { x: 0, y: -600 } });
  });
});

describe("a rotation", () => {
  test("turns by the angle that the pointer has gone round the centre", () => {
    const { edit } = rotateGesture(plan, ["h1"], { x: 0, y: 0 }, pointer(0, 200))(pointer(-100, 200));
    expect(shapeOf(edit.plan, "h1")).toMatchObject({ centre: { x: 0, y: 0 }, side: 150 });
    const turned = shapeOf(edit.plan, "h1") as { rotation: number };
    expect(turned.rotation).toBeCloseTo(0.2 + Math.atan2(100, 200), 12);
  });

  test("is held to steps of 15° with Shift", () => {
    const { edit, what } = rotateGesture(plan, ["h1"], { x: 0, y: 0 }, pointer(0, 200))(pointer(-100, 200, { shift: true }));
    expect((shapeOf(edit.plan, "h1") as { rotation: number }).rotation).toBeCloseTo(0.2 + Math.PI / 6, 12);
    expect(what).toBe("turned 30.0° anticlockwise");
  });

  test("goes the short way where the angle jumps from +180° to -180°", () => {
    const { what } = rotateGesture(plan, ["h1"], { x: 0, y: 0 }, pointer(-200, 10))(pointer(-200, -10));
    expect(what).toBe("turned 5.7° anticlockwise");
  });
});

describe("what is under the pointer", () => {
  const at = (x: number, y: number, selection: readonly string[] = []) => shapeAt(plan, START_LAYERS, selection, { x, y }, 2)?.id ?? null;

  test("is the smallest shape there, unless another one is selected", () => {
    expect(at(0, 0)).toBe("p4");
    expect(at(0, 0, ["h1"])).toBe("h1");
    expect(at(100, 0)).toBe("h1");
  });

  test("is nothing on empty ground, and an outline within 4 px", () => {
    expect(at(500, 500)).toBeNull();
    const edge = 150 * Math.cos(Math.PI / 6);
    const out = { x: Math.cos(0.2 + Math.PI / 6), y: Math.sin(0.2 + Math.PI / 6) };
    expect(at(out.x * (edge + 7), out.y * (edge + 7))).toBe("h1");
    expect(at(out.x * (edge + 9), out.y * (edge + 9))).toBeNull();
  });

  test("is not what lies on a hidden layer", () => {
    const hidden = START_LAYERS.map((layer) => ({ ...layer, visible: layer.kind !== "patrol-areas" }));
    expect(shapeAt(plan, hidden, [], { x: 0, y: 0 }, 2)?.id).toBe("h1");
  });
});

describe("handles", () => {
  test("offer no turning of what is locked", () => {
    expect(transformHandles(plan, ["h3"], 2).map(({ kind }) => kind)).toEqual(["centre"]);
    expect(transformHandles(plan, ["h1"], 2).map(({ kind }) => kind)).toEqual(["centre", "rotate"]);
  });

  test("are hit within 12 px, the nearest first", () => {
    const handles = vertexHandles(plan, ["p4"]);
    expect(handles).toHaveLength(8);
    expect(handleAt(handles, { x: -40 - 16, y: -40 - 16 }, 2)).toMatchObject({ kind: "vertex", index: 0 });
    expect(handleAt(handles, { x: 0, y: -41 }, 2)).toMatchObject({ kind: "middle", index: 0 });
    expect(handleAt(handles, { x: -60, y: -60 }, 2)).toBeNull();
  });
});

describe("corners", () => {
  const ring = (of: Plan): readonly Point[] => of.patrolAreas[0].shape.rings[0];
  const handle = (kind: "vertex" | "middle", index: number) => vertexHandles(plan, ["p4"]).find((one) => one.kind === kind && one.index === index) as never;

  test("move to the pointer", () => {
    const { edit, faults } = cornerGesture(plan, handle("vertex", 2), false)(pointer(60, 70));
    expect(ring(edit.plan)).toContainEqual({ x: 60, y: 70 });
    expect(ring(edit.plan)).toHaveLength(4);
    expect(faults).toEqual([]);
  });

  test("come out of the middle of an edge", () => {
    const { edit } = cornerGesture(plan, handle("middle", 0), false)(pointer(0, -60));
    expect(ring(edit.plan)).toHaveLength(5);
    expect(ring(edit.plan)[1]).toEqual({ x: 0, y: -60 });
  });

  test("tell of an outline that would cross itself", () => {
    const { faults } = cornerGesture(plan, handle("vertex", 0), false)(pointer(60, 20));
    expect(faults[0].kind).toBe("self-crossing");
  });

  test("go, but the last three stay", () => {
    const three = withoutCorner(plan, handle("vertex", 0)).plan;
    expect(ring(three)).toHaveLength(3);
    expect(() => withoutCorner(three, handle("vertex", 0))).toThrow(/at least 3/);
  });
});

describe("snapping", () => {
  test("takes a point to a corner before an edge, and shows which", () => {
    expect(snapPoint(plan, { x: -46, y: -44 }, 2)).toEqual({ point: { x: -40, y: -40 }, marks: [{ at: { x: -40, y: -40 }, kind: "snap-corner" }] });
    expect(snapPoint(plan, { x: 2, y: -48 }, 2)).toEqual({ point: { x: 2, y: -40 }, marks: [{ at: { x: 2, y: -40 }, kind: "snap-edge" }] });
    expect(snapPoint(plan, { x: 2, y: -48 }, 2, "p4").marks).toEqual([]);
    expect(snapPoint(plan, { x: 400, y: 300 }, 2)).toEqual({ point: { x: 400, y: 300 }, marks: [] });
  });

  test("leaves a shape alone where no neighbour is near the distance that is needed", () => {
    expect(snapMove(plan, ["h1"], { x: 200, y: 0 }, 2)).toBeNull();
    const far = { kind: "hexagon", centre: { x: 5000, y: 5000 }, side: 150, rotation: 0 } as const;
    expect(snapHexagon(plan, far, 2)).toEqual({ hexagon: far, marks: [] });
  });
});

describe("drawing", () => {
  test("finds where an outline crosses itself as soon as it does", () => {
    const bow = [{ x: 0, y: 0 }, { x: 100, y: 100 }, { x: 100, y: 0 }, { x: 0, y: 100 }];
    expect(faultsOf(bow, true)[0]).toMatchObject({ kind: "self-crossing", at: { x: 50, y: 50 } });
    expect(faultsOf(square(0, 0, 100), true)).toEqual([]);
    expect(faultsOf(bow, false)).toEqual([]);
  });

  test("gives a patrol area to the selected hotspot, else to the one that it lies in, else to none", () => {
    const inside = { kind: "polygon", rings: [square(-20, -20, 40)] } as const;
    expect(ownerOf(plan, inside, [])).toBe("h1");
    expect(ownerOf(plan, inside, ["h2"])).toBe("h2");
    expect(ownerOf(plan, { kind: "polygon", rings: [square(500, 500, 40)] }, [])).toBeNull();
  });

  test("splits the patrol areas that the line touches, of the selected ones where there are any", () => {
    const across = [{ x: -100, y: 0 }, { x: 100, y: 0 }];
    expect(areasAcross(plan, across, []).map(({ id }) => id)).toEqual(["p4"]);
    expect(areasAcross(plan, [{ x: -100, y: 90 }, { x: 100, y: 90 }], [])).toEqual([]);
  });

  test("measures along the line", () => {
    expect(lengthOf([{ x: 0, y: 0 }, { x: 30, y: 40 }, { x: 30, y: 140 }])).toBe(150);
  });
});

describe("the readout", () => {
  test("names the hotspot once, and the worst of what is broken", () => {
    const { edit } = moveGesture(plan, ["h1"], pointer(0, 0), false)(pointer(620, 0));
    const said = changeReadout(plan, edit.plan, ["h1"], null);
    expect(said.readout).toMatch(/^H1 · [\d.]+ m from H2; needs 150 m$/);
    expect(said.tone).toBe("bad");
  });

  test("gives the nearest neighbour where all is well", () => {
    expect(changeReadout(plan, plan, ["h1"], null)).toMatchObject({ readout: expect.stringMatching(/^H1 · 7\d\d m from H/), tone: "good" });
  });
});

describe("an expert point", () => {
  const { plan: withPoint, added } = addExpertPoints(plan, [{ place: { x: 20, y: 30 }, window: [20, 24], block: 0, note: "", author: "" }]);
  const [id] = added;

  test("is under the pointer before the shapes that it lies in, within the size of its mark", () => {
    expect(shapeAt(withPoint, START_LAYERS, [], { x: 30, y: 30 }, 2)?.id).toBe(id);
    expect(shapeAt(withPoint, START_LAYERS, ["h1"], { x: 60, y: 30 }, 2)?.id).toBe("h1");
    const hidden = START_LAYERS.map((layer) => ({ ...layer, visible: layer.kind !== "expert-points" }));
    expect(shapeAt(withPoint, hidden, [], { x: 20, y: 30 }, 2)?.id).toBe("p4");
  });

  test("is dragged, and copied with Alt, as shapes are", () => {
    const moved = moveGesture(withPoint, [id], pointer(20, 30), true)(pointer(120, -70));
    expect(moved.edit.plan.expertPoints).toMatchObject([{ id, place: { x: 120, y: -70 } }]);
    expect(changeReadout(withPoint, moved.edit.plan, [id], null).readout).toBe("E5");
    const copied = moveGesture(withPoint, [id], pointer(20, 30, { alt: true }), true)(pointer(120, 30));
    expect(copied.edit.plan.expertPoints.map(({ place }) => place)).toEqual([{ x: 20, y: 30 }, { x: 120, y: 30 }]);
  });

  test("has nothing to turn by itself, and goes round with a hotspot", () => {
    expect(transformHandles(withPoint, [id], 2)).toEqual([]);
    expect(transformHandles(withPoint, [id, "h1"], 2).map(({ kind }) => kind)).toEqual(["centre", "rotate"]);
  });
});
