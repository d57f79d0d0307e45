// The rules an allocation must keep. A post is a site with a vehicle of one kind: one 0/1 variable of every model.

import type { Points } from "../points.ts";

export interface Limits {
  /** For each post its site and its kind; forbidden sites have none. */
  readonly siteOf: Uint32Array;
  readonly kindOf: Uint8Array;
  /** Most vehicles of each kind. */
  readonly vehicles: Uint32Array;
  /** Most vehicles at each site. */
  readonly capacity: Uint32Array;
  /** Sites that need a vehicle of any kind, ascending, each once. */
  readonly fixed: Uint32Array;
  /** For each site its area, and the fewest vehicles in each area; both empty where there are none. */
  readonly areaOf: Uint32Array;
  readonly least: Uint32Array;
  readonly sites: Points;
}

/** One kind and no rule but the number: any set of at most that many posts will do. */
export const isPlain = ({ vehicles, fixed, least }: Limits): boolean =>
  vehicles.length === 1 && fixed.length === 0 && least.every((few) => few === 0);

/** The same rules over some of the posts. */
export const withPosts = (limits: Limits, posts: Uint32Array): Limits => ({
  ...limits,
  siteOf: posts.map((post) => limits.siteOf[post]),
  kindOf: Uint8Array.from(posts, (post) => limits.kindOf[post]),
});

/** All the rules: Σ of a kind ≤ its vehicles, Σ at a site ≤ its capacity, fixed sites served, areas with their fewest. */
export function keepsLimits({ siteOf, kindOf, vehicles, capacity, fixed, areaOf, least }: Limits, chosen: ArrayLike<number>): boolean {
  const ofKind = new Uint32Array(vehicles.length);
  const at = new Uint32Array(capacity.length);
  const inArea = new Uint32Array(least.length);
  for (let k = 0; k < chosen.length; k++) {
    const post = chosen[k];
    ofKind[kindOf[post]]++;
    at[siteOf[post]]++;
    if (least.length > 0) inArea[areaOf[siteOf[post]]]++;
  }
  return (
    ofKind.every((count, kind) => count <= vehicles[kind]) &&
    at.every((count, site) => count <= capacity[site]) &&
    fixed.every((site) => at[site] > 0) &&
    inArea.every((count, area) => count >= least[area])
  );
}
