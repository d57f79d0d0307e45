// Several annealings, then a search among the posts that any of them chose: it takes the best part of each.

import type { Random } from "../../stats/random.ts";
import { createCoveringAnnealing } from "./annealCovering.ts";
import { type CoveringProblem, reduceCovering } from "./coveringReduction.ts";
import { createCoveringSearch } from "./coveringSearch.ts";

const SEARCHES = 4;
/** Moves of an annealing, for each post: where few posts are left there is little to search. */
const MOVES = 300;
/** Rounds that repost neighbourhoods: after each annealing, and the last among all posts. */
const [AFTER, LAST] = [20, 400];

/**
 * Recombination by restriction: few posts make rounds cheap, and good allocations differ in places that can be settled apart.
 * @param first - posts to begin from, so that the answer is no worse
 * @param late - whether time is up
 * @param onBetter - told each better allocation
 */
export function searchCovering(problem: CoveringProblem, first: readonly number[], random: Random, late: () => boolean, onBetter: (chosen: readonly number[]) => void): void {
  const search = createCoveringSearch(problem);
  const annealing = createCoveringAnnealing(problem);
  const moves = MOVES * problem.limits.siteOf.length;
  search.begin(first);
  let best = search.posts(), covered = -Infinity;
  const met = new Set(best);
  const compare = (): void => {
    if (search.value() <= covered) return;
    [best, covered] = [search.posts(), search.value()];
    onBetter(best);
  };
  compare();
  for (let k = 0; k < SEARCHES; k++) {
    if (late()) return;
    search.begin(annealing.from(best, moves, random));
    search.improve(AFTER, random);
    for (const post of search.posts()) met.add(post);
    compare();
  }
  const among = reduceCovering(problem, Uint32Array.from(met).sort());
  const small = createCoveringSearch(among.problem);
  const places = new Map(Array.from(among.posts, (post, k) => [post, k]));
  small.begin(best.flatMap((post) => places.get(post) ?? []));
  small.begin(createCoveringAnnealing(among.problem).from(small.posts(), moves, random));
  small.improve(AFTER, random);
  search.begin(small.posts().map((k) => among.posts[k]));
  compare();
  if (late()) return;
  search.improve(LAST, random);
  compare();
}
