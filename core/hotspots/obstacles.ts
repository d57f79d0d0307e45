// What a hotspot must keep away from, prepared for trying many places.

import { bounds, boundsGap, grown, pointBounds } from "../geo/bounds.ts";
import { clipToBox } from "../geo/clipToBox.ts";
import { pointDistance } from "../geo/distance.ts";
import { acrossFlats } from "../geo/hexagon.ts";
import { TOUCH } from "../geo/overlaps.ts";
import type { Bounds, Hexagon, Point, Shape } from "../geo/types.ts";
import type { Hotspot, Plan } from "../plan/plan.ts";
import { isActive } from "./activeExclusions.ts";
import { gapTooSmall } from "./gapTooSmall.ts";

/** `shape` must be at least `needed` m away; where that is 0, it must not overlap. */
export interface Obstacle {
  readonly id: string;
  readonly shape: Shape;
  readonly needed: number;
}

/** The same rules as spacingViolations, seen from one hotspot. */
export function obstaclesOf(plan: Plan, hotspot: Hotspot): Obstacle[] {
  return [
    ...plan.hotspots.filter(({ id }) => id !== hotspot.id).map(({ id, shape }) => ({ id, shape, needed: 2 * plan.buffer })),
    ...plan.exclusions.filter(isActive).map(({ id, shape }) => ({ id, shape, needed: 0 })),
    ...plan.patrolAreas
      .filter((area) => area.hotspot !== hotspot.id)
      .map(({ id, shape }) => ({ id, shape, needed: 2 * plan.buffer })),
  ];
}

/** Those that a hotspot could come too close to if it moved by up to `radius` and turned, as `obstaclesIn` gives them. */
export function obstaclesWithin(obstacles: readonly Obstacle[], { centre, side }: Hexagon, radius: number): Obstacle[] {
  return obstaclesIn(obstacles, grown(pointBounds([centre]), radius + side));
}

/**
 * What a shape in the box could come too close to: a polygon's part that is near enough stands for all of it, because a road has
 * thousands of corners elsewhere. Exact: nothing within `needed` of the box is cut off.
 */
export function obstaclesIn(obstacles: readonly Obstacle[], box: Bounds): Obstacle[] {
  return obstacles.flatMap((obstacle) => {
    const { shape, needed } = obstacle;
    if (boundsGap(bounds(shape), box) > needed) return [];
    if (shape.kind === "hexagon" || shape.rings.every((ring) => ring.length <= FEW_CORNERS)) return [obstacle];
    // A metre more, so that no edge along the cut is ever near.
    const near = grown(box, needed + 1);
    const [outer, ...holes] = shape.rings.map((ring) => clipToBox(ring, near));
    return outer.length < 3 ? [] : [{ ...obstacle, shape: { kind: "polygon", rings: [outer, ...holes.filter((hole) => hole.length >= 3)] } }];
  });
}

/** Not worth cutting. */
const FEW_CORNERS = 8;

export const isClear = (obstacles: readonly Obstacle[], shape: Shape): boolean =>
  obstacles.every((obstacle) => gapTooSmall(shape, obstacle.shape, obstacle.needed) === null);

/**
 * Whether a hexagon of this side about a point is clear in every rotation (its outer circle is), in none (its inner
 * circle is not), or must be asked with its rotation.
 */
export function clearAbout(obstacles: readonly Obstacle[], centre: Point, side: number): "always" | "never" | "depends" {
  let answer: "always" | "depends" = "always";
  for (const { shape, needed } of obstacles) {
    const gap = pointDistance(shape, centre);
    if (gap < needed + acrossFlats(side) / 2 - TOUCH) return "never";
    if (gap < needed + side) answer = "depends";
  }
  return answer;
}
