// Incidents: every dot near by; far out, H3 cells coloured by count.

import type { Layer } from "@deck.gl/core";
import type { CellMesh } from "./cellMesh.ts";
import type { Scheme } from "../map/scheme.ts";
import { shownFind } from "../shownFind.ts";
import type { State } from "../store.ts";
import { cellColours, paintedCells } from "./cellLayers.ts";
import { MAP_COLOURS } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";
import { PointsLayer } from "./PointsLayer.ts";
import { GREYS } from "./ramps.ts";
import { FLAT } from "./flat.ts";

/** With more incidents than this, dots are drawn only from DOTS_FROM_ZOOM on. */
const FEW = 30_000;
const DOTS_FROM_ZOOM = 13.5;

export const showsDots = (incidents: number, zoom: number): boolean => incidents <= FEW || zoom >= DOTS_FROM_ZOOM;

/** Cells of incidents would hide the surface that was worked out from them. */
export const hasSurface = ({ layers, ...surfaces }: Pick<State, "layers" | "finds" | "findView" | "cells" | "density" | "forecast" | "slots" | "uncertainty">): boolean =>
  layers.some(({ kind, visible }) =>
    visible && (kind === "find"
      ? shownFind(surfaces) !== null
      : (kind === "cells" || kind === "density" || kind === "forecast" || kind === "slots" || kind === "uncertainty") && surfaces[kind] !== null));

/** Pixels: a speck over a town, a dot over a street. In steps of half a zoom, so that zooming makes few new layers. */
export const dotDiameter = (zoom: number): number => Math.min(9, Math.max(2, 2 + (Math.round(2 * zoom) / 2 - 11) * 1.1));

export const dotLayer = memoLast((lonLats: Float64Array, diameter: number, scheme: Scheme, opacity: number): Layer => {
  const alpha = diameter < 4 ? 0.5 : 0.7;
  const [red, green, blue] = MAP_COLOURS[scheme].incident;
  return new PointsLayer({
    id: "incidents",
    data: dotData(lonLats),
    diameter,
    color: [red, green, blue, Math.round(255 * alpha)],
    opacity,
    parameters: FLAT,
  });
});

/** The same object for the same incidents, so that a new zoom or opacity uploads nothing. */
const dotData = memoLast((lonLats: Float64Array) => ({
  length: lonLats.length / 2,
  attributes: { getPosition: { value: lonLats, size: 2 } },
}));

export const aggregateLayer = memoLast((mesh: CellMesh, counts: ArrayLike<number>, breaks: readonly number[], scheme: Scheme, opacity: number): Layer =>
  paintedCells("incidents-aggregated", mesh, cellColours(mesh, counts, breaks, GREYS, scheme), opacity),
);
