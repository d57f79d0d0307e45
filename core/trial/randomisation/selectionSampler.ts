// Choosing so many of a list, every choice equally likely, item by item and with few random numbers.

import type { Random } from "../../stats/random.ts";

/** Whether the next of `left` items is chosen, where `wanted` are still to be. */
export type Selection = (wanted: number, left: number) => boolean;

/**
 * Selection sampling (Knuth, TAOCP 2, 3.4.2, algorithm S): the next item is chosen with probability wanted / left, whatever the order of
 * the items. What is left of a uniform number after a decision is uniform again and independent of it, so that one number serves for several.
 */
export function selectionSampler(random: Random): Selection {
  let u = 0, decisions = DECISIONS;
  return (wanted, left) => {
    if (decisions === DECISIONS) {
      u = random.uniform();
      decisions = 0;
    }
    decisions++;
    u *= left;
    // Where all that are left are wanted, rounding must not leave one out.
    const chosen = u < wanted || wanted === left;
    u = chosen ? u / wanted : (u - wanted) / (left - wanted);
    return chosen;
  };
}

/** By one number of 53 bits, of which a decision takes one at most on average. */
const DECISIONS = 12;
