import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPointIndex } from "../../../core/geo/pointIndex.ts";
import type { Hexagon, Polygon } from "../../../core/geo/types.ts";
import { commit, startHistory, type History } from "../../../core/plan/history.ts";
import { EMPTY_PLAN, type Exclusion, type Hotspot, type PatrolArea, type Plan } from "../../../core/plan/plan.ts";
import { addDrawnHotspots } from "../../../core/plan/edits/addDrawnHotspots.ts";
import { rename, setNote } from "../../../core/plan/edits/describeEntity.ts";
import { lock } from "../../../core/plan/edits/lock.ts";
import { moveShapes } from "../../../core/plan/edits/moveShapes.ts";
import { remove } from "../../../core/plan/edits/remove.ts";
import { removeRule, replaceRule } from "../../../core/plan/edits/replaceRule.ts";
import { rotateShapes } from "../../../core/plan/edits/rotateShapes.ts";
import { setBuffer } from "../../../core/plan/edits/setBuffer.ts";
import { setHexagon, setShape } from "../../../core/plan/edits/setShape.ts";
import { takeHexagons } from "../../../core/plan/edits/takeHexagons.ts";
import { restoreHistory, storeHistory } from "../../../core/plan/storeHistory.ts";
import { spacingViolations } from "../../../core/hotspots/spacing.ts";
import { changesInWords } from "../../../core/record/changeInWords.ts";
import { designLog } from "../../../core/record/designLog.ts";

const hexagon = (x: number, y: number): Hexagon => ({ kind: "hexagon", centre: { x, y }, side: 150, rotation: 0 });
const hotspot = (n: number, x: number, y: number): Hotspot => ({ id: `h${n}`, name: `H${n}`, shape: hexagon(x, y), rank: n, note: "", locked: false });
const box = (x: number, y: number, width: number, height: number): Polygon => ({
  kind: "polygon",
  rings: [[{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }]],
});
const patrolArea: PatrolArea = { id: "p3", name: "P3", hotspot: "h1", shape: box(-200, -200, 300, 200), note: "" };
const school: Exclusion = { id: "x4", name: "School", reason: "school", shape: box(1000, 0, 50, 50) };

const PLAN: Plan = { ...EMPTY_PLAN, hotspots: [hotspot(1, 0, 0), hotspot(2, 800, 0)], patrolAreas: [patrolArea], exclusions: [school], next: 5 };

interface Step {
  readonly plan: Plan;
  readonly label: string;
}
const after = (...edits: ((plan: Plan) => Step)[]): History =>
  edits.reduce((history, edit) => {
    const { plan, label } = edit(history.entries[history.position].plan);
    return commit(history, label, plan);
  }, startHistory(PLAN));

/** Two incidents in H1, one where H1 stands after a move by 300 m to the east, one in H2. */
const index = buildPointIndex(Float64Array.of(0, 10, 290, 800), Float64Array.of(0, 10, 0, 0));

const only = (history: History, withIndex = true) => {
  const [entry] = designLog(history.entries, withIndex ? index : null);
  return { entry, change: entry.changes[0] };
};

describe("the design log", () => {
  test("tells by how much a hotspot was moved, in which direction, what it gained, and whom it came too close to", () => {
    const { entry, change } = only(after((plan) => moveShapes(plan, ["h1"], 300, 0)));
    expect(entry).toMatchObject({ step: 1, label: "Move H1 by 300 m", origin: "by hand", resolved: [] });
    expect(change).toMatchObject({ id: "h1", name: "H1", kind: "hotspot", what: "moved 300 m to the east", moved: 300, bearing: 90, turned: null });
    expect(change.incidents).toEqual({ before: 2, after: 1 });
    // Hexagons of 150 m edge, corners towards each other: 500 m between the centres leave 200 m.
    expect(entry.appeared).toEqual([]);
    const closer = designLog(after((plan) => moveShapes(plan, ["h1"], 300, 0), (plan) => moveShapes(plan, ["h1"], 100, 0), (plan) => moveShapes(plan, ["h1"], -100, 0)).entries, index);
    expect(closer[1].appeared).toEqual([{ between: ["h1", "h2"], words: "H1 is 100 m from H2; needs 150 m" }]);
    expect(closer[2].resolved.map(({ words }) => words)).toEqual(["H1 is 100 m from H2; needs 150 m"]);
    expect(closer[2].appeared).toEqual([]);
  });

  test("tells a turn of a hexagon by the least angle that looks the same, and of a polygon as it is", () => {
    const degree = Math.PI / 180;
    expect(only(after((plan) => rotateShapes(plan, ["h1"], -14 * degree, "own"))).change).toMatchObject({ what: "turned 14° clockwise" });
    expect(only(after((plan) => setHexagon(plan, "h1", { rotation: 50 * degree }))).change.turned).toBeCloseTo(10, 9);
    const turned = only(after((plan) => rotateShapes(plan, ["p3"], 90 * degree, "own"))).change;
    expect(turned.what).toBe("turned 90° anticlockwise");
    expect(turned.turned).toBeCloseTo(-90, 9);
  });

  test("tells a new outline by its areas, before and after", () => {
    const { change } = only(after((plan) => setShape(plan, "p3", box(-200, -200, 300, 300))));
    expect(change).toMatchObject({ kind: "patrol area", what: "reshaped: 6.00 ha to 9.00 ha", area: { before: 60_000, after: 90_000 }, moved: null });
    expect(only(after((plan) => setHexagon(plan, "h1", { side: 160 }))).change.what).toMatch(/^reshaped: 5\.85 ha to 6\.65 ha$/);
  });

  test("tells names, notes, locks, reasons and what comes and goes", () => {
    const log = designLog(
      after(
        (plan) => rename(plan, "h1", "Market"),
        (plan) => setNote(plan, "h1", "by the square"),
        (plan) => lock(plan, ["h1"], true),
        (plan) => setNote(plan, "x4", "closed"),
        (plan) => setBuffer(plan, 50),
        (plan) => remove(plan, ["h2", "p3"]),
      ).entries,
      index,
    );
    expect(log.map(({ changes }) => changes.map(({ what }) => what).join("; "))).toEqual([
      "renamed from H1 to Market", "note: by the square", "locked", "reason: closed", "has a buffer of 50 m, before 75 m", "removed; removed",
    ]);
    expect(log[5].changes.map(({ name, kind, incidents }) => [name, kind, incidents])).toEqual([
      ["H2", "hotspot", { before: 1, after: null }],
      ["P3", "patrol area", { before: 1, after: null }],
    ]);
  });

  test("tells hours and overruling, and that an overruled exclusion excludes nothing", () => {
    const change = (list: "hotspots" | "exclusions", id: string, words: object) => (plan: Plan): Step => ({
      plan: { ...plan, [list]: (plan[list] as readonly { readonly id: string }[]).map((one) => (one.id === id ? { ...one, ...words } : one)) },
      label: `Change ${id}`,
    });
    const log = designLog(after(change("hotspots", "h1", { hours: [22, 23, 0, 1] }), change("exclusions", "x4", { overruled: "shut since 2023" })).entries, index);
    expect(log.map(({ changes }) => changes[0].what)).toEqual(["available 22:00 to 02:00", "overruled: shut since 2023"]);
  });

  test("tells proposals, cells, rules and imports from what was done by hand", () => {
    const labels = [
      "Move H1 to the best place nearby", takeHexagons(PLAN, [hexagon(0, 0)], []).label, addDrawnHotspots(PLAN, [[box(0, 0, 50, 50)]]).label,
      "Promote 12 cells to hotspots", replaceRule(PLAN, "Schools, 30 m", []).label, removeRule(PLAN, "Schools, 30 m").label,
      "Import 3 shapes from a.gpkg", "Rotate H7 by 14° clockwise", "Rename H1 to the proposed rule", "Rename H2 to Promote 12 cells",
    ];
    const history = labels.reduce((so, label, i) => commit(so, label, { ...PLAN, side: 200 + i }), startHistory(PLAN));
    expect(designLog(history.entries, null).map(({ origin }) => origin)).toEqual([
      "proposal", "proposal", "proposal", "cells", "rule", "rule", "import", "by hand", "by hand", "by hand",
    ]);
  });

  test("tells nothing of what a rule made again as it was, and names a few of many", () => {
    const draft = (n: number) => ({ name: `School ${n}`, reason: "school", rule: "Schools", shape: box(5000 + 100 * n, 0, 50, 50) });
    const drafts = Array.from({ length: 60 }, (_, n) => draft(n));
    const history = after((plan) => replaceRule(plan, "Schools", drafts), (plan) => replaceRule(plan, "Schools", [...drafts, draft(60)]));
    const [first, again] = designLog(history.entries, null);
    expect(changesInWords(first)).toEqual([expect.stringMatching(/^60 exclusions added: School 0, .*, School 49 and 10 more$/)]);
    expect(changesInWords(again)).toEqual(["School 60 added"]);
    expect(designLog(restoreHistory(storeHistory(history)).entries, null)).toEqual([first, again]);
  });

  test("tells no incidents where none are given", () => {
    expect(only(after((plan) => moveShapes(plan, ["h1"], 5, 0)), false).change.incidents).toBeNull();
  });

  test("is the same after the project was closed and opened again", () => {
    const history = after(
      (plan) => moveShapes(plan, ["h1", "p3"], 12, -7),
      (plan) => rename(plan, "h1", "Market"),
      (plan) => rotateShapes(plan, ["h2", "p3"], 0.3, "own"),
      (plan) => setShape(plan, "p3", box(0, 0, 50, 60)),
      (plan) => remove(plan, ["h2"]),
    );
    expect(designLog(restoreHistory(storeHistory(history)).entries, index)).toEqual(designLog(history.entries, index));
  });

  test("what appeared less what was resolved is what is violated in the end", () => {
    const move = fc.record({ id: fc.constantFrom("h1", "h2", "p3", "x4"), dx: fc.integer({ min: -600, max: 600 }), dy: fc.integer({ min: -300, max: 300 }) });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const history = after(...moves.map(({ id, dx, dy }) => (plan: Plan) => moveShapes(plan, [id], dx, dy)));
        const log = designLog(history.entries, null);
        const sum = (entries: readonly { readonly appeared: readonly unknown[]; readonly resolved: readonly unknown[] }[]): number =>
          entries.reduce((total, { appeared, resolved }) => total + appeared.length - resolved.length, 0);
        const end = history.entries[history.position].plan;
        expect(spacingViolations(PLAN).length + sum(log)).toBe(spacingViolations(end).length);
      }),
      { numRuns: 200 },
    );
  });
});
