// Small invented allocation problems with every rule, and all the allocations that keep the rules: what searches are judged by.

import type { Posting } from "../../core/patrol/posting/createPosting.ts";
import { keepsLimits } from "../../core/patrol/posting/limits.ts";
import type { PostingParams } from "../../core/patrol/posting/postingParams.ts";
import type { Random } from "../../core/stats/random.ts";

/** All sets of at most so many posts as there are vehicles that keep the limits; a post may stand in one more than once. */
export function everyAllocation({ limits }: Posting): Uint32Array[] {
  const found: Uint32Array[] = [];
  const most = limits.vehicles.reduce((a, b) => a + b, 0);
  const grow = (posts: readonly number[]): void => {
    if (posts.length > 0 && keepsLimits(limits, posts)) found.push(Uint32Array.from(posts));
    if (posts.length === most) return;
    for (let post = posts.at(-1) ?? 0; post < limits.siteOf.length; post++) grow([...posts, post]);
  };
  grow([]);
  return found;
}

/** About `count` points on a jittered grid 100 m wide a tile, whole weights, some of them 0 or negative; rules by the draw. */
export function smallProblem(random: Random, count: number, vehicles: number, rules: "plain" | "rules" | "kinds"): PostingParams {
  const columns = Math.ceil(Math.sqrt(count));
  const at = (k: number): number => 100 * k + 40 * random.uniform();
  const sites = Array.from({ length: count }, (_, k) => k);
  const free = sites.filter(() => random.uniform() < 0.3);
  return {
    x: Float64Array.from(sites, (k) => at(k % columns)),
    y: Float64Array.from(sites, (k) => at(Math.floor(k / columns))),
    weight: Float64Array.from(sites, () => random.integer(12) - 2),
    vehicles,
    ...(rules === "rules" && {
      forbidden: Uint32Array.from(free.filter((k) => k > 1)),
      fixed: Uint32Array.of(random.integer(2)),
      areas: { of: Uint32Array.from(sites, (k) => (k < count / 2 ? 0 : 1)), least: Uint32Array.of(0, vehicles > 1 ? 1 : 0) },
    }),
    ...(rules === "kinds" && {
      kinds: [
        { name: "car", vehicles: vehicles - 1, radius: 130 },
        { name: "foot", vehicles: 1, radius: 110, speed: 0.5 },
      ],
    }),
  };
}
