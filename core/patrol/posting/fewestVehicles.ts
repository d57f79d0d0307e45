// The smallest fleet that rules on places allow.

import type { Limits } from "./limits.ts";

/** Fixed sites need a vehicle each, and areas their fewest, in which their fixed sites count; at least 1. */
export function fewestVehicles({ fixed, areaOf, least }: Limits): number {
  const held = new Uint32Array(least.length);
  for (const site of fixed) if (least.length > 0) held[areaOf[site]]++;
  const needed = least.length > 0 ? least.reduce((sum, few, area) => sum + Math.max(few, held[area]), 0) : fixed.length;
  return Math.max(1, needed);
}
