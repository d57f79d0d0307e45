// A good allocation in milliseconds, for the exact solver to start from: greedy, then swaps while they gain.

import type { CoveringProblem } from "./coveringReduction.ts";
import { setOf, transposeSets } from "./coverSets.ts";

/**
 * Greedy adding (Church and ReVelle 1974), then vertex substitution (Teitz and Bart 1968): the best exchange of one
 * chosen site for another, as long as it gains. Returns at most `vehicles` site indices, ascending; fewer where
 * everything is covered already.
 */
export function coveringHeuristic(problem: CoveringProblem, vehicles: number): number[] {
  const { weight, covers } = problem;
  const siteCount = covers.starts.length - 1;
  const times = new Int32Array(weight.length); // how many chosen sites cover each demand
  const gain = new Float64Array(siteCount); // weight a site would add
  const coveredBy = transposeSets(covers, weight.length);

  /** Adds or removes a site and keeps `gain` true: it changes only where a demand's cover goes 0 ↔ 1. */
  const change = (site: number, by: 1 | -1): void => {
    for (const i of setOf(covers, site)) {
      const before = times[i];
      times[i] = before + by;
      if (before === 0 || before + by === 0) for (const other of setOf(coveredBy, i)) gain[other] -= by * weight[i];
    }
  };
  const best = (): number => {
    let winner = -1;
    for (let site = 0; site < siteCount; site++) if (winner < 0 || gain[site] > gain[winner]) winner = site;
    return winner;
  };

  for (let site = 0; site < siteCount; site++) for (const i of setOf(covers, site)) gain[site] += weight[i];
  const total = weight.reduce((sum, w) => sum + w, 0);
  const negligible = total * 1e-12;
  const chosen: number[] = [];
  while (chosen.length < vehicles) {
    const site = best();
    if (site < 0 || gain[site] <= negligible) break;
    chosen.push(site);
    change(site, 1);
  }
  for (let improved = true; improved; ) {
    improved = false;
    for (let k = 0; k < chosen.length; k++) {
      const out = chosen[k];
      change(out, -1);
      const site = best();
      if (gain[site] > gain[out] + negligible) {
        chosen[k] = site;
        improved = true;
      }
      change(chosen[k], 1);
    }
  }
  return chosen.sort((a, b) => a - b);
}
