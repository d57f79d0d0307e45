// Fixed and forbidden places of the next allocation: a click on a tile adds it, another takes it away.

import { togglePlace, type PlaceRule } from "../actions/allocationDraft.ts";
import { useStore } from "../store.ts";
import { metres } from "../ui/format.ts";
import { clearSketch, sketch } from "./sketch.ts";
import type { MapPointer, Tool } from "./tool.ts";

const SAYS: Readonly<Record<PlaceRule, string>> = { fixed: "A vehicle must stand in this tile", forbidden: "No vehicle may stand in this tile" };

export function placeRuleTool(rule: PlaceRule): Tool {
  let last: MapPointer | null = null;
  const show = (pointer: MapPointer): void => {
    last = pointer;
    sketch({ marks: [{ at: pointer.point, kind: "vertex" }], readout: `${SAYS[rule]} of ${metres(useStore.getState().allocationDraft.plan.tile)}` });
  };
  return {
    name: rule,
    cursor: () => "crosshair",
    onDown: () => false,
    onMove: show,
    onUp: () => undefined,
    onClick(pointer) {
      togglePlace(rule, pointer.point);
      show(pointer);
    },
    onDouble: () => true,
    onKey({ key }) {
      if (key !== "Enter" || !last) return false;
      togglePlace(rule, last.point);
      return true;
    },
    cancel() {
      last = null;
      clearSketch();
      return false;
    },
  };
}
