// Small problems with one rule or feature each, so that an exact job can be held against all allocations that keep the rules.

import type { PostingParams } from "../../core/patrol/posting/postingParams.ts";
import { createRandom } from "../../core/stats/random.ts";
import { smallProblem } from "./everyAllocation.ts";

const FEATURES = ["plain", "rules", "kinds", "distances", "capacity", "sites", "duplicates", "fixed kinds"] as const;

/** A problem of 8 points and 3 vehicles for each feature and seed. */
export function ruledProblems(seeds: number): { readonly name: string; readonly params: PostingParams }[] {
  return FEATURES.flatMap((feature) => Array.from({ length: seeds }, (_, seed) => ({ name: `${feature}, seed ${seed}`, params: problem(feature, seed) })));
}

function problem(feature: (typeof FEATURES)[number], seed: number): PostingParams {
  const random = createRandom(`${feature} ${seed}`);
  const plain = smallProblem(random, 8, 3, feature === "rules" ? "rules" : feature === "kinds" || feature === "fixed kinds" ? "kinds" : "plain");
  switch (feature) {
    case "distances":
      return { ...plain, distances: Float64Array.from({ length: 64 }, () => random.integer(300)) };
    case "capacity": // Two vehicles must stand in an area that has one site.
      return { ...plain, capacity: Uint32Array.from({ length: 8 }, (_, k) => (k === 0 ? 2 : random.integer(3))), areas: { of: Uint32Array.of(0, 1, 1, 1, 1, 1, 1, 1), least: Uint32Array.of(2, 0) } };
    case "sites": {
      const at = (): Float64Array => Float64Array.from({ length: 5 }, () => 300 * random.uniform());
      return { ...plain, sites: { x: at(), y: at() } };
    }
    case "duplicates":
      return { ...plain, x: plain.x.map((x, k) => (k % 2 ? plain.x[k - 1] : x)), y: plain.y.map((y, k) => (k % 2 ? plain.y[k - 1] : y)) };
    case "fixed kinds":
      return { ...plain, fixed: Uint32Array.of(1, 5), forbidden: Uint32Array.of(2) };
    default:
      return plain;
  }
}
