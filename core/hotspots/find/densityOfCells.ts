// Kernel density at the centres of a lattice's cells.

import { extent } from "../../geo/bounds.ts";
import type { JobContext } from "../../job.ts";
import { kernelDensity } from "../../stats/kernelDensity.ts";
import { turned } from "../latticeCells.ts";
import type { CandidateCells, LatticeOptions, Places } from "./candidateCells.ts";

/**
 * Gaussian, incidents per m² (see kernelDensity), within 1e-6 of the highest. The centres of the squares are a raster, those of
 * the hexagons every other point of one: with the north stretched by √3, 1.5 edges apart both ways.
 * @param bandwidth - standard deviation of the bell, m
 */
export async function densityOfCells(
  { column, row }: CandidateCells,
  { x, y, weight }: Places,
  { kind, side, origin = { x: 0, y: 0 }, rotation }: LatticeOptions,
  bandwidth: number,
  context: JobContext,
): Promise<Float64Array> {
  const hexagons = kind === "hexagon";
  const stretch = hexagons ? Math.sqrt(3) : 1, cell = hexagons ? 1.5 * side : side;
  const up = hexagons ? row.map((r, k) => 2 * r + (column[k] & 1)) : row;
  const [firstColumn, lastColumn] = extent(column), [firstUp, lastUp] = extent(up);
  const { u, v } = turned(x, y, origin, Math.cos(rotation), Math.sin(rotation));
  // A hexagon's lattice has a centre at its origin, a square's a corner.
  const corner = hexagons ? 0.5 : 0;
  const columns = lastColumn - firstColumn + 1, rows = lastUp - firstUp + 1;
  const { values } = await kernelDensity.run(
    {
      x: u,
      y: v.map((value) => value * stretch),
      weight,
      grid: { origin: { x: (firstColumn - corner) * cell, y: (firstUp - corner) * cell }, cell, columns, rows },
      bandwidthX: bandwidth,
      bandwidthY: bandwidth * stretch,
      kernel: "gaussian",
    },
    context,
  );
  return Float64Array.from(column, (c, k) => values[(up[k] - firstUp) * columns + c - firstColumn] * stretch);
}
