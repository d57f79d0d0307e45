// Covers the plane with cells, counts the incidents in each and ranks them: the start of every set of hotspots.

import { InputError } from "../errors.ts";
import type { Plane } from "../geo/plane.ts";
import type { Point, Polygon } from "../geo/types.ts";
import { h3Cells } from "./h3Cells.ts";
import { hexagonLattice, latticeCells, squareLattice } from "./latticeCells.ts";
import { rankCells } from "./rankCells.ts";

export type CellKind = "hexagon" | "square" | "h3";

/** Columns of one value a cell; cells from the south-west, row by row (H3: in the order of their ids). */
export interface Tessellation {
  readonly kind: CellKind;
  /** Edge of a cell, m; for H3 the mean edge of its resolution. */
  readonly side: number;
  /** Turn of every cell, radians, as it was asked for; 0 for H3. */
  readonly rotation: number;
  /** H3 only: the resolution used. */
  readonly resolution: number | null;
  /** Centres, m. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Incidents in the cell (sum of their weights). */
  readonly count: Float64Array;
  /** 1 = most incidents; cells with as many are ranked from the south, then from the west. Every rank occurs once. */
  readonly rank: Uint32Array;
  /** H3 only: the ids of the cells, and corners in metres: those of cell k are starts[k] to starts[k + 1]. */
  readonly ids: readonly string[] | null;
  readonly corners: { readonly x: Float64Array; readonly y: Float64Array; readonly starts: Uint32Array } | null;
  /** Incidents that lie in no cell that is given (outside the study area). */
  readonly outside: number;
}

export interface TessellateOptions {
  /** m. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight?: Float64Array;
  /** Edge of a cell, m. H3: the resolution whose mean edge is nearest is taken. */
  readonly side: number;
  readonly kind: CellKind;
  /** A point that is to be the centre of a hexagon, or a corner of a square; m. Default 0, 0. */
  readonly origin?: Point;
  /** Turn of the whole tessellation (hexagons and squares), radians anticlockwise. Default 0: hexagon corners to the east. */
  readonly rotation?: number;
  /** Needed for H3, whose cells lie in longitude and latitude. */
  readonly plane?: Plane;
  /** H3 only: instead of `side`. */
  readonly resolution?: number;
  /** Study area: every cell with its centre in it is given, with or without incidents. Without it: cells with incidents. */
  readonly area?: readonly Polygon[];
}

/** @throws InputError where the side is not above 0 m or too small for the extent, or H3 lacks the plane */
export function tessellate(options: TessellateOptions): Tessellation {
  const { x, y, weight, side, kind, origin = { x: 0, y: 0 }, rotation = 0 } = options;
  if (!(side > 0)) throw new InputError(`The edge of a cell is ${side} m; it must be above 0 m. Enter a positive number.`);
  if (y.length !== x.length || (weight && weight.length !== x.length)) {
    throw new InputError(
      `Got ${x.length} x, ${y.length} y${weight ? ` and ${weight.length} weights` : ""}; the columns must be equally long. ` +
        "Give one of each for every incident.",
    );
  }
  if (kind === "h3") {
    if (rotation !== 0) throw new InputError("H3 cells cannot be turned. Take hexagons, or a rotation of 0.");
    const cells = h3Cells(options);
    return { kind, rotation, ...cells, rank: rankCells(cells.count, cells.x, cells.y) };
  }
  const lattice = kind === "hexagon" ? hexagonLattice(side) : squareLattice(side);
  const { x: centreX, y: centreY, count, outside } = latticeCells(lattice, { ...options, origin, rotation });
  return { kind, side, rotation, resolution: null, ids: null, corners: null, x: centreX, y: centreY, count, outside, rank: rankCells(count, centreX, centreY) };
}
