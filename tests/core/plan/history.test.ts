import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Polygon } from "../../../core/geo/types.ts";
import type { StoredHistory } from "../../../core/host.ts";
import { applyDelta, planDelta } from "../../../core/plan/delta.ts";
import { addExclusion } from "../../../core/plan/edits/addExclusion.ts";
import { addExpertPoints } from "../../../core/plan/edits/addExpertPoints.ts";
import { addHotspot } from "../../../core/plan/edits/addHotspot.ts";
import { addPatrolArea } from "../../../core/plan/edits/addPatrolArea.ts";
import { rename, setNote } from "../../../core/plan/edits/describeEntity.ts";
import { duplicate } from "../../../core/plan/edits/duplicate.ts";
import { entitiesOf, type Edit } from "../../../core/plan/edits/edit.ts";
import { lock } from "../../../core/plan/edits/lock.ts";
import { moveShapes } from "../../../core/plan/edits/moveShapes.ts";
import { remove } from "../../../core/plan/edits/remove.ts";
import { rotateShapes } from "../../../core/plan/edits/rotateShapes.ts";
import { setBuffer } from "../../../core/plan/edits/setBuffer.ts";
import { setExpertPoint } from "../../../core/plan/edits/setExpertPoint.ts";
import { commit, moveTo, startHistory, undo, type History } from "../../../core/plan/history.ts";
import { EMPTY_PLAN, type Plan } from "../../../core/plan/plan.ts";
import { restoreHistory, storeHistory } from "../../../core/plan/storeHistory.ts";

const square = (x: number): Polygon => ({
  kind: "polygon",
  rings: [[{ x, y: 0 }, { x: x + 40, y: 0 }, { x: x + 40, y: 30 }, { x, y: 30 }]],
});

/** One edit, by three random numbers: it chooses among what the plan has. */
const step = (plan: Plan, [what, which, value]: readonly [number, number, number]): Edit => {
  const ids = entitiesOf(plan).map(({ id }) => id);
  const [expert] = plan.expertPoints;
  const chosen = ids.filter((_, i) => (which >> (i % 8)) % 2 === 1);
  switch (what % 12) {
    case 0: return addHotspot(plan, { kind: "hexagon", centre: { x: value, y: -value }, side: 150, rotation: 0.2 });
    case 1: return addPatrolArea(plan, square(value), plan.hotspots[which % 3]?.id ?? null);
    case 2: return addExclusion(plan, square(value), "river");
    case 3: return moveShapes(plan, chosen, value, 3);
    case 4: return rotateShapes(plan, chosen, value / 100, which % 2 ? "own" : "common");
    case 5: return duplicate(plan, chosen, 20, 20);
    case 6: return remove(plan, chosen.slice(0, 2));
    case 7: return lock(plan, chosen, value % 2 === 0);
    case 8: return chosen[0] ? setNote(plan, chosen[0], `note ${value}`) : setBuffer(plan, value + 500);
    case 9: return addExpertPoints(plan, [{ place: { x: value, y: which }, window: [which % 25, 4], block: 86_400_000 * which, note: "", author: "" }]);
    case 10: return expert ? setExpertPoint(plan, expert.id, { window: [which % 25, 4], block: 86_400_000 * which }) : setBuffer(plan, value + 500);
    default: return chosen[0] ? rename(plan, chosen[0], `name ${value} of ${chosen[0]}`) : { plan: { ...plan, hotspots: plan.hotspots.toReversed() }, label: "Reverse", skipped: [] };
  }
};

const edits = fc.array(fc.tuple(fc.nat(11), fc.nat(255), fc.integer({ min: -500, max: 500 })), { maxLength: 40 });
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const play = (all: readonly (readonly [number, number, number])[]): History =>
  all.reduce((history, one) => {
    const { label, plan } = step(history.entries[history.position].plan, one);
    return commit(history, label, plan);
  }, startHistory(EMPTY_PLAN));

describe("history", () => {
  it("comes back whole from the project file after any sequence of edits", () => {
    fc.assert(
      fc.property(edits, fc.nat(40), (all, back) => {
        const history = moveTo(play(all), Math.max(0, all.length - back));
        const restored = restoreHistory(throughJson(storeHistory(history)));
        expect(throughJson(restored)).toEqual(throughJson(history));
      }),
      { numRuns: 200 },
    );
  });

  it("undoes every step exactly, from the stored deltas alone", () => {
    fc.assert(
      fc.property(edits, (all) => {
        const { entries } = play(all);
        entries.slice(1).forEach(({ plan }, i) => {
          const before = entries[i].plan;
          expect(throughJson(applyDelta(plan, throughJson(planDelta(plan, before))))).toEqual(throughJson(before));
        });
      }),
    );
  });

  it("keeps only what changed: moving one of 200 hotspots stores one hotspot", () => {
    let plan = EMPTY_PLAN;
    for (let k = 0; k < 200; k++) plan = addHotspot(plan, { kind: "hexagon", centre: { x: 500 * k, y: 0 }, side: 150, rotation: 0 }).plan;
    const delta = planDelta(plan, moveShapes(plan, ["h7"], 5, 0).plan) as { hotspots: { put: unknown[] } };
    expect(Object.keys(delta)).toEqual(["hotspots"]);
    expect(delta.hotspots.put).toHaveLength(1);
    expect(planDelta(plan, plan)).toEqual({});
  });

  it("makes no step of an edit that changes nothing", () => {
    const history = play([[0, 0, 10]]);
    const { plan, label } = moveShapes(history.entries[1].plan, ["h1"], 0, 0);
    expect(commit(history, label, plan)).toBe(history);
    expect(undo(history).position).toBe(0);
  });

  it("says which step is damaged", () => {
    const stored = throughJson(storeHistory(play([[0, 0, 10], [3, 255, 10], [6, 255, 0]]))) as StoredHistory;
    const broken = (steps: StoredHistory["steps"]): StoredHistory => ({ ...stored, steps });
    expect(() => restoreHistory(broken([stored.steps[0], stored.steps[1], { ...stored.steps[2], redo: { hotspots: { drop: ["h9"] } } }])))
      .toThrow(/Step 3 of 3.*h9/);
    expect(() => restoreHistory(broken([{ ...stored.steps[0], redo: { hotspots: { put: [{ id: "h1" }] } } }]))).toThrow(/Step 1 of 1/);
    expect(() => restoreHistory({ ...stored, position: 7 })).toThrow(/step 7/);
    expect(() => restoreHistory({ ...stored, base: { ...EMPTY_PLAN, buffer: -1 } as unknown as StoredHistory["base"] })).toThrow(/buffer/);
  });
});
