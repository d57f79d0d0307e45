// Kernel density of incidents on a raster: exact, or fast with a stated bound.

import { columnBounds } from "../geo/bounds.ts";
import { mergeStacks } from "../geo/mergeStacks.ts";
import type { Bounds } from "../geo/types.ts";
import { defineJob } from "../job.ts";
import { floats, gridSchema, z } from "../schema.ts";
import { checkIncidents } from "./checkIncidents.ts";
import { type DensityMethod, densityMethod, LARGEST_BOUND, spreadNodes } from "./densityPlan.ts";
import { gaussianDirect, gaussianTruncated, highest } from "./kernelDensityDirect.ts";
import { quarticDirect } from "./kernelDensityQuartic.ts";
import { densityBound, smoothRows } from "./smoothDensity.ts";
import { spreadIncidents } from "./spreadDensity.ts";

export interface KernelDensity {
  /** (rows × columns), row 0 south, x fastest: incidents (or weight) per m² at the cell centres. */
  readonly values: Float64Array;
  /** No value differs from the exact sum by more than this share of the peak; 0 where the sum is exact up to rounding. */
  readonly bound: number;
  /** Highest value on the grid, per m². */
  readonly peak: number;
  /** What was really done. */
  readonly used: {
    readonly method: DensityMethod;
    readonly kernel: "gaussian" | "quartic";
    /** m; the standard deviation of the Gaussian, the radius of the quartic. */
    readonly bandwidthX: number;
    readonly bandwidthY: number;
    readonly incidents: number;
  };
}

export const densityParams = z.strictObject({
  x: floats("incidents, m east"),
  y: floats("incidents, m north"),
  weight: floats("what each incident counts, ≥ 0; 1 where absent").optional(),
  grid: gridSchema,
  bandwidthX: z.number().positive().describe("along x, m: the standard deviation of a Gaussian, the radius of a quartic"),
  bandwidthY: z.number().positive().describe("along y, m"),
  kernel: z.enum(["gaussian", "quartic"]),
  exact: z.boolean().optional().describe("true: the plain sum over all incidents; else fast, with a bound under 1e-6 of the peak"),
});

/**
 * f(x, y) = Σⱼ wⱼ K((x−xⱼ)/hx, (y−yⱼ)/hy) / (hx hy), in incidents per m²: it integrates to Σⱼ wⱼ away from edges.
 * Gaussian: K = exp(−(u²+v²)/2) / 2π (Sriram et al., arXiv 2602.23750, (2) and (3), times n);
 * quartic: K = 3/π (1 − u² − v²)² inside the unit disc.
 */
export const kernelDensity = defineJob({
  title: "Kernel density of incidents per m² on a raster",
  params: densityParams,
  run({ x, y, weight, grid, bandwidthX, bandwidthY, kernel, exact = false }, context): KernelDensity {
    checkIncidents(x, y, weight);
    const used = { kernel, bandwidthX, bandwidthY, incidents: x.length };
    if (kernel === "quartic") {
      const places = mergeStacks(x, y, weight);
      const values = quarticDirect(places.x, places.y, places.weight, grid, bandwidthX, bandwidthY, context);
      return { values, bound: 0, peak: highest(values), used: { ...used, method: "exact" } };
    }
    if (exact) {
      const places = mergeStacks(x, y, weight);
      const values = gaussianDirect(places.x, places.y, places.weight, grid, bandwidthX, bandwidthY, Infinity, context);
      return { values, bound: 0, peak: highest(values), used: { ...used, method: "exact" } };
    }
    const nodes = spreadNodes(grid, boundsOf(x, y), { smallestX: bandwidthX, smallestY: bandwidthY, largestX: bandwidthX, largestY: bandwidthY });
    if (densityMethod(x.length, grid, nodes, bandwidthX, bandwidthY) === "spline") {
      const masses = spreadIncidents(x, y, weight, nodes, context);
      const rows = smoothRows(masses, nodes, grid, bandwidthX, bandwidthY, 0, grid.rows);
      const { bound, peak } = densityBound([rows]);
      if (bound <= LARGEST_BOUND) return { values: rows.values, bound, peak, used: { ...used, method: "spline" } };
      // The highest density lies between the cells or outside the grid: only the sum itself is close enough.
    }
    const { values, error } = gaussianTruncated(x, y, weight, grid, bandwidthX, bandwidthY, LARGEST_BOUND, context);
    const peak = highest(values);
    return { values, bound: peak > 0 ? error / peak : 0, peak, used: { ...used, method: "direct" } };
  },
});

/** m; of no incidents, an empty place at the origin. */
export function boundsOf(x: Float64Array, y: Float64Array): Bounds {
  return x.length === 0 ? { minX: 0, minY: 0, maxX: 0, maxY: 0 } : columnBounds(x, y);
}
