// The least fall that a test detects with a given power.

import { rootOf } from "../../stats/rootOf.ts";

/** A power can fall again near complete prevention (a logarithm of nothing): the first crossing is looked for in steps of 1 %. */
const STEPS = 100;

/**
 * @param powerOf - power at a fall of 0 (nothing happens) to 1 (all is prevented)
 * @returns null where no step reaches the target
 */
export function smallestDetectable(powerOf: (fall: number) => number, target: number): number | null {
  for (let step = 1; step <= STEPS; step++) {
    if (powerOf(step / STEPS) < target) continue;
    return rootOf((fall) => powerOf(fall) - target, (step - 1) / STEPS, step / STEPS);
  }
  return null;
}
