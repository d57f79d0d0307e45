// Hexagon: a ghost of the plan's edge follows the pointer with its numbers; a click places it.

import { normaliseRotation } from "../../core/geo/hexagon.ts";
import type { Hexagon } from "../../core/geo/types.ts";
import { addHotspot } from "../../core/plan/edits/addHotspot.ts";
import { commitEdit } from "../actions/editPlan.ts";
import { committedPlan, useStore } from "../store.ts";
import { changeReadout } from "./readout.ts";
import { clearSketch, sketch } from "./sketch.ts";
import { snapHexagon } from "./snapMove.ts";
import type { MapPointer, Tool } from "./tool.ts";

/** Radians; the next hexagon is turned as the last one was. */
let rotation = 0;
let last: MapPointer | null = null;

function hexagonAt(pointer: MapPointer): { readonly hexagon: Hexagon; readonly marks: ReturnType<typeof snapHexagon>["marks"] } {
  const state = useStore.getState();
  const plan = committedPlan(state);
  const hexagon: Hexagon = { kind: "hexagon", centre: pointer.point, side: plan.side, rotation };
  return state.snapping && !pointer.ctrl ? snapHexagon(plan, hexagon, pointer.metresPerPixel) : { hexagon, marks: [] };
}

function show(pointer: MapPointer): void {
  last = pointer;
  const state = useStore.getState();
  const plan = committedPlan(state);
  const { hexagon, marks } = hexagonAt(pointer);
  const placed = addHotspot(plan, hexagon);
  const said = changeReadout(plan, placed.plan, placed.added, state.filtered?.index ?? null);
  sketch({ ghost: { shape: hexagon, tone: said.tone }, marks, ...said });
}

function place(pointer: MapPointer): void {
  const placed = addHotspot(committedPlan(useStore.getState()), hexagonAt(pointer).hexagon);
  commitEdit(placed);
  useStore.setState({ selection: placed.added });
}

export const hexagonTool: Tool = {
  name: "hexagon",
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
    const turn = { "[": 1, "]": -1, "{": 15, "}": -15 }[key];
    if (turn !== undefined) rotation = normaliseRotation(rotation + (turn * Math.PI) / 180);
    else if (key === "Enter" && last) place(last);
    else return false;
    if (last) show(last);
    return true;
  },
  cancel() {
    last = null;
    clearSketch();
    return false;
  },
};
