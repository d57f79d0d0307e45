// Where the pointer is on the map. A store of its own: it changes at every mouse move and only the status bar listens.

import { create } from "zustand";
import type { LonLat } from "../core/geo/types.ts";

export const usePointer = create<{ readonly lonLat: LonLat | null; readonly metresPerPixel: number }>()(() => ({
  lonLat: null,
  metresPerPixel: 0,
}));
