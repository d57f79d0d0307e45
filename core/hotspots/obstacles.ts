// What a hotspot must keep away from, prepared for trying many places.

import { distanceAtLeast, pointDistance } from "../geo/distance.ts";
import { acrossFlats } from "../geo/hexagon.ts";
import { TOUCH } from "../geo/overlaps.ts";
import type { Hexagon, Point, Shape } from "../geo/types.ts";
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

/** Those that a hotspot could come too close to if it moved by up to `radius` and turned. */
export const obstaclesWithin = (obstacles: readonly Obstacle[], around: Hexagon, radius: number): Obstacle[] => {
  const reach: Hexagon = { ...around, side: around.side + radius };
  return obstacles.filter(({ shape, needed }) => distanceAtLeast(reach, shape) <= needed + around.side);
};

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
