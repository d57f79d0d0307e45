// Kernel density of the filtered incidents: run on the pool, kept with the parameters actually used.

import type { Grid } from "../../core/geo/types.ts";
import type { Filter } from "../../core/incidents/filter.ts";

/** A density as it is drawn: incidents per km² in the cells of `grid` (row 0 south). */
export interface Density {
  readonly grid: Grid;
  readonly perKm2: Float32Array;
  readonly peak: number;
  readonly kernel: "gaussian" | "quartic";
  readonly bandwidthX: number;
  readonly bandwidthY: number;
  /** Largest error as a share of the peak, proved. */
  readonly bound: number;
  readonly incidents: number;
  readonly filter: Filter;
}
