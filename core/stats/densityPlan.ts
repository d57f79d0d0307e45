// Decides how a kernel density is computed: which method is cheapest, and on which nodes incidents are spread.

import type { Bounds, Grid } from "../geo/types.ts";
import { SPLINE_REACH } from "./densitySpline.ts";

/** Nodes onto which incidents are spread: node (0, 0) at the origin, x fastest, spacing apart for each axis. */
export interface SpreadNodes {
  readonly origin: { readonly x: number; readonly y: number };
  readonly spacingX: number;
  readonly spacingY: number;
  readonly columns: number;
  readonly rows: number;
}

/** A bandwidth must be at least this many node spacings for the fast way to keep its promise. */
export const SPACINGS_PER_BANDWIDTH = 4.5;

/** Standard deviations beyond which the Gaussian is left out; the reported bound contains what that loses. */
export const GAUSSIAN_CUT = 6.5;

/** The fast ways stay within this share of the grid's peak. */
export const LARGEST_BOUND = 1e-6;

/** Where bandwidths may go without spreading the incidents again, m. */
export interface BandwidthRange {
  readonly smallestX: number;
  readonly smallestY: number;
  readonly largestX: number;
  readonly largestY: number;
}

export type DensityMethod = "exact" | "direct" | "spline";

/** The cheaper of the two fast ways for a Gaussian, by counting multiplications. */
export function densityMethod(incidents: number, grid: Grid, nodes: SpreadNodes, bandwidthX: number, bandwidthY: number): DensityMethod {
  const across = Math.min(grid.columns, (2 * GAUSSIAN_CUT * bandwidthX) / grid.cell + 1);
  const up = Math.min(grid.rows, (2 * GAUSSIAN_CUT * bandwidthY) / grid.cell + 1);
  const direct = incidents * (across * up + 20 * (across + up));
  const taps = 2 * GAUSSIAN_CUT * SPACINGS_PER_BANDWIDTH;
  const spline = incidents * 100 + taps * (nodes.rows * grid.columns + grid.rows * grid.columns);
  return direct <= spline || tooManyNodes(nodes) ? "direct" : "spline";
}

const MOST_NODES = 3e7; // 240 MB

/** Whether so many nodes would take more memory than the surface is worth. */
export const tooManyNodes = (nodes: SpreadNodes): boolean => nodes.rows * nodes.columns > MOST_NODES;

/** Nodes for every bandwidth of the range: as coarse as the smallest allows, as wide as the largest reaches. */
export function spreadNodes(grid: Grid, incidents: Bounds, range: BandwidthRange): SpreadNodes {
  const spacingX = range.smallestX / SPACINGS_PER_BANDWIDTH;
  const spacingY = range.smallestY / SPACINGS_PER_BANDWIDTH;
  const x = axis(grid.origin.x, grid.columns * grid.cell, incidents.minX, incidents.maxX, GAUSSIAN_CUT * range.largestX, spacingX);
  const y = axis(grid.origin.y, grid.rows * grid.cell, incidents.minY, incidents.maxY, GAUSSIAN_CUT * range.largestY, spacingY);
  return { origin: { x: x.origin, y: y.origin }, spacingX, spacingY, columns: x.count, rows: y.count };
}

/** The nodes of the grid's own extent are always there, since the surface is read off from them. */
function axis(start: number, length: number, least: number, most: number, reach: number, spacing: number): { origin: number; count: number } {
  const low = Math.min(start, Math.max(start - reach, least));
  const high = Math.max(start + length, Math.min(start + length + reach, most));
  const origin = low - SPLINE_REACH * spacing;
  return { origin, count: Math.ceil((high - low) / spacing) + 2 * SPLINE_REACH + 1 };
}

/** Whether a surface of this bandwidth can be made from incidents spread onto these nodes. */
export function nodesServe(nodes: SpreadNodes, grid: Grid, incidents: Bounds, bandwidthX: number, bandwidthY: number): boolean {
  const slack = 1 + 1e-9;
  if (bandwidthX * slack < SPACINGS_PER_BANDWIDTH * nodes.spacingX || bandwidthY * slack < SPACINGS_PER_BANDWIDTH * nodes.spacingY) return false;
  const needed = spreadNodes(grid, incidents, {
    smallestX: nodes.spacingX * SPACINGS_PER_BANDWIDTH,
    smallestY: nodes.spacingY * SPACINGS_PER_BANDWIDTH,
    largestX: bandwidthX,
    largestY: bandwidthY,
  });
  const rounding = 1e-6;
  return (
    nodes.origin.x <= needed.origin.x + rounding &&
    nodes.origin.y <= needed.origin.y + rounding &&
    nodes.origin.x + nodes.columns * nodes.spacingX >= needed.origin.x + needed.columns * needed.spacingX - rounding &&
    nodes.origin.y + nodes.rows * nodes.spacingY >= needed.origin.y + needed.rows * needed.spacingY - rounding
  );
}
