// Corners: drag one, click the middle of an edge to put one in, Alt-click or Delete takes one away.

import type { Polygon, Ring } from "../../core/geo/types.ts";
import { setShape } from "../../core/plan/edits/setShape.ts";
import type { Edit } from "../../core/plan/edits/edit.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { commitEdit, draft, dropDraft } from "../actions/editPlan.ts";
import { say } from "../actions/messages.ts";
import { committedPlan, useStore } from "../store.ts";
import { crossings } from "./drawing.ts";
import { handleAt, placedOf, vertexHandles, type Handle } from "./handles.ts";
import { changeReadout } from "./readout.ts";
import { shapeAt } from "./shapeAt.ts";
import { clearSketch, sketch } from "./sketch.ts";
import { snapPoint } from "./snapPoint.ts";
import type { MapPointer, Tool } from "./tool.ts";

type CornerHandle = Extract<Handle, { kind: "vertex" | "middle" }>;

const shapeOf = (plan: Plan, id: string): { readonly name: string; readonly shape: Polygon } | null => {
  const placed = placedOf(plan).find((one) => one.id === id);
  return placed?.shape.kind === "polygon" ? { name: placed.name, shape: placed.shape } : null;
};

const withRing = ({ rings }: Polygon, ring: number, points: Ring): Polygon => ({
  kind: "polygon",
  rings: rings.map((one, i) => (i === ring ? points : one)),
});

/** Takes a corner away. @returns null where a ring would keep fewer than three */
export function withoutCorner(plan: Plan, { id, ring, index }: CornerHandle): Edit | null {
  const found = shapeOf(plan, id);
  if (!found || found.shape.rings[ring].length <= 3) return null;
  return setShape(plan, id, withRing(found.shape, ring, found.shape.rings[ring].toSpliced(index, 1)), `Remove a corner of ${found.name}`);
}

/** Moves a corner to the pointer; from the middle of an edge, a new one. */
export const cornerGesture = (from: Plan, handle: CornerHandle, snapping: boolean) => (pointer: MapPointer) => {
  const { id, ring, index, kind } = handle;
  const { name, shape } = shapeOf(from, id)!;
  const { point, marks } = snapping && !pointer.ctrl ? snapPoint(from, pointer.point, pointer.metresPerPixel, id) : { point: pointer.point, marks: [] };
  const points = shape.rings[ring].toSpliced(index, kind === "vertex" ? 1 : 0, point);
  const edit = setShape(from, id, withRing(shape, ring, points), `${kind === "vertex" ? "Move" : "Add"} a corner of ${name}`);
  return { edit, marks, crossed: crossings(points, true) };
};

let pressed: { readonly from: Plan; readonly handle: CornerHandle; readonly gesture: ReturnType<typeof cornerGesture> } | null = null;
/** The corner that was touched last: Delete takes it away. */
let touched: CornerHandle | null = null;

const handleUnder = ({ point, metresPerPixel }: MapPointer): CornerHandle | null => {
  const state = useStore.getState();
  return handleAt(vertexHandles(committedPlan(state), state.selection), point, metresPerPixel) as CornerHandle | null;
};

function removeCorner(handle: CornerHandle): void {
  const edit = withoutCorner(committedPlan(useStore.getState()), handle);
  if (edit) commitEdit(edit);
  else say("info", "An outline needs three corners. Press Delete with the Select tool to take the whole shape away.");
}

export const vertexTool: Tool = {
  name: "vertices",

  cursor(pointer) {
    const handle = handleUnder(pointer);
    if (handle) return pointer.alt ? "no-drop" : handle.kind === "middle" ? "copy" : "move";
    const state = useStore.getState();
    return shapeAt(committedPlan(state), state.layers, state.selection, pointer.point, pointer.metresPerPixel) ? "pointer" : null;
  },

  onDown(pointer) {
    const state = useStore.getState();
    const from = committedPlan(state);
    const handle = handleUnder(pointer);
    if (handle?.kind === "vertex" && pointer.alt) {
      removeCorner(handle);
      return true;
    }
    if (handle) {
      pressed = { from, handle, gesture: cornerGesture(from, handle, state.snapping) };
      touched = handle.kind === "vertex" ? handle : { ...handle, kind: "vertex" };
      return true;
    }
    const hit = shapeAt(from, state.layers, state.selection, pointer.point, pointer.metresPerPixel);
    if (!hit || state.selection.includes(hit.id)) return false;
    touched = null;
    useStore.setState({ selection: [hit.id] });
    if (hit.shape.kind === "hexagon") say("info", `${hit.name} is a regular hexagon: its corners stay where its edge and turn put them. Use the Select tool to move or turn it.`);
    return true;
  },

  onMove(pointer) {
    if (!pressed) return;
    const { edit, marks, crossed } = pressed.gesture(pointer);
    draft(edit);
    const said = changeReadout(pressed.from, edit.plan, [pressed.handle.id], useStore.getState().filtered?.index ?? null);
    sketch({
      ...said,
      marks: [...marks, ...crossed.map((at) => ({ at, kind: "crossing" as const }))],
      ...(crossed.length > 0 && { readout: "The outline crosses itself; let go and it springs back.", tone: "bad" as const }),
    });
  },

  onUp(pointer) {
    const ended = pressed;
    pressed = null;
    clearSketch();
    if (!ended) return;
    const { edit, crossed } = ended.gesture(pointer);
    if (crossed.length === 0) return commitEdit(edit);
    dropDraft();
    say("info", "The outline would have crossed itself, so the corner was put back.");
  },

  onKey({ key }) {
    if ((key !== "Delete" && key !== "Backspace") || !touched) return false;
    removeCorner(touched);
    touched = null;
    return true;
  },

  cancel() {
    const had = pressed !== null;
    pressed = null;
    touched = null;
    if (had) dropDraft();
    clearSketch();
    return had;
  },
};
