// The direction from one point to another, as people say it.

import type { Point } from "./types.ts";

const POINTS = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"] as const;

/** Degrees clockwise from the plane's north, in [0, 360). */
export function bearing(from: Point, to: Point): number {
  const degrees = (Math.atan2(to.x - from.x, to.y - from.y) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}

/** The nearest of eight: "north-east". */
export const compassPoint = (degrees: number): string => POINTS[Math.round(degrees / 45) % 8];
