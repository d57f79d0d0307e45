// How many vehicles a wish needs: a coverage to reach, or a mean distance to stay below.

import type { FleetSize } from "./settleSizes.ts";

export interface VehiclesFor {
  /** No smaller fleet can do it, by the bounds; null where none of those looked at can. */
  readonly atLeast: number | null;
  /** This many do, by the allocation found; null where none of those found does. */
  readonly enough: number | null;
}

/** @param wish - share covered, or mean distance in m */
export function vehiclesFor(sizes: readonly FleetSize[], objective: "coverage" | "distance", wish: number): VehiclesFor {
  const meets = (value: number): boolean => (objective === "coverage" ? value >= wish : value <= wish);
  return {
    atLeast: sizes.find(({ bound }) => meets(bound))?.vehicles ?? null,
    enough: sizes.find(({ value }) => meets(value))?.vehicles ?? null,
  };
}
