// Choosing so many of a list, every choice equally likely, item by item and with few random numbers.

import type { Random } from "../../stats/random.ts";

/** Whether the next of `left` items is chosen, where `wanted` are still to be. */
export type Selection = (wanted: number, left: number) => boolean;

/**
 * Selection sampling (Knuth, TAOCP 2, 3.4.2, algorithm S): the next item is chosen with probability wanted / left, whatever the order of
 * the items. What is left of a uniform number after a decision is uniform again and independent of it, so that one number serves for several.
 */
export function selectionSampler(random: Random): Selection {
  // In a typed array: a number that a closure keeps would be put on the heap anew at each decision.
  const kept = new Float64Array(1);
  let decisions = DECISIONS;
  return (wanted, left) => {
    if (decisions === DECISIONS) {
      kept[0] = random.uniform();
      decisions = 0;
    }
    decisions++;
    const u = kept[0] * left;
    // Where all that are left are wanted, rounding must not leave one out.
    const chosen = u < wanted || wanted === left;
    kept[0] = chosen ? u / wanted : (u - wanted) / (left - wanted);
    return chosen;
  };
}

/** By one number of 53 bits, of which a decision takes one at most on average. */
const DECISIONS = 12;
