// Corners: drag one, click the middle of an edge to put one in, Alt-click or Delete takes one away.

import { describeFault, polygonFaults } from "../../core/geo/polygonFaults.ts";
import type { Polygon } from "../../core/geo/types.ts";
import { deleteVertex, insertVertex, moveVertex } from "../../core/geo/vertices.ts";
import { setShape } from "../../core/plan/edits/setShape.ts";
import type { Edit } from "../../core/plan/edits/edit.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { commitEdit, draft, dropDraft } from "../actions/editPlan.ts";
import { attempt, say } from "../actions/messages.ts";
import { committedPlan, useStore } from "../store.ts";
import { handleAt, isShape, shapesOf, vertexHandles, type Handle } from "./handles.ts";
import { changeReadout } from "./readout.ts";
import { shapeAt } from "./shapeAt.ts";
import { clearSketch, sketch } from "./sketch.ts";
import { snapPoint } from "./snapPoint.ts";
import type { MapPointer, Tool } from "./tool.ts";

type CornerHandle = Extract<Handle, { kind: "vertex" | "middle" }>;

const shapeOf = (plan: Plan, id: string): { readonly name: string; readonly shape: Polygon } | null => {
  const placed = shapesOf(plan).find((one) => one.id === id);
  return placed?.shape.kind === "polygon" ? { name: placed.name, shape: placed.shape } : null;
};

/** @throws InputError where an outline would keep fewer than three corners */
export function withoutCorner(plan: Plan, { id, ring, index }: CornerHandle): Edit {
  const { name, shape } = shapeOf(plan, id)!;
  return setShape(plan, id, deleteVertex(shape, { ring, index }), `Remove a corner of ${name}`);
}

/** Moves a corner to the pointer; from the middle of an edge, a new one. */
export const cornerGesture = (from: Plan, handle: CornerHandle, snapping: boolean) => (pointer: MapPointer) => {
  const { id, kind, ...vertex } = handle;
  const { name, shape } = shapeOf(from, id)!;
  const { point, marks } = snapping && !pointer.ctrl ? snapPoint(from, pointer.point, pointer.metresPerPixel, id) : { point: pointer.point, marks: [] };
  const changed = kind === "vertex" ? moveVertex(shape, vertex, point) : insertVertex(shape, vertex, point);
  const edit = setShape(from, id, changed, `${kind === "vertex" ? "Move" : "Add"} a corner of ${name}`);
  return { edit, marks, faults: polygonFaults(changed) };
};

let pressed: { readonly from: Plan; readonly handle: CornerHandle; readonly gesture: ReturnType<typeof cornerGesture> } | null = null;
/** The corner that was touched last: Delete takes it away. */
let touched: CornerHandle | null = null;

const handleUnder = ({ point, metresPerPixel }: MapPointer): CornerHandle | null => {
  const state = useStore.getState();
  return handleAt(vertexHandles(committedPlan(state), state.selection), point, metresPerPixel) as CornerHandle | null;
};

function removeCorner(handle: CornerHandle): void {
  void attempt("Removing the corner", () => commitEdit(withoutCorner(committedPlan(useStore.getState()), handle)));
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
      touched = handle.kind === "vertex" ? handle : { ...handle, kind: "vertex", index: handle.index + 1 };
      return true;
    }
    const hit = shapeAt(from, state.layers, state.selection, pointer.point, pointer.metresPerPixel);
    if (!hit || state.selection.includes(hit.id)) return false;
    touched = null;
    useStore.setState({ selection: [hit.id] });
    if (isShape(hit) && hit.shape.kind === "hexagon") say("info", `${hit.name} is a regular hexagon: its corners stay where its edge and turn put them. Use the Select tool to move or turn it.`);
    return true;
  },

  onMove(pointer) {
    if (!pressed) return;
    const { edit, marks, faults } = pressed.gesture(pointer);
    draft(edit);
    const said = changeReadout(pressed.from, edit.plan, [pressed.handle.id], useStore.getState().filtered?.index ?? null);
    sketch({
      ...said,
      marks: [...marks, ...faults.map(({ at }) => ({ at, kind: "crossing" as const }))],
      ...(faults.length > 0 && { readout: describeFault(faults[0]), tone: "bad" as const }),
    });
  },

  onUp(pointer) {
    const ended = pressed;
    pressed = null;
    clearSketch();
    if (!ended) return;
    const { edit, faults } = ended.gesture(pointer);
    if (faults.length === 0) return commitEdit(edit);
    dropDraft();
    say("info", `${describeFault(faults[0])} The corner was put back.`);
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
