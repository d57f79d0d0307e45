// What fleets of rising size prove of each other: none is worse than a smaller one, and what the last vehicle adds lies in an interval.

import type { Allocation } from "../posting/allocation.ts";

export interface FoundSize extends Pick<Allocation, "chosen" | "kinds" | "proven"> {
  readonly vehicles: number;
  /** Share of the demand covered, or mean distance to the nearest vehicle, m. */
  readonly value: number;
  /** No allocation of so many vehicles does better. */
  readonly bound: number;
}

/** What one vehicle more adds: covered share, or m nearer on the mean. */
export interface Gain {
  /** Between the allocations found. */
  readonly value: number;
  /** Between the optima, whatever they are: no less and no more. */
  readonly low: number;
  readonly high: number;
}

export interface FleetSize extends FoundSize {
  /** Against one vehicle less; null for the smallest fleet. */
  readonly gain: Gain | null;
}

/** @param found - by rising number of vehicles, none left out */
export function settleSizes(found: readonly FoundSize[], objective: "coverage" | "distance"): FleetSize[] {
  // Of a distance less is better: everything is told of its negative.
  const sign = objective === "coverage" ? 1 : -1;
  const sizes = found.map((size) => ({ ...size }));
  for (let k = 1; k < sizes.length; k++) {
    const smaller = sizes[k - 1];
    if (sign * smaller.value > sign * sizes[k].value) Object.assign(sizes[k], { chosen: smaller.chosen, kinds: smaller.kinds, value: smaller.value });
  }
  for (let k = sizes.length - 2; k >= 0; k--) if (sign * sizes[k + 1].bound < sign * sizes[k].bound) sizes[k].bound = sizes[k + 1].bound;
  return sizes.map((size, k) => {
    const proven = size.proven || size.value === size.bound;
    if (k === 0) return { ...size, proven, gain: null };
    const before = sizes[k - 1];
    return {
      ...size,
      proven,
      gain: {
        value: sign * (size.value - before.value),
        low: Math.max(0, sign * (size.value - before.bound)),
        high: Math.max(0, sign * (size.bound - before.value)),
      },
    };
  });
}
