// Simulated power by the fall that patrols bring, over falls wide enough to find the smallest that is detected.

import { createRandom } from "../../stats/random.ts";
import type { AskedPower } from "./powerSchema.ts";
import { simulatePower, TESTS, type Rejections } from "./simulatePower.ts";
import { smallestDetectable } from "./smallestDetectable.ts";
import type { TrialSize } from "./trialSize.ts";

export interface PowerByFall {
  /** Ascending, from 0. */
  readonly falls: readonly number[];
  readonly rejected: Rejections;
}

/** Between them power is read off a straight line. */
const FALLS = 24;

/** @param always - a fall that must be among them */
export function powerByFall({ planned, past, design, days }: TrialSize, asked: AskedPower, always: number, draws: number, progress?: (fraction: number) => void): PowerByFall {
  const guess = smallestDetectable(planned.powerOf, asked.power) ?? 1;
  for (let end = Math.min(1, 1.6 * guess); ; end = Math.min(1, 2 * end)) {
    const falls = [...new Set([always, ...Array.from({ length: FALLS + 1 }, (_, i) => (end * i) / FALLS)])].sort((a, b) => a - b);
    const rejected = simulatePower(past, { ...asked, design, days, falls, draws, random: createRandom(asked.seed) }, progress);
    if (end === 1 || TESTS.every((test) => rejected[test].some((power, f) => power >= asked.power && falls[f] <= end))) return { falls, rejected };
  }
}

/** The first fall whose power reaches the target; null where none does. */
export function crossing(falls: readonly number[], power: Float64Array, target: number): number | null {
  const f = power.findIndex((value) => value >= target);
  if (f < 0) return null;
  // A simulation of nothing at all seldom reaches a power over one half.
  if (f === 0) return falls[0];
  return falls[f - 1] + ((target - power[f - 1]) / (power[f] - power[f - 1])) * (falls[f] - falls[f - 1]);
}
