// An upper bound on what any allocation can cover, in a fraction of a second, and the bound on those that use a post.

import { exactSum } from "../exactSum.ts";
import type { CoveringProblem } from "./coveringReduction.ts";

export interface CoveringBound {
  /** No allocation covers more. */
  readonly bound: number;
  /** For each post: no allocation with a vehicle there covers more. */
  readonly using: Float64Array;
}

const ROUNDS = 500;
/** Rounds without a better bound before the steps are halved. */
const PATIENCE = 12;
/** Share of the new subgradient in the direction. */
const FRESH = 0.3;

/**
 * Lagrangian relaxation of the rows uᵢ + Σ_{j covers i} vⱼ ≥ 1 (u: left uncovered) with multipliers 0 ≤ λ ≤ w:
 *   covered ≤ Σᵢ (wᵢ − λᵢ) + Σ over the best posts of sⱼ,  sⱼ = Σ_{i covered by j} λᵢ,
 * the best posts being as many of each kind as it has vehicles. The rules on places are left out, which can only raise the bound.
 * With a post that is not among the best in place of the last that is, the same bound holds for allocations that use it.
 * Steps follow Held, Wolfe and Crowder (1974) along exponentially smoothed subgradients, towards the best allocation known.
 * @param covered - by that allocation
 */
export function coveringBound({ weight, covers, limits }: CoveringProblem, covered: number): CoveringBound {
  const { starts, members } = covers;
  const { kindOf, vehicles } = limits;
  const total = exactSum(weight);
  const lambda = weight.slice();
  const direction = new Float64Array(weight.length);
  const score = new Float64Array(kindOf.length);
  const ofKind = Array.from(vehicles, (_, kind) => Uint32Array.from(kindOf, (_kind, post) => post).filter((post) => kindOf[post] === kind));
  const times = new Int32Array(weight.length);
  const using = new Float64Array(kindOf.length).fill(total);
  // Sums of up to thousands of terms, each rounded: the bound stays on its side.
  const rounding = total * 1e-12;
  let bound = total, length = 1, stalled = 0;

  for (let round = 0; round < ROUNDS && bound > covered + rounding; round++) {
    let here = rounding;
    for (let i = 0; i < weight.length; i++) here += weight[i] - lambda[i];
    for (let post = 0; post < score.length; post++) {
      let sum = 0;
      for (let k = starts[post]; k < starts[post + 1]; k++) sum += lambda[members[k]];
      score[post] = sum;
    }
    times.fill(0);
    const worst = ofKind.map((posts, kind) => {
      const sorted = Float64Array.from(posts, (post) => score[post]).sort();
      const many = Math.min(vehicles[kind], posts.length);
      const least = many > 0 ? sorted[posts.length - many] : Infinity;
      for (let k = posts.length - many; k < posts.length; k++) here += sorted[k];
      let atLeast = many - sorted.reduce((count, s) => count + (s > least ? 1 : 0), 0); // of equal scores only so many
      for (const post of posts) {
        if (score[post] < least || (score[post] === least && atLeast-- <= 0)) continue;
        for (let k = starts[post]; k < starts[post + 1]; k++) times[members[k]]++;
      }
      return many < vehicles[kind] ? 0 : least;
    });
    for (let post = 0; post < score.length; post++) using[post] = Math.min(using[post], here - Math.max(0, worst[kindOf[post]] - score[post]));
    if (here < bound) {
      if (here < bound - 1e-5 * (bound - covered)) stalled = 0;
      bound = here;
    } else if (++stalled === PATIENCE) {
      stalled = 0;
      length /= 2;
    }
    let norm = 0;
    for (let i = 0; i < weight.length; i++) {
      direction[i] += FRESH * (times[i] - 1 - direction[i]);
      const held = direction[i] < 0 ? lambda[i] === weight[i] : lambda[i] === 0;
      if (!held) norm += direction[i] ** 2;
    }
    if (norm === 0) break;
    const step = (length * (here - covered)) / norm;
    for (let i = 0; i < weight.length; i++) lambda[i] = Math.min(weight[i], Math.max(0, lambda[i] - step * direction[i]));
  }
  return { bound, using };
}
