// Many small polygons as typed arrays for deck.gl: corners in degrees, closed, one after another.

import { fanIndices } from "./fanIndices.ts";

export interface CellMesh {
  /** Number of cells. */
  readonly length: number;
  /** Where each cell's corners start; one more than cells. */
  readonly startIndices: Uint32Array;
  /** lon, lat of every corner; each cell's first corner stands again at its end. */
  readonly positions: Float64Array;
  /** Corners of the triangles that fill the cells. */
  readonly indices: Uint32Array;
}

/** @param corner the k-th corner of a cell in degrees, clockwise or not */
export function cellMesh(
  length: number,
  corners: (cell: number) => number,
  corner: (cell: number, k: number) => readonly [number, number],
): CellMesh {
  const startIndices = new Uint32Array(length + 1);
  for (let cell = 0; cell < length; cell++) startIndices[cell + 1] = startIndices[cell] + corners(cell) + 1;
  const positions = new Float64Array(2 * startIndices[length]);
  for (let cell = 0; cell < length; cell++) {
    const from = startIndices[cell], n = startIndices[cell + 1] - from - 1;
    for (let k = 0; k <= n; k++) {
      const [lon, lat] = corner(cell, k % n);
      positions[2 * (from + k)] = lon;
      positions[2 * (from + k) + 1] = lat;
    }
  }
  return { length, startIndices, positions, indices: fanIndices(startIndices) };
}
