// What each vehicle of an allocation is there for: the demand in its reach, and the demand that it is the nearest to.

import { reachOf } from "../reach.ts";
import type { Allocation } from "./allocation.ts";
import type { Posting } from "./createPosting.ts";

export interface VehicleLoads {
  /** For each vehicle the share of the demand within its radius; what several reach counts for each of them. */
  readonly within: Float64Array;
  /** For each vehicle the share of the demand that it is nearest to (by distance ÷ speed; of equals the first): adds up to 1. */
  readonly nearest: Float64Array;
}

/** @param radius - m, for kinds without one of their own */
export function vehicleLoads({ weight, totalWeight, kinds, distance }: Posting, { chosen, kinds: kindOf }: Pick<Allocation, "chosen" | "kinds">, radius: number): VehicleLoads {
  const within = new Float64Array(chosen.length), nearest = new Float64Array(chosen.length);
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] === 0) continue;
    let best = 0, least = Infinity;
    for (let k = 0; k < chosen.length; k++) {
      const kind = kinds[kindOf[k]];
      const d = distance(i, chosen[k]);
      if (d <= reachOf(kind.radius ?? radius)) within[k] += weight[i] / totalWeight;
      if (d / kind.speed < least) {
        least = d / kind.speed;
        best = k;
      }
    }
    nearest[best] += weight[i] / totalWeight;
  }
  return { within, nearest };
}
