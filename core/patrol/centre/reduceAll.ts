// Makes the question whether all demand can be reached smaller: demand that other demand takes care of is dropped too.

import { type CoveringProblem, reduceCovering, type ReducedCovering } from "../covering/coveringReduction.ts";
import { setOf, transposeSets } from "../covering/coverSets.ts";

/**
 * Besides the reductions of maximal covering: where every post that reaches demand k reaches i as well, i comes with k and is dropped;
 * with fewer demand points more posts are dominated, and so on until nothing changes.
 */
export function reduceAll(original: CoveringProblem): ReducedCovering {
  const first = reduceCovering(original);
  let reduced = first;
  for (;;) {
    const { problem, posts } = reduced;
    const next = reduceCovering({ ...problem, weight: withoutImplied(problem) });
    if (next.problem.weight.length === problem.weight.length && next.posts.length === posts.length) return reduced;
    reduced = { ...next, posts: next.posts.map((k) => posts[k]), settled: first.settled };
  }
}

/** The weights, 0 where some other demand is reached by no post that does not reach this one; of equals the first is kept. */
function withoutImplied({ weight, covers }: CoveringProblem): Float64Array {
  const coveredBy = transposeSets(covers, weight.length);
  const reaches = new Uint32Array(covers.starts.length).fill(weight.length);
  const asked = new Uint32Array(weight.length).fill(weight.length);
  return weight.map((w, i) => {
    const own = setOf(coveredBy, i);
    for (const post of own) reaches[post] = i;
    asked[i] = i;
    for (const post of own) {
      for (const k of setOf(covers, post)) {
        if (asked[k] === i) continue;
        asked[k] = i;
        const theirs = setOf(coveredBy, k);
        if (theirs.length > own.length || (theirs.length === own.length && k > i)) continue;
        // The ends tell most sets apart.
        if (reaches[theirs[0]] === i && reaches[theirs[theirs.length - 1]] === i && theirs.every((other) => reaches[other] === i)) return 0;
      }
    }
    return w;
  });
}
