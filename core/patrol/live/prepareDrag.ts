// What an allocation is worth while a person drags one of its vehicles: the other vehicles are measured once, each move is a sum.

import type { Point } from "../../geo/types.ts";
import type { Allocation } from "../posting/allocation.ts";
import { allocationValue } from "../posting/allocationValue.ts";
import type { Posting } from "../posting/createPosting.ts";
import { reachOf } from "../reach.ts";

export interface LiveValue {
  /** As in AllocationValue: share of the demand in reach, and the weighted mean distance to the nearest vehicle, m. */
  readonly coverage: number;
  readonly meanDistance: number;
}

export interface Drag {
  /** With the vehicle at this site. */
  atSite(site: number): LiveValue;
  /** With the vehicle at any place, m; where distances were given (along roads), at the site nearest to it. */
  at(place: Point): LiveValue;
  /** The site nearest to a place in a straight line, for the end of the drag. */
  nearestSite(place: Point): number;
}

/**
 * @param dragged - which of the chosen vehicles moves
 * @param radius - m, for kinds without one of their own
 */
export function prepareDrag(posting: Posting, { chosen, kinds: kindOf }: Pick<Allocation, "chosen" | "kinds">, dragged: number, radius?: number): Drag {
  const { demand, weight, totalWeight, sites, kinds, straight, distance } = posting;
  const isOther = (_: number, k: number): boolean => k !== dragged;
  const { distances: others, covered } = allocationValue(posting, { chosen: chosen.filter(isOther), kinds: kindOf.filter(isOther) }, radius);
  const { speed, radius: own } = kinds[kindOf[dragged]];
  const reach = reachOf(own ?? radius ?? 0);
  const total = totalWeight > 0 ? totalWeight : 1;

  function value(metres: (demand: number) => number): LiveValue {
    let within = 0, walked = 0;
    for (let i = 0; i < weight.length; i++) {
      if (weight[i] === 0) continue;
      const d = metres(i);
      if (covered[i] === 1 || d <= reach) within += weight[i];
      walked += weight[i] * Math.min(others[i], d / speed);
    }
    return { coverage: within / total, meanDistance: walked / total };
  }
  const atSite = (site: number): LiveValue => value((i) => distance(i, site));
  function nearestSite({ x, y }: Point): number {
    let nearest = 0, least = Infinity;
    for (let j = 0; j < sites.x.length; j++) {
      const d = (sites.x[j] - x) ** 2 + (sites.y[j] - y) ** 2;
      if (d < least) {
        least = d;
        nearest = j;
      }
    }
    return nearest;
  }
  return {
    atSite,
    at: (place) => (straight ? value((i) => Math.hypot(demand.x[i] - place.x, demand.y[i] - place.y)) : atSite(nearestSite(place))),
    nearestSite,
  };
}
