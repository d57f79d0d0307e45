import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../../core/json.ts";
import { addExpertPoints, type NewExpertPoint } from "../../../core/plan/edits/addExpertPoints.ts";
import { addHotspot } from "../../../core/plan/edits/addHotspot.ts";
import { rename, setNote } from "../../../core/plan/edits/describeEntity.ts";
import { duplicate } from "../../../core/plan/edits/duplicate.ts";
import { moveShapes } from "../../../core/plan/edits/moveShapes.ts";
import { remove } from "../../../core/plan/edits/remove.ts";
import { rotateShapes } from "../../../core/plan/edits/rotateShapes.ts";
import { setExpertPoint } from "../../../core/plan/edits/setExpertPoint.ts";
import { EMPTY_PLAN } from "../../../core/plan/plan.ts";
import { planFromJson, planToJson } from "../../../core/plan/storeHistory.ts";

const block = Date.UTC(2024, 2, 4);
const point = (x: number, y = 0): NewExpertPoint => ({ place: { x, y }, window: [20, 4], block, note: "", author: "Beat 7" });
const { plan } = addExpertPoints(addHotspot(EMPTY_PLAN, { kind: "hexagon", centre: { x: 0, y: 0 }, side: 150, rotation: 0 }).plan, [point(100), point(300)]);

describe("expert points", () => {
  it("are added one or many in one named step, with numbers that are never used twice", () => {
    expect(plan.expertPoints.map(({ id, name }) => [id, name])).toEqual([["e2", "E2"], ["e3", "E3"]]);
    expect(addExpertPoints(plan, [point(0)])).toMatchObject({ label: "Add expert point E4", added: ["e4"] });
    expect(addExpertPoints(plan, [point(0), { ...point(1), name: " Bar " }, { ...point(2), name: "H1" }])).toMatchObject({
      label: "Add 3 expert points",
      plan: { next: 7, expertPoints: [{}, {}, { name: "E4" }, { name: "Bar" }, { name: "E6" }] },
    });
    expect(addExpertPoints(plan, []).plan).toBe(plan);
  });

  it("move, turn about a common centre, copy, take notes and names, and go, as the shapes do", () => {
    expect(moveShapes(plan, ["h1", "e2"], 3, 4)).toMatchObject({
      label: "Move 1 hotspot and 1 expert point by 5 m",
      plan: { hotspots: [{ shape: { centre: { x: 3, y: 4 } } }], expertPoints: [{ place: { x: 103, y: 4 } }, { place: { x: 300, y: 0 } }] },
    });
    expect(moveShapes(plan, ["e2"], 0, 0).plan).toBe(plan);
    const [a, b] = rotateShapes(plan, ["e2", "e3"], Math.PI / 2, "common").plan.expertPoints.map(({ place }) => place);
    expect([a.x, a.y, b.x, b.y].map((v) => Math.round(v * 1e6) / 1e6)).toEqual([200, -100, 200, 100]);
    expect(rotateShapes(plan, ["e2"], 1, "own").plan).toBe(plan);
    expect(duplicate(plan, ["e2"], 60, -60)).toMatchObject({ added: ["e4"], plan: { expertPoints: [{}, {}, { id: "e4", name: "E4", place: { x: 160, y: -60 }, author: "Beat 7" }] } });
    expect(setNote(plan, "e2", "quiet").plan.expertPoints[0].note).toBe("quiet");
    expect(rename(plan, "e2", "Bar").plan.expertPoints[0].name).toBe("Bar");
    expect(() => rename(plan, "h1", "E3")).toThrow("The name E3 is taken");
    expect(remove(plan, ["e2", "e3"])).toMatchObject({ label: "Delete 2 expert points", plan: { expertPoints: [], hotspots: [{}] } });
  });

  it("say in the history what was set", () => {
    expect(setExpertPoint(plan, "e2", { window: [4.5, 8] }).label).toBe("Set the window of E2 to 04:30–08:00");
    expect(setExpertPoint(plan, "e2", { block: Date.UTC(2024, 2, 11) }).label).toBe("Set the block of E2 to 11 March 2024");
    expect(setExpertPoint(plan, "e2", { place: { x: 103, y: 4 } }).label).toBe("Move E2 by 5 m");
    expect(setExpertPoint(plan, "e2", { author: "Beat 8" })).toMatchObject({ label: "Set the author of E2", plan: { expertPoints: [{ author: "Beat 8" }, {}] } });
    expect(setExpertPoint(plan, "e2", { window: [20, 4], author: "Beat 7" }).plan).toBe(plan);
  });

  it("refuse what the person can mend, in words", () => {
    expect(() => setExpertPoint(plan, "e2", { window: [20, 25] })).toThrow("The window of E2 has the hour 25; an hour of the day is 0 to 24. Enter such a number.");
    expect(() => setExpertPoint(plan, "e2", { block: block + 1 })).toThrow(/no midnight/);
    expect(() => setExpertPoint(plan, "e2", { place: { x: NaN, y: 0 } })).toThrow(/must be numbers/);
    expect(() => setExpertPoint(plan, "e9", {})).toThrow(/no expert point e9/);
  });

  it("are none in a project from before there were any; damaged ones are refused", () => {
    const { expertPoints: _, ...old } = EMPTY_PLAN;
    expect(planFromJson(old as unknown as JsonValue)).toEqual(EMPTY_PLAN);
    expect(planFromJson(planToJson(plan))).toEqual(plan);
    const broken = (change: object): JsonValue => ({ ...plan, expertPoints: [{ ...plan.expertPoints[0], ...change }] }) as unknown as JsonValue;
    for (const change of [{ window: [20, 25] }, { block: 1.5 }, { block: block + 3_600_000 }, { place: { x: "1", y: 2 } }, { author: null }, { id: "h1" }, { more: 1 }]) {
      expect(() => planFromJson(broken(change)), JSON.stringify(change)).toThrow(/The stored plan is damaged/);
    }
  });
});
