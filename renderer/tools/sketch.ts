// What a tool draws while it works and what it says: outside the plan, outside the history, gone with the gesture.

import { create } from "zustand";
import type { Point, Shape } from "../../core/geo/types.ts";

export type Tone = "plain" | "good" | "bad";

export interface SketchLine {
  readonly points: readonly Point[];
  readonly tone: Tone;
  readonly dashed?: boolean;
}

export interface SketchMark {
  readonly at: Point;
  readonly kind: "vertex" | "first-vertex" | "middle" | "snap-corner" | "snap-edge" | "crossing";
}

export interface Sketch {
  /** A shape that is not there yet, under the pointer. */
  readonly ghost: { readonly shape: Shape; readonly tone: Tone } | null;
  readonly lines: readonly SketchLine[];
  readonly marks: readonly SketchMark[];
  /** One sentence beside the pointer and for screen readers; null hides it. */
  readonly readout: string | null;
  readonly tone: Tone;
}

export const NO_SKETCH: Sketch = { ghost: null, lines: [], marks: [], readout: null, tone: "plain" };

export const useSketch = create<Sketch>()(() => NO_SKETCH);

export const sketch = (patch: Partial<Sketch>): void => useSketch.setState({ ...NO_SKETCH, ...patch });
export const clearSketch = (): void => {
  if (useSketch.getState() !== NO_SKETCH) useSketch.setState(NO_SKETCH, true);
};

/** Where the sentence stands: CSS pixels in the map. A store of its own, for it changes at every frame. */
export const useSketchPlace = create<{ readonly x: number; readonly y: number }>()(() => ({ x: 0, y: 0 }));
