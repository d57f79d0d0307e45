// Locks hotspots against moving by hand or by a proposal, and unlocks them.

import type { Plan } from "../plan.ts";
import { nameOf, type Edit } from "./edit.ts";

export function lock(plan: Plan, ids: readonly string[], locked: boolean): Edit {
  const wanted = new Set(ids);
  const changed = plan.hotspots.filter((hotspot) => wanted.has(hotspot.id) && hotspot.locked !== locked);
  const label = `${locked ? "Lock" : "Unlock"} ${nameOf(changed)}`;
  if (changed.length === 0) return { plan, label, skipped: [] };
  const hotspots = plan.hotspots.map((hotspot) => (changed.includes(hotspot) ? { ...hotspot, locked } : hotspot));
  return { plan: { ...plan, hotspots }, label, skipped: [] };
}
