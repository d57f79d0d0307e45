// Tiles by how often they are chosen: one colour scale from a single draw to all of them; tiles that never are stay clear.

import type { Layer } from "@deck.gl/core";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Scheme } from "../map/scheme.ts";
import type { ShownUncertainty } from "../shownExplorations.ts";
import { count, percent } from "../ui/format.ts";
import { cellsImage } from "./cellsImage.ts";
import type { LegendEntry } from "./legend.ts";
import { memoLast } from "./memoLast.ts";
import { packRgba, rampColour, YELLOW_TO_RED } from "./ramps.ts";
import { createSurface } from "./surfaceLayer.ts";

const SHARES = [1, 0.75, 0.5, 0.25];

export const uncertaintyLayer = memoLast((shown: ShownUncertainty, projection: Projection, scheme: Scheme, opacity: number, beforeId?: string): Layer =>
  surface({ id: "uncertainty", grid: shown.request.tiles, image: frequencyImage(shown, scheme), smooth: false, opacity, beforeId }, projection),
);

const surface = createSurface();

const frequencyImage = memoLast(({ request, frequency, draws }: ShownUncertainty, scheme: Scheme): ImageData => {
  const colours = Uint32Array.from({ length: draws.length + 1 }, (_, times) => (times === 0 ? 0 : packRgba(rampColour(YELLOW_TO_RED, scheme, times / draws.length))));
  return cellsImage(request.tiles, request.cells, (i) => colours[frequency[i]]);
});

export function uncertaintyLegend({ draws }: ShownUncertainty, scheme: Scheme): { readonly unit: string; readonly entries: readonly LegendEntry[] } {
  const entry = (label: string, share: number): LegendEntry => ({ label, colour: rampColour(YELLOW_TO_RED, scheme, share), mark: "fill" });
  return {
    unit: `share of ${count(draws.length)} draws in which a car stands there`,
    entries: [...SHARES.map((share) => entry(percent(share, 0), share)), entry("one draw", 1 / draws.length)],
  };
}
