// The fewest cells that hold a share of the crime, and the concentrations that they form: where patrol areas begin.

import { InputError } from "../../errors.ts";
import { hexagonArea, normaliseRotation } from "../../geo/hexagon.ts";
import type { Hexagon, Point } from "../../geo/types.ts";
import { takeRows } from "../../incidents/takeRows.ts";
import { defineJob } from "../../job.ts";
import { floats, planeSchema, pointSchema, polygonSchema, z } from "../../schema.ts";
import { cellsForShare } from "../../stats/cellsForShare.ts";
import { checkIncidents } from "../../stats/checkIncidents.ts";
import { disjointSets } from "../../stats/disjointSets.ts";
import type { Neighbours } from "../../stats/neighbours.ts";
import { cellNeighbours } from "../cellNeighbours.ts";
import { cellOutlines, type CellOutlines } from "../cellOutlines.ts";
import { hexagonLattice, latticeCells } from "../latticeCells.ts";
import { byRank } from "../promote.ts";
import { rankCells } from "../rankCells.ts";

export interface Concentration {
  /** Indices of its cells in the result's columns, most incidents first. */
  readonly cells: readonly number[];
  /** Incidents (sum of their weights) in them, and their share of all, 0 to 1. */
  readonly incidents: number;
  readonly share: number;
  /** m². */
  readonly area: number;
  /** Mean of its cells' centres, weighted by their incidents, m. */
  readonly centre: Point;
  readonly hexagons: readonly Hexagon[];
}

export interface CrimeConcentrations {
  /** The chosen cells, the one with most incidents first: centres, m, and incidents (sum of their weights). */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly count: Float64Array;
  /** Index of each cell's concentration in `groups`. */
  readonly group: Uint32Array;
  /** How many cells are needed, of how many: all of the study area, or without one all with incidents. */
  readonly needed: number;
  readonly ofCells: number;
  /** The share that they hold, 0 to 1: at least the one asked for. */
  readonly share: number;
  /** Most incidents first. */
  readonly groups: readonly Concentration[];
  /** What the map draws; null unless asked for. */
  readonly outlines: CellOutlines | null;
}

/** Trial Two of Thames Valley Police: the hexagons that account for 30 % of violent crime, and where they concentrate. */
export const crimeConcentrations = defineJob({
  title: "Find the fewest cells that hold a share of crime, and the concentrations they form",
  params: z.strictObject({
    x: floats("incidents, east, m"),
    y: floats("incidents, north, m"),
    weight: floats("weight of each incident; 1 each where not given").optional(),
    side: z.number().positive().describe("edge of a hexagon, m"),
    rotation: z.number().default(0).describe("turn of the tessellation, radians anticlockwise"),
    origin: pointSchema.default({ x: 0, y: 0 }).describe("centre of one hexagon, m"),
    area: z.array(polygonSchema).optional().describe("study area, m; the share is of the incidents in its cells"),
    plane: planeSchema.optional().describe("the plane of x and y; needed for outlines"),
    share: z.number().gt(0).max(1).default(0.3).describe("of crime that the cells are to hold, 0 to 1"),
    join: z.int().min(1).max(20).default(1).describe("cells within so many rings of each other belong together"),
    outlines: z.boolean().default(false).describe("true: also every cell's corners in degrees; needs the plane"),
  }),
  run: ({ x, y, weight, side, rotation, origin, area, plane, share, join, outlines }, context): CrimeConcentrations => {
    checkIncidents(x, y, weight);
    if (outlines && !plane) throw new InputError("Outlines in degrees need the plane of x and y. Give plane, or leave outlines out.");
    context.progress(0, `Counting ${x.length.toLocaleString("en-GB")} incidents`);
    const lattice = hexagonLattice(side);
    const all = latticeCells(lattice, { x, y, weight, origin, rotation, area });
    const total = all.count.reduce((sum, one) => sum + one, 0);
    if (!(total > 0)) throw new InputError("No incident lies in a cell, so there is no share to hold. Widen the filter or the study area.");
    const ranked = byRank({ count: all.count, rank: rankCells(all.count, all.x, all.y) });
    const chosen = ranked.subarray(0, cellsForShare(all.count, share));
    const cells = { x: takeRows(all.x, chosen), y: takeRows(all.y, chosen), count: takeRows(all.count, chosen) };
    const places = { column: Int32Array.from(chosen, (cell) => all.column[cell]), row: Int32Array.from(chosen, (cell) => all.row[cell]) };
    const turn = normaliseRotation(rotation);
    const groups = joined(cellNeighbours(lattice, places, join))
      .map((members): Concentration => {
        const incidents = members.reduce((sum, k) => sum + cells.count[k], 0);
        const mean = (values: Float64Array): number => members.reduce((sum, k) => sum + cells.count[k] * values[k], 0) / incidents;
        return {
          cells: members,
          incidents,
          share: incidents / total,
          area: members.length * hexagonArea(side),
          centre: { x: mean(cells.x), y: mean(cells.y) },
          hexagons: members.map((k) => ({ kind: "hexagon", centre: { x: cells.x[k], y: cells.y[k] }, side, rotation: turn })),
        };
      })
      // Equal ones stay in the order of their best cells.
      .sort((a, b) => b.incidents - a.incidents);
    const group = new Uint32Array(chosen.length);
    groups.forEach((one, g) => one.cells.forEach((k) => (group[k] = g)));
    return {
      ...cells,
      group,
      needed: chosen.length,
      ofCells: all.count.length,
      share: cells.count.reduce((sum, one) => sum + one, 0) / total,
      groups,
      outlines: outlines && plane ? cellOutlines({ kind: "hexagon", side, rotation, corners: null, x: cells.x, y: cells.y }, plane) : null,
    };
  },
});

/** Sets of cells that neighbours join, each in ascending order. */
function joined({ starts, members }: Neighbours): number[][] {
  const cells = starts.length - 1;
  const { root, join } = disjointSets(cells);
  for (let cell = 0; cell < cells; cell++) for (let k = starts[cell]; k < starts[cell + 1]; k++) join(cell, members[k]);
  const groups = new Map<number, number[]>();
  for (let cell = 0; cell < cells; cell++) {
    const group = groups.get(root(cell));
    if (group) group.push(cell);
    else groups.set(root(cell), [cell]);
  }
  return [...groups.values()];
}
