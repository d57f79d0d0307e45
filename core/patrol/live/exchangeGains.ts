// For each vehicle of an allocation the best single relocation, from one pass over the demand for each post.

import type { Posting } from "../posting/createPosting.ts";
import { createPostingTally } from "../posting/postingTally.ts";

export interface Relocation {
  /** Site to move to; the vehicle's own where no move gains. */
  readonly site: number;
  /** What the move takes off Σ weight × cost; 0 where none gains. */
  readonly saves: number;
}

/** A gain smaller than this share of the whole is rounding. */
const NEGLIGIBLE = 1e-12;

/** What is lowered: Σ weight × cost of the nearest vehicle. */
export interface MoveCost {
  /** Of a distance in m for a kind, ≥ 0, never falling as the distance grows. */
  of(distance: number, kind: number): number;
  /** No distance beyond this costs less than that, m. */
  reach(cost: number, kind: number): number;
}

/**
 * Moving vehicle r to post f saves gain(f) − loss(r) + extra(f, r), as in medianSearch.ts; all exchanges come from one pass over the
 * pairs of post and demand that are nearer than the demand's second nearest vehicle.
 *
 * @param vehicles - site and kind of each; a vehicle keeps its kind, and moves only where the rules let it
 */
export function exchangeGains({ demand, weight, sites, limits, straight, distance }: Posting, vehicles: readonly { readonly site: number; readonly kind: number }[], cost: MoveCost): Relocation[] {
  const points = Uint32Array.from(weight.keys()).filter((i) => weight[i] > 0);
  const count = points.length;
  const [x, y, w] = [demand.x, demand.y, weight].map((column) => Float64Array.from(points, (i) => column[i]));
  const d1 = new Float64Array(count).fill(Infinity), d2 = new Float64Array(count).fill(Infinity);
  const nearest = new Int32Array(count);
  vehicles.forEach(({ site, kind }, r) => {
    for (let k = 0; k < count; k++) {
      const c = cost.of(distance(points[k], site), kind);
      if (c < d1[k]) {
        d2[k] = d1[k];
        d1[k] = c;
        nearest[k] = r;
      } else if (c < d2[k]) d2[k] = c;
    }
  });
  if (vehicles.length === 1) d2.fill(dearest());
  const loss = new Float64Array(vehicles.length);
  for (let k = 0; k < count; k++) loss[nearest[k]] += w[k] * (d2[k] - d1[k]);

  /** Stands for the second nearest vehicle where there is none. */
  function dearest(): number {
    let most = 0;
    limits.siteOf.forEach((site, post) => {
      for (const i of points) most = Math.max(most, cost.of(distance(i, site), limits.kindOf[post]));
    });
    return d1.reduce((a, b) => Math.max(a, b), most);
  }

  // A vehicle that a person put where none may stand has no post; it may go wherever there is room.
  const postOf = new Map(Array.from(limits.siteOf, (site, post) => [`${site} ${limits.kindOf[post]}`, post]));
  const posts = vehicles.map(({ site, kind }) => postOf.get(`${site} ${kind}`));
  const tally = createPostingTally(limits);
  for (const post of posts) if (post !== undefined) tally.add(post);
  const allowed = (r: number, into: number): boolean => {
    const out = posts[r];
    return limits.kindOf[into] === vehicles[r].kind && (out === undefined ? tally.canAdd(into) : tally.canSwap(out, into));
  };

  const negligible = NEGLIGIBLE * w.reduce((sum, each, k) => sum + each * d1[k], 0);
  const saves = new Float64Array(vehicles.length).fill(negligible);
  const to = vehicles.map(({ site }) => site);
  const extra = new Float64Array(vehicles.length);
  /** Squares of the distances that matter, for the kind at hand. */
  const far = new Float64Array(count).fill(Infinity);
  for (let post = 0; post < limits.siteOf.length; post++) {
    const site = limits.siteOf[post], kind = limits.kindOf[post], sx = sites.x[site], sy = sites.y[site];
    if (straight && (post === 0 || limits.kindOf[post - 1] !== kind)) for (let k = 0; k < count; k++) far[k] = (cost.reach(d2[k], kind) * (1 + 1e-12)) ** 2;
    let gain = 0;
    extra.fill(0);
    for (let k = 0; k < count; k++) {
      const dx = x[k] - sx, dy = y[k] - sy;
      if (dx * dx + dy * dy > far[k]) continue;
      const c = cost.of(distance(points[k], site), kind);
      if (c >= d2[k]) continue;
      if (c < d1[k]) gain += w[k] * (d1[k] - c);
      extra[nearest[k]] += w[k] * (d2[k] - Math.max(c, d1[k]));
    }
    for (let r = 0; r < vehicles.length; r++) {
      const saved = gain - loss[r] + extra[r];
      if (saved <= saves[r] || !allowed(r, post)) continue;
      saves[r] = saved;
      to[r] = site;
    }
  }
  return to.map((site, r) => ({ site, saves: site === vehicles[r].site ? 0 : saves[r] }));
}
