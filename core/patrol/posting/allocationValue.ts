// What an allocation is worth on its demand: coverage, mean and longest distance, whatever it was made for.

import { reachOf } from "../reach.ts";
import type { Allocation } from "./allocation.ts";
import type { Posting } from "./createPosting.ts";

export interface AllocationValue {
  /** Share of the demand within the radius of a vehicle, the boundary included; 0 where there is no demand. */
  readonly coverage: number;
  /** Σ weight × distance to the nearest vehicle ÷ Σ weight, m; 0 where there is no demand. */
  readonly meanDistance: number;
  /** Of the demand points with weight, m. */
  readonly longestDistance: number;
  /** For each demand point the distance to its nearest vehicle (by distance ÷ speed, as everywhere here), m. */
  readonly distances: Float64Array;
  /** 1 where a demand point is within the radius of a vehicle. */
  readonly covered: Uint8Array;
}

/** @param radius - m, for kinds without one of their own; none where the posting's kinds have theirs */
export function allocationValue({ weight, totalWeight, kinds, distance }: Posting, { chosen, kinds: kindOf }: Pick<Allocation, "chosen" | "kinds">, radius?: number): AllocationValue {
  const distances = new Float64Array(weight.length).fill(Infinity);
  const covered = new Uint8Array(weight.length);
  for (let i = 0; i < weight.length; i++) {
    for (let k = 0; k < chosen.length; k++) {
      const kind = kinds[kindOf[k]];
      const d = distance(i, chosen[k]);
      if (d / kind.speed < distances[i]) distances[i] = d / kind.speed;
      if (d <= reachOf(kind.radius ?? radius ?? 0)) covered[i] = 1;
    }
  }
  let within = 0, walked = 0, longest = 0;
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] === 0) continue;
    within += covered[i] * weight[i];
    walked += weight[i] * distances[i];
    longest = Math.max(longest, distances[i]);
  }
  const total = totalWeight > 0 ? totalWeight : 1;
  return { coverage: within / total, meanDistance: walked / total, longestDistance: longest, distances, covered };
}
