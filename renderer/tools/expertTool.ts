// Expert point: a click places one where crime is expected; beside the pointer stands what it will say.

import { dayInWords, windowInWords } from "../../core/forecast/windowInWords.ts";
import { addExpertPoints } from "../../core/plan/edits/addExpertPoints.ts";
import { commitEdit } from "../actions/editPlan.ts";
import { nextExpertPoint } from "../actions/nextExpertPoint.ts";
import { committedPlan, useStore } from "../store.ts";
import { clearSketch, sketch } from "./sketch.ts";
import type { MapPointer, Tool } from "./tool.ts";

let last: MapPointer | null = null;

function show(pointer: MapPointer): void {
  last = pointer;
  const { window, block } = nextExpertPoint(pointer.point);
  sketch({ marks: [{ at: pointer.point, kind: "vertex" }], readout: `Expert point · ${windowInWords(window)} · from ${dayInWords(block)}` });
}

function place(pointer: MapPointer): void {
  const placed = addExpertPoints(committedPlan(useStore.getState()), [nextExpertPoint(pointer.point)]);
  commitEdit(placed);
  useStore.setState({ selection: placed.added });
}

export const expertTool: Tool = {
  name: "expert",
  cursor: () => "crosshair",
  onDown: () => false,
  onMove: show,
  onUp: () => undefined,
  onClick(pointer) {
    place(pointer);
    show(pointer);
  },
  onDouble: () => true,
  onKey({ key }) {
    if (key !== "Enter" || !last) return false;
    place(last);
    show(last);
    return true;
  },
  cancel() {
    last = null;
    clearSketch();
    return false;
  },
};
