// A vehicle of the allocation under the pointer: a drag takes it along from site to site, arrows move it by a tile, Esc puts it back.

import type { Point } from "../../core/geo/types.ts";
import type { Drag } from "../../core/patrol/live/prepareDrag.ts";
import { dragOf, moveVehicle, nudgeVehicle } from "../actions/moveVehicle.ts";
import { siteAt, type ShownAllocation } from "../shownAllocation.ts";
import type { VehicleDrag } from "../liveAllocation.ts";
import { useStore, type State } from "../store.ts";
import { metres, percent, signed } from "../ui/format.ts";
import { clearSketch, sketch } from "./sketch.ts";
import { movedBeyondClick, type MapPointer, type Tool } from "./tool.ts";

/** Pixels: its mark is as large. */
const REACH = 9;

interface Pressed {
  readonly start: MapPointer;
  readonly shown: ShownAllocation;
  readonly vehicle: number;
  readonly drag: Drag;
  moving: boolean;
}

let pressed: Pressed | null = null;

/** Index of the nearest vehicle under the pointer; null where there is none to take. */
export function vehicleUnder({ allocation, allocationSearch, layers }: State, { point, metresPerPixel }: MapPointer): number | null {
  if (!allocation || allocationSearch || !layers.some(({ kind, visible }) => kind === "vehicles" && visible)) return null;
  let best: number | null = null, least = REACH * metresPerPixel;
  allocation.chosen.forEach((site, k) => {
    const place = siteAt(allocation.request, site);
    const away = Math.hypot(place.x - point.x, place.y - point.y);
    if (away <= least) [best, least] = [k, away];
  });
  return best;
}

const ARROWS: Readonly<Record<string, Point>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: 1 }, ArrowDown: { x: 0, y: -1 } };

export const vehicleGesture: Required<Pick<Tool, "onDown" | "onMove" | "onUp" | "onKey" | "cancel">> = {
  onDown(start) {
    const state = useStore.getState();
    const vehicle = vehicleUnder(state, start);
    if (vehicle === null) return false;
    const shown = state.allocation!;
    useStore.setState({ vehicle, selection: [] });
    pressed = { start, shown, vehicle, drag: dragOf(shown, vehicle), moving: false };
    return true;
  },

  onMove(pointer) {
    if (!pressed || (!pressed.moving && !movedBeyondClick(pressed.start, pointer))) return;
    pressed.moving = true;
    const vehicleDrag = dragged(pressed, pointer);
    useStore.setState({ vehicleDrag });
    sketch({ readout: readoutOf(pressed.shown, vehicleDrag) });
  },

  onUp(pointer) {
    const ended = pressed;
    pressed = null;
    clearSketch();
    useStore.setState({ vehicleDrag: null });
    if (ended?.moving) moveVehicle(ended.shown, ended.vehicle, dragged(ended, pointer).site);
  },

  onKey({ key, ctrl, alt }) {
    const { allocation, vehicle, allocationSearch } = useStore.getState();
    const arrow = ctrl || alt ? undefined : ARROWS[key];
    if (!arrow || !allocation || vehicle === null || allocationSearch) return false;
    const { tile } = allocation.request.plan;
    nudgeVehicle(allocation, vehicle, { x: arrow.x * tile, y: arrow.y * tile });
    return true;
  },

  cancel() {
    const had = pressed !== null || useStore.getState().vehicle !== null;
    pressed = null;
    if (had) {
      clearSketch();
      useStore.setState({ vehicle: null, vehicleDrag: null });
    }
    return had;
  },
};

/** It moves by as much as the hand does, from tile to tile. */
function dragged({ start, shown, vehicle, drag }: Pressed, { point }: MapPointer): VehicleDrag {
  const from = siteAt(shown.request, shown.chosen[vehicle]);
  const site = drag.nearestSite({ x: from.x + point.x - start.point.x, y: from.y + point.y - start.point.y });
  return { vehicle, site, ...drag.atSite(site) };
}

function readoutOf({ value }: ShownAllocation, { coverage, meanDistance }: VehicleDrag): string {
  const points = signed(100 * (coverage - value.coverage), 2), further = signed(meanDistance - value.meanDistance, 0);
  return `${percent(coverage, 2)} covered (${points}) · mean ${metres(meanDistance)} (${further} m)`;
}
