// Cells with counts: hexagons, squares or H3, in classes that hold about equally many incidents.

import type { Layer } from "@deck.gl/core";
import { SolidPolygonLayer } from "@deck.gl/layers";
import type { Scheme } from "../map/scheme.ts";
import { classOf, shareBreaks } from "./breaks.ts";
import type { CellMesh } from "./cellMesh.ts";
import { FLAT } from "./flat.ts";
import { memoLast } from "./memoLast.ts";
import { classColours, YELLOW_TO_RED, type Ramp } from "./ramps.ts";

export const CLASSES = 6;

/** RGBA of every corner; cells below the first break are clear. */
export function cellColours(mesh: CellMesh, counts: ArrayLike<number>, breaks: readonly number[], ramp: Ramp, scheme: Scheme): Uint8Array {
  const colours = classColours(ramp, scheme, breaks.length);
  const corners = mesh.startIndices[mesh.length];
  const out = new Uint32Array(corners);
  const packed = colours.map(([red, green, blue]) => (255 << 24) | (blue << 16) | (green << 8) | red);
  for (let cell = 0; cell < mesh.length; cell++) {
    const found = classOf(breaks, counts[cell]);
    if (found >= 0) out.fill(packed[found], mesh.startIndices[cell], mesh.startIndices[cell + 1]);
  }
  return new Uint8Array(out.buffer);
}

export const cellBreaks = memoLast((counts: ArrayLike<number>) => shareBreaks(counts, CLASSES));

export const cellLayer = memoLast((mesh: CellMesh, counts: ArrayLike<number>, scheme: Scheme, opacity: number, beforeId?: string): Layer =>
  new SolidPolygonLayer({
    id: "cells",
    data: {
      length: mesh.length,
      startIndices: mesh.startIndices,
      attributes: {
        indices: { value: mesh.indices, size: 1 },
        getPolygon: { value: mesh.positions, size: 2 },
        getFillColor: { value: cellColours(mesh, counts, cellBreaks(counts), YELLOW_TO_RED, scheme), size: 4, normalized: true },
      },
    },
    _normalize: false,
    positionFormat: "XY",
    opacity,
    parameters: FLAT,
    beforeId,
  }),
);
