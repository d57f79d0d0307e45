// A tool: what the pointer means on the map. A gesture is a function of the plan at pointer-down and the pointer now.

import type { LonLat, Point } from "../../core/geo/types.ts";
import type { ToolName } from "../store.ts";

export interface MapPointer {
  /** m, in the project's plane. */
  readonly point: Point;
  readonly lonLat: LonLat;
  /** CSS pixels from the map's north-west corner. */
  readonly px: { readonly x: number; readonly y: number };
  readonly metresPerPixel: number;
  /** Shift adds to the selection or holds to 15° steps, Alt duplicates or removes, Ctrl suspends snapping. */
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
}

export interface ToolKey {
  readonly key: string;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly ctrl: boolean;
}

export interface Tool {
  readonly name: ToolName;
  /** The CSS cursor while nothing is pressed; null: as the map's own. */
  cursor(pointer: MapPointer): string | null;
  /** True: the gesture is the tool's until the button is let go. False: the map pans. */
  onDown(pointer: MapPointer): boolean;
  /** At most once a frame, pressed or not. */
  onMove(pointer: MapPointer): void;
  onUp(pointer: MapPointer): void;
  /** Pressed and let go in one place, where onDown had left the gesture to the map. */
  onClick?(pointer: MapPointer): void;
  /** True: the second click is the tool's, and the map does not zoom. */
  onDouble?(pointer: MapPointer): boolean;
  /** While the map has the keyboard; true: the key is used up. */
  onKey?(key: ToolKey): boolean;
  onKeyUp?(): void;
  /** Esc, another tool, or the pointer lost: nothing has happened. True if there was something to give up. */
  cancel(): boolean;
}

/** Pixels that the hand may shake in a click. */
export const CLICK_SLACK = 3;

export const movedBeyondClick = (a: MapPointer, b: MapPointer): boolean =>
  Math.hypot(a.px.x - b.px.x, a.px.y - b.px.y) > CLICK_SLACK;
