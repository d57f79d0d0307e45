// The cells of the methods side by side: by how many name them, by Gi* or by local Moran's I; and the one that is looked at.

import type { Layer } from "@deck.gl/core";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import { cellShape } from "../../core/hotspots/promote.ts";
import { QUADRANT } from "../../core/stats/localMoran.ts";
import type { Scheme } from "../map/scheme.ts";
import { QUADRANT_NAMES, significant, timesNamed, type FindView, type ShownFind } from "../shownFind.ts";
import { paintCells, paintedCells } from "./cellLayers.ts";
import { cellMesh, type CellMesh } from "./cellMesh.ts";
import { FLAT } from "./flat.ts";
import { casedPaths } from "./hotspotLayers.ts";
import type { LegendEntry } from "./legend.ts";
import { MAP_COLOURS } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";
import { classColours, packRgba, rgb, YELLOW_TO_RED, type Rgb } from "./ramps.ts";
import { shapeOutline } from "./shapeOutline.ts";

type Found = ShownFind["found"];

export const findLayers = memoLast((find: ShownFind, view: FindView, projection: Projection, scheme: Scheme, opacity: number, beforeId?: string): Layer[] => [
  ...cells(find.found, view.colours, view.least, scheme, opacity, beforeId),
  ...(view.cell === null ? [] : lookedAt(find.found, view.cell, projection, scheme)),
]);

const cells = memoLast((found: Found, colours: FindView["colours"], least: number, scheme: Scheme, opacity: number, beforeId?: string): Layer[] => {
  if (!found.outlines) return [];
  const mesh = findMesh(found.outlines);
  return [paintedCells("find", mesh, findColours(mesh, found, colours, least, scheme), opacity, beforeId)];
});

const findMesh = memoLast(cellMesh);

function findColours(mesh: CellMesh, found: Found, colours: FindView["colours"], least: number, scheme: Scheme): Uint8Array {
  if (colours === "methods" || !found[colours]) {
    const paints = methodColours(found, scheme).map((colour) => packRgba(colour));
    const times = timesNamed(found);
    return paintCells(mesh, (cell) => (times[cell] >= Math.max(1, least) ? paints[times[cell] - 1] : 0));
  }
  if (colours === "giStar") {
    const { bin } = found.giStar!;
    const paints = DIVERGING[scheme].map((colour) => packRgba(rgb(colour)));
    return paintCells(mesh, (cell) => (bin[cell] === 0 ? 0 : paints[bin[cell] > 0 ? bin[cell] + 2 : bin[cell] + 3]));
  }
  const { quadrant } = found.localMoran!;
  const isSignificant = significant(found, "localMoran");
  const paints = new Map(QUADRANTS.map(({ code, at }) => [code, packRgba(rgb(DIVERGING[scheme][at]))]));
  return paintCells(mesh, (cell) => (isSignificant(cell) ? (paints.get(quadrant[cell]) ?? 0) : 0));
}

function lookedAt(found: Found, cell: number, projection: Projection, scheme: Scheme): Layer[] {
  const data = shapeOutline(projection, cellShape(found, cell)).map((path) => ({ path }));
  return casedPaths("find-cell", data, () => MAP_COLOURS[scheme].selected, () => 3, scheme, { parameters: FLAT });
}

/** One for each number of methods from 1. */
const methodColours = ({ methods }: Found, scheme: Scheme): readonly Rgb[] => classColours(YELLOW_TO_RED, scheme, methods.length);

/**
 * From cold to hot: 99, 95 and 90 %, then 90, 95 and 99 %. ColorBrewer's RdBu, which every eye tells apart, without its
 * middle; on a dark ground the strong ends are the light ones.
 */
const DIVERGING: Record<Scheme, readonly string[]> = {
  light: ["#2166ac", "#67a9cf", "#b8d8ea", "#fbc4a4", "#ef7d59", "#b2182b"],
  dark: ["#8cc8ff", "#4a8cc8", "#2d5578", "#7f3d30", "#c9573f", "#ffa08a"],
};

/** `at` in the diverging colours. */
const QUADRANTS: readonly { readonly code: number; readonly at: number; readonly label: string }[] = [
  { code: QUADRANT.highHigh, at: 5, label: QUADRANT_NAMES[QUADRANT.highHigh] },
  { code: QUADRANT.highLow, at: 4, label: QUADRANT_NAMES[QUADRANT.highLow] },
  { code: QUADRANT.lowHigh, at: 1, label: QUADRANT_NAMES[QUADRANT.lowHigh] },
  { code: QUADRANT.lowLow, at: 0, label: QUADRANT_NAMES[QUADRANT.lowLow] },
];

export function findLegend({ found }: ShownFind, { colours, least }: FindView, scheme: Scheme): { readonly unit: string; readonly entries: readonly LegendEntry[] } {
  const fill = (label: string, colour: Rgb): LegendEntry => ({ label, colour, mark: "fill" });
  if (colours === "methods" || !found[colours]) {
    const entries = methodColours(found, scheme).map((colour, i) => fill(i === 0 ? "1 method" : `${i + 1} methods`, colour));
    return { unit: "methods that name the cell", entries: entries.slice(least - 1).toReversed() };
  }
  if (colours === "giStar") {
    const hot = [99, 95, 90].map((level, i) => fill(`hot, ${level} %`, rgb(DIVERGING[scheme][5 - i])));
    const cold = [90, 95, 99].map((level, i) => fill(`cold, ${level} %`, rgb(DIVERGING[scheme][2 - i])));
    return { unit: "Getis-Ord Gi*, confidence", entries: [...hot, ...cold] };
  }
  return { unit: "local Moran’s I, significant", entries: QUADRANTS.map(({ at, label }) => fill(label, rgb(DIVERGING[scheme][at]))) };
}
