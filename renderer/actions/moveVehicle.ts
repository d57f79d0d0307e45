// A person moves a vehicle: what the allocation is worth while it moves, the new allocation when it stands, and the way back.

import type { Point } from "../../core/geo/types.ts";
import { allocationValue } from "../../core/patrol/posting/allocationValue.ts";
import { postingOf, showAllocation, siteAt, type ShownAllocation } from "../shownAllocation.ts";
import { useStore, type VehicleDrag } from "../store.ts";

/** The site where a vehicle may stand that is nearest to a place. */
export function nearestSite({ request }: ShownAllocation, { x, y }: Point): number {
  const { sites, limits } = postingOf(request);
  let best = 0, least = Infinity;
  for (let j = 0; j < sites.x.length; j++) {
    if (limits.capacity[j] === 0) continue;
    const away = (sites.x[j] - x) ** 2 + (sites.y[j] - y) ** 2;
    if (away < least) [best, least] = [j, away];
  }
  return best;
}

const moved = (chosen: Uint32Array, vehicle: number, site: number): Uint32Array => chosen.map((other, k) => (k === vehicle ? site : other));

/** @returns what the drag looks like with the vehicle at a site */
export function dragOf(shown: ShownAllocation, vehicle: number): (site: number) => VehicleDrag {
  const posting = postingOf(shown.request);
  return (site) => {
    const { coverage, meanDistance } = allocationValue(posting, { chosen: moved(shown.chosen, vehicle, site), kinds: shown.kinds }, shown.request.plan.radius);
    return { vehicle, site, coverage, meanDistance };
  };
}

export function moveVehicle(shown: ShownAllocation, vehicle: number, site: number): void {
  if (shown.chosen[vehicle] === site) return;
  useStore.setState({ allocation: showAllocation({ ...shown, chosen: moved(shown.chosen, vehicle, site), byHand: true, before: shown }) });
}

/** One step of `by` metres, to the nearest site that is another one. */
export function nudgeVehicle(shown: ShownAllocation, vehicle: number, by: Point): void {
  const from = siteAt(shown.request, shown.chosen[vehicle]);
  moveVehicle(shown, vehicle, nearestSite(shown, { x: from.x + by.x, y: from.y + by.y }));
}

export function undoMove(): void {
  const { allocation } = useStore.getState();
  if (allocation?.before) useStore.setState({ allocation: allocation.before });
}
