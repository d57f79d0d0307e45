// Makes a covering problem smaller without changing its optimum: settles fixed sites, merges demand, drops posts that another outdoes.

import { isPlain, type Limits, withPosts } from "../posting/limits.ts";
import { setFamily, type SetFamily, setOf, transposeSets } from "./coverSets.ts";

export interface CoveringProblem {
  /** One a demand point, ≥ 0. */
  readonly weight: Float64Array;
  /** For each post the demand it covers. */
  readonly covers: SetFamily;
  readonly limits: Limits;
}

export interface ReducedCovering {
  /** Over the posts in `posts`; no demand is without weight or out of reach. */
  readonly problem: CoveringProblem;
  /** The original index of each post that is left, ascending. */
  readonly posts: Uint32Array;
  /** Original posts that stand in every allocation; their vehicles and what they cover are out of the problem. */
  readonly settled: readonly number[];
  /** Weight that the settled posts cover. */
  readonly coveredWeight: number;
}

/**
 * Fixed sites of a single kind are settled first. Then until nothing changes:
 * demand without weight or out of every post's reach is dropped (it can add nothing);
 * demand covered by exactly the same posts is merged, weights added (it is covered together or not at all);
 * where only the number of vehicles binds, a post whose demand another one covers too is dropped (exchanging them never loses;
 * of equals the first stays). With other rules a post may be needed for its place, and all stay.
 * @param among - the posts that may be used besides settled ones, ascending
 */
export function reduceCovering(original: CoveringProblem, among: Uint32Array = original.limits.siteOf.map((_, post) => post)): ReducedCovering {
  const { problem, settled, coveredWeight } = settleFixed(original);
  const plain = isPlain(problem.limits);
  let { weight } = problem;
  let posts = among;
  let covers = setFamily(Array.from(posts, (post) => setOf(problem.covers, post)));
  for (;;) {
    const merged = mergeDemand(weight, covers);
    const kept = plain ? undominated(merged.covers, merged.weight.length) : posts.map((_, k) => k);
    const same = kept.length === posts.length && merged.weight.length === weight.length;
    weight = merged.weight;
    covers = setFamily(Array.from(kept, (k) => setOf(merged.covers, k)));
    posts = kept.map((k) => posts[k]);
    if (same || !plain) return { problem: { weight, covers, limits: withPosts(problem.limits, posts) }, posts, settled, coveredWeight };
  }
}

/** With kinds a fixed site may be served by any of them, and with areas its vehicle counts there: then nothing is settled. */
function settleFixed(problem: CoveringProblem): Pick<ReducedCovering, "problem" | "settled" | "coveredWeight"> {
  const { limits, covers } = problem;
  const rest: Limits = { ...limits, fixed: new Uint32Array(), vehicles: limits.vehicles.map((most) => most - limits.fixed.length) };
  if (limits.fixed.length === 0 || !isPlain(rest)) return { problem, settled: [], coveredWeight: 0 };
  const settled = Array.from(limits.fixed, (site) => limits.siteOf.indexOf(site));
  const weight = problem.weight.slice();
  let coveredWeight = 0;
  for (const post of settled) {
    for (const i of setOf(covers, post)) {
      coveredWeight += weight[i];
      weight[i] = 0;
    }
  }
  return { problem: { weight, covers, limits: rest }, settled, coveredWeight };
}

function mergeDemand(weight: Float64Array, covers: SetFamily): Pick<CoveringProblem, "weight" | "covers"> {
  const coveredBy = transposeSets(covers, weight.length);
  const mergedOf = new Int32Array(weight.length).fill(-1);
  /** Demand points met so far, one for each set of posts, by what equal sets have in common. */
  const known = new Map<string, number[]>();
  const mergedWeight: number[] = [];
  for (let i = 0; i < weight.length; i++) {
    const posts = setOf(coveredBy, i);
    if (!(weight[i] > 0) || posts.length === 0) continue;
    const key = `${posts.length} ${posts[0]} ${posts[posts.length - 1]} ${posts.reduce((sum, post) => sum + post, 0)}`;
    const alike = known.get(key) ?? [];
    const same = alike.find((other) => setOf(coveredBy, other).every((post, k) => post === posts[k]));
    if (same === undefined) known.set(key, [...alike, i]);
    mergedOf[i] = same === undefined ? mergedWeight.push(0) - 1 : mergedOf[same];
    mergedWeight[mergedOf[i]] += weight[i];
  }
  const sets = Array.from({ length: covers.starts.length - 1 }, (_, post) =>
    Uint32Array.from(new Set(setOf(covers, post).filter((i) => mergedOf[i] >= 0).map((i) => mergedOf[i]))).sort(),
  );
  return { weight: Float64Array.from(mergedWeight), covers: setFamily(sets) };
}

function undominated(covers: SetFamily, demandCount: number): Uint32Array {
  const coveredBy = transposeSets(covers, demandCount);
  return Uint32Array.from(covers.starts.subarray(1), (_, post) => post).filter((post) => !withinAnother(covers, coveredBy, post));
}

/** Whether a set is empty or another one holds all of it; of equal sets the first is in no other. */
export function withinAnother(family: SetFamily, holders: SetFamily, set: number): boolean {
  const own = setOf(family, set);
  if (own.length === 0) return true;
  // A set that holds all of `own` holds the member that the fewest hold, so only those need a look.
  const rarest = own.reduce((best, member) => (holders.starts[member + 1] - holders.starts[member] < holders.starts[best + 1] - holders.starts[best] ? member : best));
  return setOf(holders, rarest).some((other) => {
    const theirs = setOf(family, other);
    if (other === set || theirs.length < own.length || (theirs.length === own.length && other > set)) return false;
    return theirs[0] <= own[0] && theirs[theirs.length - 1] >= own[own.length - 1] && contains(theirs, own);
  });
}

/** Both ascending. */
function contains(set: Uint32Array, subset: Uint32Array): boolean {
  let k = 0;
  for (const member of subset) {
    while (k < set.length && set[k] < member) k++;
    if (set[k] !== member) return false;
  }
  return true;
}
