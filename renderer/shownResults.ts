// Results as they are drawn and told: what the map and the panels keep of a job.

import type { Grid, Point } from "../core/geo/types.ts";
import type { Filter } from "../core/incidents/filter.ts";

/** A density as it is drawn: incidents per km² in the cells of `grid` (row 0 south). */
export interface Density {
  readonly grid: Grid;
  readonly perKm2: Float32Array;
  /** Per km². */
  readonly peak: number;
  readonly kernel: "gaussian" | "quartic";
  readonly bandwidthX: number;
  readonly bandwidthY: number;
  readonly method: string;
  /** Largest error as a share of the peak, proved. */
  readonly bound: number;
  readonly incidents: number;
  readonly filter: Filter;
}

/** Where the vehicles stand and what they cover. */
export interface Coverage {
  readonly vehicles: readonly Point[];
  /** m. */
  readonly radius: number;
  readonly tile: number;
  readonly tiles: number;
  /** Incidents beyond the tiles: stray points, which no car is posted for. */
  readonly outside: number;
  /** Share of incidents in tiles within the radius of a vehicle (tile centre to tile centre), and its upper bound. */
  readonly share: number;
  readonly boundShare: number;
  readonly proven: boolean;
  readonly incidents: number;
  readonly filter: Filter;
}
