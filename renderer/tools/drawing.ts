// Drawing by corners: what the tools for polygons, lines and measuring share.

import { leftOf, segmentsMeet } from "../../core/geo/segment.ts";
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

/** The edges of an open or closed line that cross others, as the points where they do. */
export function crossings(points: readonly Point[], closed: boolean): Point[] {
  const found: Point[] = [];
  const edges = closed ? points.length : points.length - 1;
  for (let i = 0; i < edges; i++) {
    for (let j = i + 2; j < edges; j++) {
      // The last edge of a ring meets the first at a corner, rightly.
      if (closed && i === 0 && j === edges - 1) continue;
      const [a, b, c, d] = [points[i], points[i + 1], points[j], points[(j + 1) % points.length]];
      if (!segmentsMeet(a, b, c, d)) continue;
      const t = leftOf(c, d, a) / (leftOf(c, d, a) - leftOf(c, d, b));
      found.push({ x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) });
    }
  }
  return found;
}

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
    const crossed = drawing.ring ? [...crossings(all, false), ...(all.length >= 3 ? crossings(all, true) : [])] : [];
    const bad = crossed.length > 0;
    const said = bad ? { readout: "The outline crosses itself. Move the corner, or press Backspace to take one back.", tone: "bad" as const } : drawing.describe(all);
    sketch({
      ghost: drawing.ring && all.length >= 3 && !bad ? { shape: { kind: "polygon", rings: [all] }, tone: "plain" } : null,
      lines: [{ points: all, tone: bad ? "bad" : "plain" }],
      marks: [
        ...points.map((at, i): SketchMark => ({ at, kind: i === 0 ? "first-vertex" : "vertex" })),
        ...marks,
        ...crossed.map((at): SketchMark => ({ at, kind: "crossing" })),
      ],
      readout: said.readout,
      tone: said.tone,
    });
  };

  const finish = (): void => {
    if (points.length < drawing.least) return;
    if (drawing.ring && crossings(points, true).length > 0) return;
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
      if (previous && Math.hypot(previous.x - point.x, previous.y - point.y) < pointer.metresPerPixel) return;
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
