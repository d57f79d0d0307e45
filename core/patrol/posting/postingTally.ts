// What a growing allocation has used of its limits, and whether one more vehicle or an exchange still fits them.

import type { Limits } from "./limits.ts";

export interface PostingTally {
  /** Whether the rules can still be kept after one more vehicle at this post. */
  canAdd(post: number): boolean;
  /** Whether an allocation that keeps the rules still does with the vehicle at `out` moved to `into`. */
  canSwap(out: number, into: number): boolean;
  add(post: number): void;
  remove(post: number): void;
  /** Vehicles that fixed sites and areas still lack. */
  lacking(): number;
}

export function createPostingTally({ siteOf, kindOf, vehicles, capacity, fixed, areaOf, least }: Limits): PostingTally {
  const left = Uint32Array.from(vehicles);
  const at = new Uint32Array(capacity.length);
  const isFixed = new Uint8Array(capacity.length);
  for (const site of fixed) isFixed[site] = 1;
  const inArea = new Uint32Array(least.length);
  /** Fixed sites of each area that still wait; without areas all sites are one area that asks for nothing. */
  const waiting = new Uint32Array(Math.max(1, least.length));
  const area = (site: number): number => (least.length > 0 ? areaOf[site] : 0);
  for (const site of fixed) waiting[area(site)]++;
  const areaLacks = (a: number): number => Math.max(waiting[a], (least[a] ?? 0) - (inArea[a] ?? 0));
  let lacking = waiting.reduce((sum, _, a) => sum + areaLacks(a), 0);
  let free = left.reduce((sum, count) => sum + count, 0);

  const change = (post: number, by: 1 | -1): void => {
    const site = siteOf[post], a = area(site);
    lacking -= areaLacks(a);
    if (isFixed[site] === 1 && at[site] === (by === 1 ? 0 : 1)) waiting[a] -= by;
    at[site] += by;
    left[kindOf[post]] -= by;
    free -= by;
    if (least.length > 0) inArea[a] += by;
    lacking += areaLacks(a);
  };
  return {
    canAdd(post) {
      const site = siteOf[post], a = area(site);
      if (left[kindOf[post]] === 0 || at[site] >= capacity[site]) return false;
      if (lacking < free) return true;
      // Every vehicle that is left is needed: it must be for a fixed site, or for an area that lacks more than its fixed sites.
      return (isFixed[site] === 1 && at[site] === 0) || areaLacks(a) > waiting[a];
    },
    canSwap(out, into) {
      const from = siteOf[out], to = siteOf[into];
      if (kindOf[out] !== kindOf[into] && left[kindOf[into]] === 0) return false;
      if (from === to) return true;
      if (at[to] >= capacity[to]) return false;
      if (isFixed[from] === 1 && at[from] === 1) return false;
      return least.length === 0 || areaOf[from] === areaOf[to] || inArea[areaOf[from]] > least[areaOf[from]];
    },
    add: (post) => change(post, 1),
    remove: (post) => change(post, -1),
    lacking: () => lacking,
  };
}
