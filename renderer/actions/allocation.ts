// Patrol allocation: maximal covering of the filtered incidents on a tile grid, run on the pool.

import type { Filter } from "../../core/incidents/filter.ts";
import type { Point } from "../../core/geo/types.ts";

/** Where the vehicles stand and what they cover. */
export interface Coverage {
  readonly vehicles: readonly Point[];
  /** m. */
  readonly radius: number;
  readonly tile: number;
  /** Share of incidents within the radius of a vehicle (tile centre to tile centre), and its upper bound. */
  readonly share: number;
  readonly boundShare: number;
  readonly proven: boolean;
  readonly incidents: number;
  readonly filter: Filter;
}
