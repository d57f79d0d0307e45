// The predicted surface of one slot: its tiles, on the scale of all slots.

import type { Layer } from "@deck.gl/core";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Scheme } from "../map/scheme.ts";
import type { ShownSlot, ShownSlots } from "../shownSlots.ts";
import { cellsImage } from "./cellsImage.ts";
import { densityColours } from "./densityLayer.ts";
import { memoLast } from "./memoLast.ts";
import { createSurface } from "./surfaceLayer.ts";

export const slotLayer = memoLast((shown: ShownSlots, slot: ShownSlot, projection: Projection, scheme: Scheme, opacity: number, beforeId?: string): Layer =>
  surface({ id: "slots", grid: shown.tiles, image: slotImage(shown, slot, scheme), smooth: false, opacity, beforeId }, projection),
);

const surface = createSurface();

/** Tiles below 0 are as clear as those at 0. */
const slotImage = memoLast(({ tiles, cells, peak }: ShownSlots, { values }: ShownSlot, scheme: Scheme): ImageData => {
  const table = densityColours(scheme);
  const toIndex = peak > 0 ? 255 / peak : 0;
  return cellsImage(tiles, cells, (i) => table[Math.max(0, Math.min(255, Math.round(values[i] * toIndex)))]);
});
