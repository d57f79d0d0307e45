// Drawing by corners: what the tools for polygons, lines and measuring share.

import { describeFault, drawingFaults, polygonFaults, type PolygonFault } from "../../core/geo/polygonFaults.ts";
import type { Point } from "../../core/geo/types.ts";
import { committedPlan, useStore, type ToolName } from "../store.ts";
import { clearSketch, sketch, type SketchMark, type Tone } from "./sketch.ts";
import { snapPoint } from "./snapPoint.ts";
import type { MapPointer, Tool } from "./tool.ts";

/** Pixels within which a click on the first corner closes the ring. */
const CLOSING = 12;

export interface Drawing {
  readonly name: ToolName;
  /** A ring may not cross itself and is closed on its first corner. */
  readonly ring: boolean;
  /** Corners needed to finish. */
  readonly least: number;
  /** The sentence beside the pointer for these corners, the last of which is the pointer's. */
  describe(points: readonly Point[]): { readonly readout: string; readonly tone: Tone };
  /** False: not done, the drawing goes on. */
  finish(points: readonly Point[]): boolean;
  /** What stays on the map afterwards (a measured line), until Esc or the next click. */
  readonly stays?: boolean;
}

/** What is wrong with the corners so far, and with the ring that they would close to. */
export function faultsOf(points: readonly Point[], ring: boolean): readonly PolygonFault[] {
  const open = ring ? drawingFaults(points) : [];
  return open.length > 0 || !ring || points.length < 3 ? open : polygonFaults({ kind: "polygon", rings: [points] });
}

const samePlace = (a: Point, b: Point, metresPerPixel: number): boolean => Math.hypot(a.x - b.x, a.y - b.y) < 2 * metresPerPixel;

export function drawingTool(drawing: Drawing): Tool {
  let points: readonly Point[] = [];
  let done = false;
  let last: MapPointer | null = null;

  const placed = (pointer: MapPointer): { readonly point: Point; readonly marks: readonly SketchMark[] } => {
    const state = useStore.getState();
    return state.snapping && !pointer.ctrl
      ? snapPoint(committedPlan(state), pointer.point, pointer.metresPerPixel)
      : { point: pointer.point, marks: [] };
  };
  const closes = (pointer: MapPointer): boolean =>
    drawing.ring && points.length >= drawing.least &&
    Math.hypot(pointer.point.x - points[0].x, pointer.point.y - points[0].y) <= CLOSING * pointer.metresPerPixel;

  const show = (pointer: MapPointer | null): void => {
    if (!pointer) return;
    last = pointer;
    const { point, marks } = placed(pointer);
    const all = done || closes(pointer) ? points : [...points, point];
    // On the corner that was just set, the pointer is no corner yet.
    const tried = all.length > 1 && samePlace(all[all.length - 1], all[all.length - 2], pointer.metresPerPixel) ? all.slice(0, -1) : all;
    const faults = faultsOf(tried, drawing.ring);
    const bad = faults.length > 0;
    const said = bad ? { readout: describeFault(faults[0]), tone: "bad" as const } : drawing.describe(tried);
    sketch({
      ghost: drawing.ring && tried.length >= 3 && !bad ? { shape: { kind: "polygon", rings: [tried] }, tone: "plain" } : null,
      lines: [{ points: all, tone: bad ? "bad" : "plain" }],
      marks: [
        ...points.map((at, i): SketchMark => ({ at, kind: i === 0 ? "first-vertex" : "vertex" })),
        ...marks,
        ...faults.map(({ at }): SketchMark => ({ at, kind: "crossing" })),
      ],
      readout: said.readout,
      tone: said.tone,
    });
  };

  const finish = (): void => {
    if (points.length < drawing.least) return;
    if (faultsOf(points, drawing.ring).length > 0) return show(last);
    if (!drawing.finish(points)) return;
    if (drawing.stays) {
      done = true;
      return show(last);
    }
    points = [];
    clearSketch();
  };

  return {
    name: drawing.name,
    cursor: () => "crosshair",
    // The map pans on a drag; only a click sets a corner.
    onDown: () => false,
    onMove: show,
    onUp: () => undefined,
    onClick(pointer) {
      if (done) [points, done] = [[], false];
      if (closes(pointer)) return finish();
      const { point } = placed(pointer);
      const previous = points.at(-1);
      if (previous && samePlace(previous, point, pointer.metresPerPixel)) return;
      points = [...points, point];
      show(pointer);
    },
    onDouble() {
      finish();
      return true;
    },
    onKey({ key }) {
      if (key === "Enter") finish();
      else if ((key === "Backspace" || key === "Delete") && points.length > 0) {
        points = points.slice(0, -1);
        done = false;
        show(last);
      } else return false;
      return true;
    },
    cancel() {
      const had = points.length > 0;
      points = [];
      done = false;
      clearSketch();
      return had;
    },
  };
}
