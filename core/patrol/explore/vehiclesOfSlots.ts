// The allocations of many slots as one list of vehicles with their places and slots, as decision quality takes them.

import type { Points } from "../points.ts";

export interface SlotVehicles {
  readonly chosenX: Float64Array;
  readonly chosenY: Float64Array;
  readonly chosenSlot: Uint32Array;
}

/** @param allocations - one a slot: indices of sites */
export function vehiclesOfSlots(sites: Points, allocations: readonly Uint32Array[]): SlotVehicles {
  const all = allocations.flatMap((chosen, slot) => Array.from(chosen, (site) => ({ site, slot })));
  return {
    chosenX: Float64Array.from(all, ({ site }) => sites.x[site]),
    chosenY: Float64Array.from(all, ({ site }) => sites.y[site]),
    chosenSlot: Uint32Array.from(all, ({ slot }) => slot),
  };
}
