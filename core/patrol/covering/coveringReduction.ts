// Makes a covering problem smaller without changing its optimum: merges demand, drops sites that another site outdoes.

import { type SetFamily, setOf, transposeSets } from "./coverSets.ts";

export interface CoveringProblem {
  /** Weight of each demand point, > 0. */
  readonly weight: Float64Array;
  /** For each site the demand it covers. */
  readonly covers: SetFamily;
}

export interface ReducedProblem extends CoveringProblem {
  /** The original index of each site that is left. */
  readonly sites: Uint32Array;
}

/**
 * Repeats until nothing changes:
 * demand without weight or without a site is dropped (it can add nothing);
 * demand covered by exactly the same sites is merged, weights added (it is covered together or not at all);
 * a site whose demand another site covers too is dropped (exchanging them never loses; of equals the first stays).
 */
export function reduceCovering(problem: CoveringProblem): ReducedProblem {
  let { weight, covers } = problem;
  let sites = Uint32Array.from({ length: covers.starts.length - 1 }, (_, i) => i);
  for (;;) {
    const merged = mergeDemand(weight, covers);
    const kept = undominatedSites(merged.covers, merged.weight.length);
    const same = kept.length === sites.length && merged.weight.length === weight.length;
    weight = merged.weight;
    covers = select(merged.covers, kept);
    sites = Uint32Array.from(kept, (site) => sites[site]);
    if (same) return { weight, covers, sites };
  }
}

function mergeDemand(weight: Float64Array, covers: SetFamily): CoveringProblem {
  const coveredBy = transposeSets(covers, weight.length);
  const mergedOf = new Int32Array(weight.length).fill(-1);
  const known = new Map<string, number>();
  const mergedWeight: number[] = [];
  for (let i = 0; i < weight.length; i++) {
    const sites = setOf(coveredBy, i);
    if (!(weight[i] > 0) || sites.length === 0) continue;
    const key = sites.join();
    const merged = known.get(key) ?? mergedWeight.push(0) - 1;
    known.set(key, merged);
    mergedWeight[merged] += weight[i];
    mergedOf[i] = merged;
  }
  const starts = new Uint32Array(covers.starts.length);
  const members: number[] = [];
  for (let site = 0; site + 1 < covers.starts.length; site++) {
    const set = new Set<number>();
    for (const i of setOf(covers, site)) if (mergedOf[i] >= 0) set.add(mergedOf[i]);
    for (const merged of [...set].sort((a, b) => a - b)) members.push(merged);
    starts[site + 1] = members.length;
  }
  return { weight: Float64Array.from(mergedWeight), covers: { starts, members: Uint32Array.from(members) } };
}

function undominatedSites(covers: SetFamily, demandCount: number): number[] {
  const coveredBy = transposeSets(covers, demandCount);
  const kept: number[] = [];
  for (let site = 0; site + 1 < covers.starts.length; site++) {
    const own = setOf(covers, site);
    if (own.length === 0) continue;
    // A site that covers all of `own` covers its first demand, so only those need a look.
    const dominated = setOf(coveredBy, own[0]).some((other) => {
      const theirs = setOf(covers, other);
      if (other === site || theirs.length < own.length || (theirs.length === own.length && other > site)) return false;
      return contains(theirs, own);
    });
    if (!dominated) kept.push(site);
  }
  return kept;
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

function select(family: SetFamily, sets: readonly number[]): SetFamily {
  const starts = new Uint32Array(sets.length + 1);
  sets.forEach((set, i) => (starts[i + 1] = starts[i] + family.starts[set + 1] - family.starts[set]));
  const members = new Uint32Array(starts[sets.length]);
  sets.forEach((set, i) => members.set(setOf(family, set), starts[i]));
  return { starts, members };
}
