// Which sites cover which demand: every pair of points within the radius, centre to centre.

import type { Points } from "../points.ts";
import { reachOf } from "../reach.ts";

/** Sets over `of` members: set i is `members[starts[i]..starts[i + 1]]`, ascending. */
export interface SetFamily {
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

/**
 * For each site the demand points at a distance ≤ radius, m (the boundary belongs to it).
 * Bins the demand by the radius, so that the cost is the number of pairs near each other, not all pairs.
 */
export function coverSets(sites: Points, demand: Points, radius: number): SetFamily {
  const reach = reachOf(radius);
  const bins = new Map<string, number[]>();
  const binOf = (value: number): number => Math.floor(value / reach);
  for (let i = 0; i < demand.x.length; i++) {
    const key = `${binOf(demand.x[i])} ${binOf(demand.y[i])}`;
    const bin = bins.get(key);
    if (bin) bin.push(i);
    else bins.set(key, [i]);
  }
  const starts = new Uint32Array(sites.x.length + 1);
  const members: number[] = [];
  for (let s = 0; s < sites.x.length; s++) {
    const x = sites.x[s];
    const y = sites.y[s];
    const near: number[] = [];
    for (let by = binOf(y) - 1; by <= binOf(y) + 1; by++) {
      for (let bx = binOf(x) - 1; bx <= binOf(x) + 1; bx++) {
        for (const i of bins.get(`${bx} ${by}`) ?? []) {
          if (Math.hypot(demand.x[i] - x, demand.y[i] - y) <= reach) near.push(i);
        }
      }
    }
    near.sort((a, b) => a - b);
    for (const i of near) members.push(i);
    starts[s + 1] = members.length;
  }
  return { starts, members: Uint32Array.from(members) };
}

/** The same pairs from the other side: for each of `count` members the sets that hold it. */
export function transposeSets(family: SetFamily, count: number): SetFamily {
  const starts = new Uint32Array(count + 1);
  for (const member of family.members) starts[member + 1] += 1;
  for (let i = 0; i < count; i++) starts[i + 1] += starts[i];
  const next = starts.slice(0, count);
  const members = new Uint32Array(family.members.length);
  for (let set = 0; set + 1 < family.starts.length; set++) {
    for (let k = family.starts[set]; k < family.starts[set + 1]; k++) members[next[family.members[k]]++] = set;
  }
  return { starts, members };
}

export function setFamily(sets: readonly ArrayLike<number>[]): SetFamily {
  const starts = new Uint32Array(sets.length + 1);
  sets.forEach((set, i) => (starts[i + 1] = starts[i] + set.length));
  const members = new Uint32Array(starts[sets.length]);
  sets.forEach((set, i) => members.set(set, starts[i]));
  return { starts, members };
}

export const setOf = (family: SetFamily, set: number): Uint32Array =>
  family.members.subarray(family.starts[set], family.starts[set + 1]);
