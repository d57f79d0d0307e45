// The spacing rules of a plan: which buffers overlap, and what else stands where it must not. A failed check is data.

import { distance, distanceAtLeast } from "../geo/distance.ts";
import type { Shape } from "../geo/types.ts";
import type { Hotspot, PatrolArea, Plan } from "../plan/plan.ts";
import { gapTooSmall } from "./gapTooSmall.ts";

/**
 * "buffers-overlap": hotspots a and b; "in-exclusion": hotspot a overlaps exclusion b;
 * "in-buffer": patrol area a overlaps the buffer of b, the hotspot of another patrol area.
 */
export interface Violation {
  readonly kind: "buffers-overlap" | "in-exclusion" | "in-buffer";
  readonly a: string;
  readonly b: string;
  /** The gap between the two shapes and the one that is needed, m; 0 where they overlap. */
  readonly gap: number;
  readonly needed: number;
}

/**
 * Buffers of radius b have round corners, so two of them overlap if and only if the gap between the hotspots is
 * under 2b: exact, with no buffer drawn. A patrol area overlaps another hotspot's buffer if and only if its gap to
 * that hotspot is under b. Gaps that fall short by less than a micrometre are rounding and pass.
 *
 * @param candidates - hotspots as they would be (a drag): they stand in for the plan's hotspots of the same id, and
 *   only what involves them is answered. Without them the whole plan is checked.
 */
export function spacingViolations(plan: Plan, candidates?: readonly Hotspot[]): Violation[] {
  const found: Violation[] = [];
  const moved = new Set(candidates?.map(({ id }) => id));
  const others = candidates ? plan.hotspots.filter(({ id }) => !moved.has(id)) : [];
  const checked = candidates ?? plan.hotspots;
  checked.forEach((hotspot, i) => {
    for (const other of [...checked.slice(i + 1), ...others]) {
      add(found, "buffers-overlap", hotspot, other, 2 * plan.buffer);
    }
    for (const exclusion of plan.exclusions) add(found, "in-exclusion", hotspot, exclusion, 0);
    for (const area of plan.patrolAreas) {
      if (area.hotspot !== hotspot.id) add(found, "in-buffer", area, hotspot, plan.buffer);
    }
  });
  return found;
}

/** Which buffers of other hotspots a patrol area (as it would be) overlaps. */
export function patrolAreaViolations(plan: Plan, area: PatrolArea): Violation[] {
  const found: Violation[] = [];
  for (const hotspot of plan.hotspots) {
    if (area.hotspot !== hotspot.id) add(found, "in-buffer", area, hotspot, plan.buffer);
  }
  return found;
}

interface Placed {
  readonly id: string;
  readonly shape: Shape;
}

function add(found: Violation[], kind: Violation["kind"], a: Placed, b: Placed, needed: number): void {
  const gap = gapTooSmall(a.shape, b.shape, needed);
  if (gap !== null) found.push({ kind, a: a.id, b: b.id, gap, needed });
}

/** The hotspot closest to this one and the gap to it, m; null where it is the only one. */
export function nearestNeighbour(plan: Plan, candidate: Hotspot): { readonly id: string; readonly gap: number } | null {
  let nearest: { id: string; gap: number } | null = null;
  for (const { id, shape } of plan.hotspots) {
    if (id === candidate.id || (nearest && distanceAtLeast(candidate.shape, shape) >= nearest.gap)) continue;
    const gap = distance(candidate.shape, shape);
    if (!nearest || gap < nearest.gap) nearest = { id, gap };
  }
  return nearest;
}

/** "H7 is 82 m from H12; needs 150 m". */
export function describeViolation(plan: Plan, { kind, a, b, gap, needed }: Violation): string {
  const placed = [...plan.hotspots, ...plan.patrolAreas, ...plan.exclusions];
  const name = (id: string): string => placed.find((one) => one.id === id)?.name ?? id;
  // Rounded down, so that a gap that falls short never reads as if it were enough.
  const metres = `${Math.floor(gap * 10) / 10} m`;
  if (kind === "in-exclusion") return `${name(a)} overlaps the exclusion ${name(b)}; move it out`;
  if (kind === "in-buffer") return `${name(a)} overlaps the ${needed} m buffer of ${name(b)}: it is ${metres} from it`;
  return gap > 0 || needed > 0 ? `${name(a)} is ${metres} from ${name(b)}; needs ${needed} m` : `${name(a)} overlaps ${name(b)}`;
}
