// The spacing rules of a plan: which buffers overlap, and what else stands where it must not. A failed check is data.

import { bounds } from "../geo/bounds.ts";
import { distance, distanceAtLeast } from "../geo/distance.ts";
import type { Shape } from "../geo/types.ts";
import type { Hotspot, PatrolArea, Plan } from "../plan/plan.ts";
import { activeExclusions } from "./activeExclusions.ts";
import { gapTooSmall } from "./gapTooSmall.ts";

/**
 * "buffers-overlap": hotspots or patrol areas a and b, not of one hotspot, are closer than two buffers;
 * "in-exclusion": hotspot a overlaps exclusion b.
 */
export interface Violation {
  readonly kind: "buffers-overlap" | "in-exclusion";
  readonly a: string;
  readonly b: string;
  /** The gap between the two shapes and the one that is needed, m; 0 where they overlap. */
  readonly gap: number;
  readonly needed: number;
}

/**
 * A hotspot's ground is its shape and its patrol areas together; a patrol area that stands by itself is a ground of its
 * own. Within one ground overlaps are allowed. Between two grounds no buffers may overlap: buffers of radius b have round
 * corners, so they do if and only if the gap between two shapes is under 2b, which is exact with no buffer drawn. A hotspot
 * must not overlap an exclusion that is not overruled. Gaps that fall short by less than a micrometre are rounding and pass.
 *
 * @param candidates - hotspots and patrol areas as they would be (a drag): they stand in for the plan's of the same id, and
 *   only what involves them is answered. Without them the whole plan is checked.
 */
export function spacingViolations(plan: Plan, candidates?: readonly (Hotspot | PatrolArea)[]): Violation[] {
  const found: Violation[] = [];
  const standing = [...plan.hotspots, ...plan.patrolAreas];
  const moved = new Set(candidates?.map(({ id }) => id));
  const checked = candidates ?? standing;
  const all = candidates ? [...candidates, ...standing.filter(({ id }) => !moved.has(id))] : standing;
  checked.forEach((one, i) => {
    const ground = hotspotOf(one);
    for (let j = i + 1; j < all.length; j++) {
      if (hotspotOf(all[j]) !== ground) add(found, "buffers-overlap", one, all[j], 2 * plan.buffer);
    }
    if (!("locked" in one)) return;
    for (const exclusion of activeExclusions(plan.exclusions, bounds(one.shape))) add(found, "in-exclusion", one, exclusion, 0);
  });
  return found;
}

/** The id of the hotspot whose ground it is, or its own. */
const hotspotOf = (one: Hotspot | PatrolArea): string => ("locked" in one ? one.id : (one.hotspot ?? one.id));

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
  return gap > 0 || needed > 0 ? `${name(a)} is ${metres} from ${name(b)}; needs ${needed} m` : `${name(a)} overlaps ${name(b)}`;
}
