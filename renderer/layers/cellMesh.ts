// Many small polygons as typed arrays for deck.gl, with the triangles that fill them.

import type { CellOutlines } from "../../core/hotspots/cellOutlines.ts";
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

export const cellMesh = ({ lonLats, starts }: CellOutlines): CellMesh => ({
  length: starts.length - 1,
  startIndices: starts,
  positions: lonLats,
  indices: fanIndices(starts),
});
