// Select: click, Shift-click and box; drag moves, Alt-drag duplicates, the round handle turns.

import type { Point } from "../../core/geo/types.ts";
import { duplicate } from "../../core/plan/edits/duplicate.ts";
import type { Edit } from "../../core/plan/edits/edit.ts";
import { moveShapes } from "../../core/plan/edits/moveShapes.ts";
import { rotateShapes } from "../../core/plan/edits/rotateShapes.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { commitEdit, draft, dropDraft } from "../actions/editPlan.ts";
import { cellAt, explainCell } from "../actions/explainForecast.ts";
import { changeView } from "../actions/forecastView.ts";
import { attempt, say } from "../actions/messages.ts";
import { committedPlan, useStore } from "../store.ts";
import { decimal } from "../ui/format.ts";
import { boundsOf, handleAt, isShape, placedOf, transformHandles } from "./handles.ts";
import { changeReadout } from "./readout.ts";
import { shapeAt } from "./shapeAt.ts";
import { clearSketch, sketch, type SketchLine, type SketchMark } from "./sketch.ts";
import { snapMove } from "./snapMove.ts";
import { movedBeyondClick, type MapPointer, type Tool } from "./tool.ts";
import { vehicleGesture, vehicleUnder } from "./vehicleGesture.ts";

/** What a moment of a gesture comes to; the same for the same pointer, whatever came before. */
export interface Moment {
  readonly edit: Edit;
  /** Whose numbers are shown. */
  readonly ids: readonly string[];
  readonly what: string;
  readonly marks: readonly SketchMark[];
  readonly lines: readonly SketchLine[];
}

export type Gesture = (pointer: MapPointer) => Moment;

/** Moves what is selected; with Alt, copies of it. */
export const moveGesture = (from: Plan, ids: readonly string[], start: MapPointer, snapping: boolean): Gesture => (pointer) => {
  const wanted = { x: pointer.point.x - start.point.x, y: pointer.point.y - start.point.y };
  const snapped = snapping && !pointer.ctrl ? snapMove(from, ids, wanted, pointer.metresPerPixel) : null;
  const { x, y } = snapped?.by ?? wanted;
  const marks = snapped?.marks ?? [];
  if (start.alt) {
    const copy = duplicate(from, ids, x, y);
    return { edit: copy, ids: copy.added, what: "", marks, lines: [] };
  }
  return { edit: moveShapes(from, ids, x, y), ids, what: "", marks, lines: [] };
};

/** Turns what is selected about `about` by the angle that the pointer has gone round it; Shift holds to 15°. */
export const rotateGesture = (from: Plan, ids: readonly string[], about: Point, start: MapPointer): Gesture => {
  const angleOf = ({ point }: MapPointer): number => Math.atan2(point.y - about.y, point.x - about.x);
  const step = Math.PI / 12;
  return (pointer) => {
    let angle = angleOf(pointer) - angleOf(start);
    angle -= 2 * Math.PI * Math.round(angle / (2 * Math.PI));
    if (pointer.shift) angle = step * Math.round(angle / step);
    const degrees = (angle * 180) / Math.PI;
    const what = `turned ${decimal(Math.abs(degrees), 1)}° ${degrees < 0 ? "clockwise" : "anticlockwise"}`;
    return { edit: rotateShapes(from, ids, angle, ids.length === 1 ? "own" : "common"), ids, what, marks: [], lines: [{ points: [about, pointer.point], tone: "plain" }] };
  };
};

interface Pressed {
  readonly start: MapPointer;
  readonly from: Plan;
  readonly gesture: Gesture | null;
  moving: boolean;
}

let pressed: Pressed | null = null;

export const selectTool: Tool = {
  name: "select",

  cursor(pointer) {
    const { point, metresPerPixel } = pointer;
    const state = useStore.getState();
    if (vehicleUnder(state, pointer) !== null) return "move";
    const plan = committedPlan(state);
    const handle = handleAt(transformHandles(plan, state.selection, metresPerPixel), point, metresPerPixel);
    if (handle?.kind === "rotate") return "grab";
    const hit = shapeAt(plan, state.layers, state.selection, point, metresPerPixel);
    if (state.hovered !== (hit?.id ?? null)) useStore.setState({ hovered: hit?.id ?? null });
    return hit ? (isShape(hit) && hit.locked ? "not-allowed" : "move") : null;
  },

  onDown(start) {
    if (vehicleGesture.onDown(start)) return true;
    const { layers, selection, snapping, ...state } = useStore.getState();
    const from = committedPlan({ layers, selection, snapping, ...state });
    const { point, metresPerPixel } = start;
    const handle = handleAt(transformHandles(from, selection, metresPerPixel), point, metresPerPixel);
    if (handle?.kind === "rotate") {
      pressed = { start, from, gesture: rotateGesture(from, selection, handle.about, start), moving: false };
      return true;
    }
    const hit = shapeAt(from, layers, selection, point, metresPerPixel);
    if (!hit) {
      // Shift-drag on empty ground draws a box; without Shift the map pans.
      if (start.shift) pressed = { start, from, gesture: null, moving: false };
      return start.shift;
    }
    vehicleGesture.cancel();
    if (start.shift) {
      useStore.setState({ selection: selection.includes(hit.id) ? selection.filter((id) => id !== hit.id) : [...selection, hit.id] });
      return true;
    }
    const ids = selection.includes(hit.id) ? selection : [hit.id];
    if (ids !== selection) useStore.setState({ selection: ids });
    pressed = { start, from, gesture: moveGesture(from, ids, start, snapping), moving: false };
    return true;
  },

  onMove(pointer) {
    if (!pressed) return vehicleGesture.onMove(pointer);
    if (!pressed.moving && !movedBeyondClick(pressed.start, pointer)) return;
    pressed.moving = true;
    if (!pressed.gesture) return drawBox(pressed.start.point, pointer.point);
    const { edit, ids, what, marks, lines } = pressed.gesture(pointer);
    draft(edit);
    sketch({ ...changeReadout(pressed.from, edit.plan, ids, useStore.getState().filtered?.index ?? null, what), marks, lines });
  },

  onUp(pointer) {
    const ended = pressed;
    if (!ended) return vehicleGesture.onUp(pointer);
    pressed = null;
    clearSketch();
    if (!ended.moving) return;
    if (!ended.gesture) return selectInBox(ended.from, ended.start.point, pointer.point);
    const { edit, ids } = ended.gesture(pointer);
    commitEdit(edit);
    if (ended.start.alt) useStore.setState({ selection: ids });
    const locked = placedOf(edit.plan).filter(({ id }) => edit.skipped.includes(id));
    if (locked.length > 0) say("info", `${locked.map(({ name }) => name).join(", ")} stayed: locked. Edit > Lock unlocks it.`);
  },

  onClick({ shift, point }) {
    const { selection, forecast, layers } = useStore.getState();
    vehicleGesture.cancel();
    if (!shift && selection.length > 0) useStore.setState({ selection: [] });
    if (!forecast || !layers.some(({ kind, visible }) => kind === "forecast" && visible)) return;
    const cell = cellAt(forecast, point);
    if (cell === null) changeView({ explained: null });
    else void attempt("Explaining the cell", () => explainCell(cell));
  },

  onDouble({ point, metresPerPixel }) {
    const state = useStore.getState();
    const hit = shapeAt(committedPlan(state), state.layers, state.selection, point, metresPerPixel);
    if (hit && isShape(hit) && hit.shape.kind === "polygon") useStore.setState({ selection: [hit.id], tool: "vertices" });
    return hit !== null;
  },

  onKey: vehicleGesture.onKey,

  cancel() {
    const had = pressed !== null;
    pressed = null;
    if (vehicleGesture.cancel()) return true;
    if (had) {
      dropDraft();
      clearSketch();
    }
    return had;
  },
};

const boxCorners = (a: Point, b: Point): Point[] => [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];

function drawBox(a: Point, b: Point): void {
  const corners = boxCorners(a, b);
  sketch({ lines: [{ points: [...corners, corners[0]], tone: "plain" }] });
}

/** Adds what lies in the box whole. */
function selectInBox(plan: Plan, a: Point, b: Point): void {
  const { selection } = useStore.getState();
  const [minX, maxX, minY, maxY] = [Math.min(a.x, b.x), Math.max(a.x, b.x), Math.min(a.y, b.y), Math.max(a.y, b.y)];
  const inside = placedOf(plan).filter((placed) => {
    const box = boundsOf([placed]);
    return box.minX >= minX && box.maxX <= maxX && box.minY >= minY && box.maxY <= maxY;
  });
  useStore.setState({ selection: [...new Set([...selection, ...inside.map(({ id }) => id)])] });
}
