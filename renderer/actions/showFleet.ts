// Puts the allocation of one fleet size on the map, with its proof.

import type { FleetObjective } from "../../core/patrol/fleet/fleetSizes.ts";
import type { FleetSize } from "../../core/patrol/fleet/settleSizes.ts";
import { allocationTitle } from "../allocationTitle.ts";
import { requestFor } from "../requestFor.ts";
import { postingOf } from "../shownAllocation.ts";
import type { ShownFleetSizes } from "../shownExplorations.ts";
import { putOnMap } from "./putOnMap.ts";

export function showFleet(shown: ShownFleetSizes, objective: FleetObjective, { vehicles, chosen, kinds, value, bound, proven }: FleetSize): void {
  const request = requestFor(shown.request, objective, vehicles);
  // Jobs count weights, not shares and means.
  const total = postingOf(request).totalWeight;
  putOnMap({ request, chosen, kinds, title: allocationTitle(request.plan), proof: { objective: value * total, bound: bound * total, proven, stopped: false } });
}
