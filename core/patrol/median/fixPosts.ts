// Decides posts for good by their reduced costs: whatever would lift the bound to the target cannot be in a better allocation.

import type { Limits } from "../posting/limits.ts";
import { CHOSEN, CLOSED, FREE, type Lagrangian } from "./lagrangian.ts";

/**
 * For each kind, of the last evaluation with bound L: using a post that was not chosen costs at least L + ρ_j − (the largest ρ chosen),
 * or L + ρ_j where vehicles are left; leaving out one that was, L − ρ_j + (the least ρ not chosen, if below 0).
 *
 * @returns how many of the free posts were decided
 */
export function fixPosts({ reduced, chosen }: Lagrangian, { kindOf, vehicles }: Limits, decided: Uint8Array, bound: number, target: number): number {
  const inside = new Uint8Array(reduced.length);
  const last = new Float64Array(vehicles.length).fill(-Infinity), next = new Float64Array(vehicles.length);
  const used = new Uint32Array(vehicles.length);
  for (const j of chosen()) {
    inside[j] = 1;
    used[kindOf[j]]++;
    if (decided[j] === FREE) last[kindOf[j]] = Math.max(last[kindOf[j]], reduced[j]);
  }
  for (let kind = 0; kind < vehicles.length; kind++) if (used[kind] < vehicles[kind]) last[kind] = 0;
  for (let j = 0; j < reduced.length; j++) if (decided[j] === FREE && inside[j] === 0) next[kindOf[j]] = Math.min(next[kindOf[j]], reduced[j]);
  let count = 0;
  for (let j = 0; j < reduced.length; j++) {
    if (decided[j] !== FREE) continue;
    const kind = kindOf[j];
    const other = inside[j] === 1 ? bound - reduced[j] + next[kind] : bound + reduced[j] - last[kind];
    if (other < target) continue;
    decided[j] = inside[j] === 1 ? CHOSEN : CLOSED;
    count++;
  }
  return count;
}
