// The second half of the fast kernel density: masses on nodes to a surface, for any bandwidth the nodes allow.

import { InputError } from "../errors.ts";
import type { Grid } from "../geo/types.ts";
import { defineJob } from "../job.ts";
import { floats, gridSchema, z } from "../schema.ts";
import { acrossRows, alongRows, type Band, bandWindow } from "./band.ts";
import { SPACINGS_PER_BANDWIDTH, type SpreadNodes } from "./densityPlan.ts";
import { SPLINE_REACH } from "./densitySpline.ts";
import { type Positions, type SmoothingAxis, smoothingAxis } from "./smoothingAxis.ts";
import { smoothingError } from "./smoothingError.ts";
import { nodesSchema } from "./spreadDensity.ts";

export interface SmoothedRows {
  /** (rows × columns), incidents per m². */
  readonly values: Float64Array;
  /** Highest value in these rows, per m². */
  readonly peak: number;
  /** No value is further from the exact sum than `share` × the larger of the grid's highest value and `peakOutside`. */
  readonly share: number;
  /** Where incidents lie outside the grid: as high as the density may be there, per m²; else 0. */
  readonly peakOutside: number;
}

/**
 * The surface at the centres of the grid's rows `from` to `to`, from masses spread onto nodes: along each axis, the
 * Gaussian corrected for the splines, then the splines.
 *
 * The bound. Along an axis the kernel K that is really applied satisfies |K − G_h| ≤ α G_h', h' > h (`smoothingError`
 * measures α over all positions of incident and target). So the error at any point is at most
 * (αx + αy + αx αy) times a density with a bandwidth widened along an axis; and that density is the exact one
 * averaged with a Gaussian weight, which nowhere exceeds the exact one's highest value in the plane.
 * That highest value is at most exp(d²/2h²) times the value at distance d from it, since the logarithm of a sum of
 * Gaussians nowhere curves more than −1/h²; and it lies within the incidents' extent. So where all incidents are
 * inside the grid, the cell centre next to it tells enough; else the plane is sampled.
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
  const alphaX = smoothingError(x);
  const alphaY = sameAxis(x, y) ? alphaX : smoothingError(y);
  // Half a cell to the next centre, and a spacing by which an incident may be outside unnoticed.
  const away = ((grid.cell / 2 + nodes.spacingX) / bandwidthX) ** 2 + ((grid.cell / 2 + nodes.spacingY) / bandwidthY) ** 2;
  return {
    values,
    peak,
    share: (alphaX + alphaY + alphaX * alphaY) * Math.exp(away / 2),
    peakOutside: allInside(nodes, grid) ? 0 : highestInPlane(masses, nodesX, nodesY, bandwidthX, bandwidthY),
  };
}

const sameAxis = (a: SmoothingAxis, b: SmoothingAxis): boolean =>
  a.bandwidth === b.bandwidth && a.spacing === b.spacing && a.factor === b.factor && !a.read === !b.read;

/** Nodes reach beyond the grid by more than the spline's own reach (and the last one's rounding up) only for incidents that lie there. */
function allInside({ origin, spacingX, spacingY, columns, rows }: SpreadNodes, grid: Grid): boolean {
  const before = SPLINE_REACH + 1e-6;
  const after = SPLINE_REACH + 1 + 1e-6;
  return (
    origin.x >= grid.origin.x - before * spacingX &&
    origin.y >= grid.origin.y - before * spacingY &&
    origin.x + (columns - 1) * spacingX <= grid.origin.x + grid.columns * grid.cell + after * spacingX &&
    origin.y + (rows - 1) * spacingY <= grid.origin.y + grid.rows * grid.cell + after * spacingY
  );
}

/** Sampled one bandwidth apart: the highest point is at most half a bandwidth from a sample along each axis. */
function highestInPlane(masses: Float64Array, nodesX: Positions, nodesY: Positions, bandwidthX: number, bandwidthY: number): number {
  const samples = (nodes: Positions, bandwidth: number): SmoothingAxis =>
    smoothingAxis(nodes, { start: nodes.start, step: bandwidth, count: Math.ceil((nodes.step * nodes.count) / bandwidth) + 1 }, bandwidth);
  const y = samples(nodesY, bandwidthY);
  const sampled = applyAxes(masses, nodesX.count, samples(nodesX, bandwidthX), y, 0, y.smooth.outputs);
  return sampled.reduce((most, value) => Math.max(most, value), 0) * Math.exp(0.25);
}

/** The bound as a share of the grid's peak, from what its strips tell. */
export function densityBound(strips: readonly SmoothedRows[]): { bound: number; peak: number } {
  const peak = Math.max(...strips.map((strip) => strip.peak));
  const highest = Math.max(peak, ...strips.map((strip) => strip.peakOutside));
  return { bound: highest > 0 ? (strips[0].share * highest) / peak : 0, peak };
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
