// Kernel density on all workers: incidents are spread in parts, the surface is smoothed in strips, and a new bandwidth keeps the first.

import type { Grid } from "../core/geo/types.ts";
import { boundsOf, type KernelDensity } from "../core/stats/kernelDensity.ts";
import { type BandwidthRange, densityMethod, LARGEST_BOUND, nodesServe, spreadNodes, type SpreadNodes, tooManyNodes } from "../core/stats/densityPlan.ts";
import { densityBound } from "../core/stats/smoothDensity.ts";
import { buffersOf } from "./buffersOf.ts";
import type { JobPool, RunOptions } from "./pool.ts";

export interface DensityIncidents {
  /** m east and north. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight?: Float64Array;
}

export interface DensityRequest extends DensityIncidents {
  readonly grid: Grid;
  readonly bandwidthX: number;
  readonly bandwidthY: number;
  readonly kernel: "gaussian" | "quartic";
  readonly exact?: boolean;
}

/** The same result as the job `kernelDensity` (to rounding), by all workers of the pool. */
export async function densityOnPool(pool: JobPool, request: DensityRequest, options: RunOptions = {}): Promise<KernelDensity> {
  const { grid, bandwidthX, bandwidthY, kernel, exact } = request;
  if (kernel === "gaussian" && !exact) {
    const { x, y, weight } = request;
    return createDensitySlider(pool, { x, y, weight }, grid, onlyThis(bandwidthX, bandwidthY)).at(bandwidthX, bandwidthY, options);
  }
  return densityInParts(pool, request, options);
}

const onlyThis = (bandwidthX: number, bandwidthY: number): BandwidthRange => ({
  smallestX: bandwidthX,
  smallestY: bandwidthY,
  largestX: bandwidthX,
  largestY: bandwidthY,
});

export interface DensitySlider {
  /**
   * The Gaussian density at this bandwidth. Incidents are spread at the first call and again only when a bandwidth
   * leaves the range; every other call costs the smoothing alone. Let one call end before the next: aborting one
   * ends a worker, which costs more than its smoothing.
   */
  at(bandwidthX: number, bandwidthY: number, options?: RunOptions): Promise<KernelDensity>;
}

/** For a bandwidth that is slid: a narrower range makes coarser nodes and a faster slide. */
export function createDensitySlider(pool: JobPool, incidents: DensityIncidents, grid: Grid, range: BandwidthRange): DensitySlider {
  const extent = boundsOf(incidents.x, incidents.y);
  let spread: { readonly nodes: SpreadNodes; readonly masses: Float64Array } | undefined;

  return {
    async at(bandwidthX, bandwidthY, options = {}) {
      if (!spread || !nodesServe(spread.nodes, grid, extent, bandwidthX, bandwidthY)) {
        let nodes = spreadNodes(grid, extent, {
          smallestX: Math.min(range.smallestX, bandwidthX),
          smallestY: Math.min(range.smallestY, bandwidthY),
          largestX: Math.max(range.largestX, bandwidthX),
          largestY: Math.max(range.largestY, bandwidthY),
        });
        if (tooManyNodes(nodes)) nodes = spreadNodes(grid, extent, onlyThis(bandwidthX, bandwidthY));
        if (densityMethod(incidents.x.length, grid, nodes, bandwidthX, bandwidthY) === "direct")
          return densityInParts(pool, { ...incidents, grid, bandwidthX, bandwidthY, kernel: "gaussian" }, options);
        spread = { nodes, masses: await spreadInParts(pool, incidents, nodes, options) };
      }
      const { values, bound, peak } = await smoothInStrips(pool, spread.nodes, spread.masses, grid, bandwidthX, bandwidthY, options);
      const used = { kernel: "gaussian", bandwidthX, bandwidthY, incidents: incidents.x.length } as const;
      if (bound <= LARGEST_BOUND) return { values, bound, peak, used: { ...used, method: "spline" } };
      return densityInParts(pool, { ...incidents, grid, bandwidthX, bandwidthY, kernel: "gaussian" }, options);
    },
  };
}

async function spreadInParts(pool: JobPool, incidents: DensityIncidents, nodes: SpreadNodes, options: RunOptions): Promise<Float64Array> {
  const parts = await Promise.all(eachPart(pool.size, incidents, (part, transfer) => pool.run("spreadDensity", { ...part, nodes }, { ...options, transfer })));
  return addUp(parts.map((part) => part.masses));
}

async function smoothInStrips(pool: JobPool, nodes: SpreadNodes, masses: Float64Array, grid: Grid, bandwidthX: number, bandwidthY: number, options: RunOptions) {
  const strips = Array.from({ length: Math.min(pool.size, grid.rows) }, (_, i, of = Math.min(pool.size, grid.rows)) => ({
    from: Math.floor((grid.rows * i) / of),
    to: Math.floor((grid.rows * (i + 1)) / of),
  }));
  const results = await Promise.all(strips.map((rows) => pool.run("smoothDensity", { masses, nodes, grid, bandwidthX, bandwidthY, rows }, options)));
  const values = new Float64Array(grid.columns * grid.rows);
  results.forEach((strip, i) => values.set(strip.values, strips[i].from * grid.columns));
  return { values, ...densityBound(results) };
}

/** Densities of parts of the incidents add up, and so do their errors. */
async function densityInParts(pool: JobPool, request: DensityRequest, options: RunOptions): Promise<KernelDensity> {
  const { x, y, weight, ...rest } = request;
  const parts = await Promise.all(eachPart(pool.size, { x, y, weight }, (part, transfer) => pool.run("kernelDensity", { ...rest, ...part }, { ...options, transfer })));
  const values = addUp(parts.map((part) => part.values));
  let peak = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > peak) peak = values[i];
  const error = parts.reduce((sum, part) => sum + part.bound * part.peak, 0);
  return { values, bound: peak > 0 ? error / peak : 0, peak, used: { ...parts[0].used, incidents: x.length } };
}

/** Starts work on each part as soon as it is cut off; a part's buffers are its own, so they can be handed over. */
function eachPart<Result>(
  count: number,
  { x, y, weight }: DensityIncidents,
  work: (part: DensityIncidents, buffers: ArrayBuffer[]) => Result,
): Result[] {
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((x.length * i) / count);
    const to = Math.floor((x.length * (i + 1)) / count);
    const part = { x: x.slice(from, to), y: y.slice(from, to), weight: weight?.slice(from, to) };
    return work(part, buffersOf(part));
  });
}

/** Into the first of them. */
function addUp(arrays: readonly Float64Array[]): Float64Array {
  const [sum, ...others] = arrays;
  for (const other of others) for (let i = 0; i < sum.length; i++) sum[i] += other[i];
  return sum;
}
