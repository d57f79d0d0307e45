// Many cells in colours of their own; cells with counts in classes that hold about equally many incidents.

import type { Layer } from "@deck.gl/core";
import { SolidPolygonLayer } from "@deck.gl/layers";
import type { Scheme } from "../map/scheme.ts";
import { classOf, shareBreaks } from "./breaks.ts";
import type { CellMesh } from "./cellMesh.ts";
import { FLAT } from "./flat.ts";
import { memoLast } from "./memoLast.ts";
import { classColours, packRgba, YELLOW_TO_RED, type Ramp } from "./ramps.ts";

export const CLASSES = 6;

/** RGBA of every corner. @param paint - of a cell, as packRgba makes it; 0 is clear */
export function paintCells(mesh: CellMesh, paint: (cell: number) => number): Uint8Array {
  const out = new Uint32Array(mesh.startIndices[mesh.length]);
  for (let cell = 0; cell < mesh.length; cell++) out.fill(paint(cell), mesh.startIndices[cell], mesh.startIndices[cell + 1]);
  return new Uint8Array(out.buffer);
}

/** Cells below the first break are clear. */
export function cellColours(mesh: CellMesh, counts: ArrayLike<number>, breaks: readonly number[], ramp: Ramp, scheme: Scheme): Uint8Array {
  const paints = classColours(ramp, scheme, breaks.length).map((colour) => packRgba(colour));
  return paintCells(mesh, (cell) => paints[classOf(breaks, counts[cell])] ?? 0);
}

export const cellBreaks = memoLast((counts: ArrayLike<number>) => shareBreaks(counts, CLASSES));

export const cellLayer = memoLast((mesh: CellMesh, counts: ArrayLike<number>, scheme: Scheme, opacity: number, beforeId?: string): Layer =>
  paintedCells("cells", mesh, cellColours(mesh, counts, cellBreaks(counts), YELLOW_TO_RED, scheme), opacity, beforeId),
);

/** @param colours - RGBA of every corner */
export const paintedCells = (id: string, mesh: CellMesh, colours: Uint8Array, opacity: number, beforeId?: string): Layer =>
  new SolidPolygonLayer({
    id,
    data: {
      length: mesh.length,
      startIndices: mesh.startIndices,
      attributes: {
        indices: { value: mesh.indices, size: 1 },
        getPolygon: { value: mesh.positions, size: 2 },
        getFillColor: { value: colours, size: 4, normalized: true },
      },
    },
    _normalize: false,
    positionFormat: "XY",
    opacity,
    parameters: FLAT,
    beforeId,
  });
