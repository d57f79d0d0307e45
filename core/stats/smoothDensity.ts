// The second half of the fast kernel density: masses on nodes to a surface, for any bandwidth the nodes allow.

import { InputError } from "../errors.ts";
import type { Grid } from "../geo/types.ts";
import { defineJob } from "../job.ts";
import { floats, gridSchema, z } from "../schema.ts";
import { acrossRows, alongRows, type Band, bandWindow } from "./band.ts";
import { SPACINGS_PER_BANDWIDTH, type SpreadNodes } from "./densityPlan.ts";
import { type Positions, type SmoothingAxis, smoothingAxis } from "./smoothingAxis.ts";
import { smoothingError } from "./smoothingError.ts";
import { nodesSchema } from "./spreadDensity.ts";

export interface SmoothedRows {
  /** (rows × columns), incidents per m². */
  readonly values: Float64Array;
  /** Highest value in these rows, per m². */
  readonly peak: number;
  /** No value is further from the exact sum than this, per m². */
  readonly error: number;
}

/**
 * The surface at the centres of the grid's rows `from` to `to`, from masses spread onto nodes: along each axis, the
 * Gaussian corrected for the splines, then the splines.
 *
 * The bound. Along an axis the kernel K that is really applied satisfies |K − G_h| ≤ α G_h', h' > h (`smoothingError`
 * measures α over all positions of incident and target). So the error at any point is at most
 * (αx + αy + αx αy) times a density with a bandwidth widened along an axis; and that density is the exact one
 * averaged with a Gaussian weight, which nowhere exceeds the exact one's highest value in the plane.
 * That highest value is no more than `exp(d²/2h²)` times the value at distance d from it, since the logarithm of a
 * sum of Gaussians curves by no more than −1/h²: so the highest value on a raster bounds it.
 */
export function smoothRows(masses: Float64Array, nodes: SpreadNodes, grid: Grid, bandwidthX: number, bandwidthY: number, from: number, to: number): SmoothedRows {
  const nodesX: Positions = { start: nodes.origin.x, step: nodes.spacingX, count: nodes.columns };
  const nodesY: Positions = { start: nodes.origin.y, step: nodes.spacingY, count: nodes.rows };
  const centres = (origin: number, count: number): Positions => ({ start: origin + grid.cell / 2, step: grid.cell, count });
  const x = smoothingAxis(nodesX, centres(grid.origin.x, grid.columns), bandwidthX);
  const y = smoothingAxis(nodesY, centres(grid.origin.y, grid.rows), bandwidthY);
  const values = applyAxes(masses, nodes.columns, x, y, from, to);
  let peak = 0;
  for (let i = 0; i < values.length; i++) {
    // Far from all incidents the sum of spline terms may round to just below zero.
    if (values[i] < 0) values[i] = 0;
    else if (values[i] > peak) peak = values[i];
  }
  // Sampled one bandwidth apart, the highest point of the plane is at most half a bandwidth away along each axis.
  const sampleX = smoothingAxis(nodesX, { start: nodesX.start, step: bandwidthX, count: Math.ceil((nodesX.step * nodesX.count) / bandwidthX) + 1 }, bandwidthX);
  const sampleY = smoothingAxis(nodesY, { start: nodesY.start, step: bandwidthY, count: Math.ceil((nodesY.step * nodesY.count) / bandwidthY) + 1 }, bandwidthY);
  const highest = applyAxes(masses, nodes.columns, sampleX, sampleY, 0, sampleY.smooth.outputs).reduce((most, value) => Math.max(most, value), 0) * Math.exp(0.25);
  const alphaX = smoothingError(x);
  const alphaY = smoothingError(y);
  return { values, peak, error: (alphaX + alphaY + alphaX * alphaY) * highest };
}

function applyAxes(masses: Float64Array, columns: number, x: SmoothingAxis, y: SmoothingAxis, from: number, to: number): Float64Array {
  // Only the rows that the wanted ones depend on, found from the last band back to the first.
  const rowsOf = (band: Band | undefined, first: number, last: number) => (band ? bandWindow(band, first, last) : undefined);
  const read = rowsOf(y.read, from, to);
  const smooth = bandWindow(y.smooth, read?.inputFrom ?? from, read?.inputTo ?? to);
  const coarsen = rowsOf(y.coarsen, smooth.inputFrom, smooth.inputTo);
  const firstRow = coarsen?.inputFrom ?? smooth.inputFrom;
  const lastRow = coarsen?.inputTo ?? smooth.inputTo;

  let surface = masses.subarray(firstRow * columns, lastRow * columns);
  let rows = lastRow - firstRow;
  let width = columns;
  const apply = (across: Band | undefined, up: Band | undefined): void => {
    if (across) {
      surface = alongRows(across, surface, rows);
      width = across.outputs;
    }
    if (up) {
      surface = acrossRows(up, surface, width);
      rows = up.outputs;
    }
  };
  apply(x.coarsen, coarsen?.band);
  apply(x.smooth, smooth.band);
  apply(x.read, read?.band);
  return surface;
}

export const smoothDensity = defineJob({
  title: "Kernel density surface from incidents spread onto nodes",
  params: z.strictObject({
    masses: floats("mass at each node, from spreadDensity; parts added up"),
    nodes: nodesSchema,
    grid: gridSchema,
    bandwidthX: z.number().positive().describe("standard deviation along x, m"),
    bandwidthY: z.number().positive().describe("standard deviation along y, m"),
    rows: z.strictObject({ from: z.int().nonnegative(), to: z.int().positive() }).optional().describe("only rows from ≤ row < to"),
  }),
  run({ masses, nodes, grid, bandwidthX, bandwidthY, rows = { from: 0, to: grid.rows } }): SmoothedRows {
    for (const [name, bandwidth, spacing] of [["bandwidthX", bandwidthX, nodes.spacingX], ["bandwidthY", bandwidthY, nodes.spacingY]] as const) {
      const least = SPACINGS_PER_BANDWIDTH * spacing;
      if (bandwidth < least * (1 - 1e-9))
        throw new InputError(`${name} is ${bandwidth} m; these nodes serve ${least} m and more. Spread the incidents onto closer nodes.`);
    }
    if (masses.length !== nodes.columns * nodes.rows)
      throw new InputError(`masses has ${masses.length} values; ${nodes.columns} × ${nodes.rows} nodes need ${nodes.columns * nodes.rows}.`);
    if (rows.to > grid.rows || rows.from >= rows.to)
      throw new InputError(`Rows ${rows.from} to ${rows.to} were asked for; the grid has rows 0 to ${grid.rows}.`);
    return smoothRows(masses, nodes, grid, bandwidthX, bandwidthY, rows.from, rows.to);
  },
});
