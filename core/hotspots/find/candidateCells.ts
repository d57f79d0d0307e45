// The cells that are compared when hotspots are looked for, those without incidents included: statistics need the zeros.

import { InputError } from "../../errors.ts";
import { hexagonArea } from "../../geo/hexagon.ts";
import type { PointIndex } from "../../geo/pointIndex.ts";
import type { Point, Polygon } from "../../geo/types.ts";
import { floats, pointSchema, polygonSchema, z } from "../../schema.ts";
import { hexagonLattice, latticeCells, squareLattice, type Lattice } from "../latticeCells.ts";

export interface CandidateCells {
  readonly lattice: Lattice;
  /** Centres, m. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Incidents in each, places outside all of them left out. */
  readonly count: Float64Array;
  /** Places in the lattice. */
  readonly column: Int32Array;
  readonly row: Int32Array;
  /** The cell of each place; -1 for one outside. */
  readonly cellOf: Int32Array;
  /** Of one cell, m². */
  readonly area: number;
  /** Incidents in no cell: outside the study area. */
  readonly outside: number;
  /** In words: how many, and how those without incidents were chosen. */
  readonly cover: string;
}

/** What says where the cells lie; shared by the jobs that compare cells. */
export const latticeParams = {
  x: floats("incidents, east, m"),
  y: floats("incidents, north, m"),
  weight: floats("harm of each incident, days").optional(),
  side: z.number().positive().describe("edge of a cell, m"),
  kind: z.enum(["hexagon", "square"]).default("hexagon"),
  origin: pointSchema.optional().describe("centre of one hexagon or corner of one square, m; default 0, 0"),
  rotation: z.number().default(0).describe("turn of the lattice, radians anticlockwise; 0: hexagon corners to the east"),
  area: z
    .array(polygonSchema)
    .optional()
    .describe("study area, m: all cells with their centre in it; without it, cells with incidents and all that touch one"),
};

export type LatticeKind = "hexagon" | "square";

/** Where the cells lie. */
export interface LatticeOptions {
  readonly side: number;
  readonly kind: LatticeKind;
  readonly origin?: Point;
  readonly rotation: number;
  readonly area?: readonly Polygon[];
}

/** Distinct places, m, and the incidents at each. */
export type Places = Pick<PointIndex, "x" | "y" | "weight">;

/** @throws InputError where there are no incidents, or none lies in a cell */
export function candidateCells(places: Places, { side, kind, origin = { x: 0, y: 0 }, rotation, area }: LatticeOptions): CandidateCells {
  if (places.x.length === 0) throw new InputError("There are 0 incidents, so there is nothing to compare. Widen the filter.");
  const lattice = kind === "hexagon" ? hexagonLattice(side) : squareLattice(side);
  const { cellOf, ...cells } = latticeCells(lattice, { ...places, origin, rotation, area, beside: true });
  if (cells.count.every((count) => count === 0)) {
    throw new InputError("None of the incidents lies in a cell of the study area. Choose a larger area, or smaller cells.");
  }
  const which = area ? "with their centre in the study area" : "with incidents and all that touch one (no study area is set)";
  const cover = `${cells.x.length.toLocaleString("en-GB")} cells: all ${which}`;
  return { lattice, ...cells, cellOf: cellOf(), area: kind === "hexagon" ? hexagonArea(side) : side ** 2, cover };
}

/** The weights of the places summed in each cell. @param cellOf - the cell of each place, -1 for none */
export function sumByCell(cells: number, cellOf: Int32Array, weight: Float64Array): Float64Array {
  const sums = new Float64Array(cells);
  cellOf.forEach((cell, i) => {
    if (cell >= 0) sums[cell] += weight[i];
  });
  return sums;
}
