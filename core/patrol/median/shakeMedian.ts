// Leaves a local optimum of the interchange: vehicles about a random demand point are posted anew, and the search descends again.

import type { Random } from "../../stats/random.ts";
import type { CostMatrix } from "./costMatrix.ts";
import type { MedianSearch } from "./medianSearch.ts";
import type { NearOrder } from "./nearOrder.ts";

const FEWEST = 3, MOST = 6;

/**
 * One step of an iterated local search (Lourenço, Martin and Stützle 2003). Neighbours together are what a single exchange cannot
 * better; vehicles drawn from everywhere at once come back to the same allocation far more often.
 */
export function shakeMedian(search: MedianSearch, { columns, values }: CostMatrix, demand: Uint32Array, near: NearOrder, random: Random): void {
  const posts = search.posts();
  const centre = demand[random.integer(demand.length)];
  const cost = (post: number): number => values[centre * columns + post];
  const vehicles = Math.min(posts.length, FEWEST + random.integer(MOST - FEWEST + 1));
  const slots = Array.from(posts.keys()).sort((a, b) => cost(posts[a]) - cost(posts[b])).slice(0, vehicles);
  const about = near.upTo(centre, cost(posts[slots[vehicles - 1]]) * 1.2).posts;
  for (const slot of slots) search.move(slot, about[random.integer(about.length)]);
  search.descend();
}
