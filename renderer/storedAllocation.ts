// An allocation as the project keeps it, beside its request; and the coverage that earlier versions kept.

import { tileGrid } from "../core/geo/tileGrid.ts";
import { columnBounds } from "../core/geo/bounds.ts";
import type { Point } from "../core/geo/types.ts";
import type { Filter } from "../core/incidents/filter.ts";
import { START_ALLOCATION_DRAFT } from "./allocationDraft.ts";
import { withoutParams, withParams, type WithoutParams } from "./withoutParams.ts";
import { showAllocation, type AllocationRequest, type ShownAllocation } from "./shownAllocation.ts";
import { count, metres } from "./ui/format.ts";

/** What follows from the request is worked out again. */
export type StoredAllocation = WithoutParams<Omit<ShownAllocation, "value" | "before">>;

export const toStored = ({ value: _value, before: _before, ...shown }: ShownAllocation): StoredAllocation => withoutParams(shown);

/** Until version 0.1: maximal covering of the filtered incidents. */
export interface Coverage {
  readonly vehicles: readonly Point[];
  readonly radius: number;
  readonly tile: number;
  readonly outside: number;
  readonly share: number;
  readonly boundShare: number;
  readonly proven: boolean;
  readonly incidents: number;
  readonly filter: Filter;
}

/** @param params - of the stored request */
export function fromStored(stored: StoredAllocation | Coverage, params: AllocationRequest["params"]): ShownAllocation {
  if ("chosen" in stored) return showAllocation({ ...withParams(stored, params), before: null });
  const { vehicles, radius, tile, outside, share, boundShare, proven, incidents, filter } = stored;
  const { x, y, weight } = params;
  const total = weight.reduce((sum, each) => sum + each, 0);
  const plan = { ...START_ALLOCATION_DRAFT.plan, vehicles: vehicles.length, radius, tile };
  return showAllocation({
    chosen: Uint32Array.from(vehicles, (place) => x.findIndex((_, i) => x[i] === place.x && y[i] === place.y)).sort(),
    kinds: new Uint8Array(vehicles.length),
    title: `${vehicles.length} cars within ${metres(radius)}`,
    proof: { objective: share * total, bound: boundShare * total, proven, stopped: false },
    request: {
      job: "maximalCovering",
      params,
      cells: Uint32Array.from(x, (_, i) => i),
      outside,
      plan,
      tiles: tileGrid(columnBounds(x, y), tile),
      demand: { choice: "incidents", name: `${count(incidents)} incidents`, unit: "incidents", mark: "", filter, known: incidents },
      area: null,
      roads: null,
    },
    byHand: false,
    before: null,
  });
}
