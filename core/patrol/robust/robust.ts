// Allocations under an uncertain forecast: what is asked, and what is answered.

import type { Allocation } from "../posting/allocation.ts";
import type { PostingParams } from "../posting/postingParams.ts";

export type RobustObjective = "coverage" | "distance";

export interface RobustRequest {
  /** Its `weight` is not used: the draws take its place. */
  readonly params: PostingParams;
  /** Surfaces that may be true, all as likely: demand at each point, each counted as shares of its own sum. */
  readonly draws: readonly Float64Array[];
  readonly objective: RobustObjective;
  /** A place is covered within this distance of a vehicle, m. */
  readonly radius: number;
  readonly gap: number;
  /** s for each allocation. */
  readonly timeLimit: number;
  /** The cautious allocation is the best on the mean of this share of the draws, its worst ones. */
  readonly tail: number;
}

/** An allocation of one draw, as if it were sure. */
export interface DrawAllocation extends Pick<Allocation, "chosen" | "kinds" | "proven"> {
  /** Share covered, or mean distance in m, in its own draw; and what no allocation betters there. */
  readonly value: number;
  readonly bound: number;
}

/** One allocation for all draws. */
export interface RobustAllocation extends Pick<Allocation, "chosen" | "kinds"> {
  /** Share covered, or mean distance in m, in each draw. */
  readonly values: Float64Array;
  /** Of all draws, and of the worst ones (the conditional value at risk). */
  readonly mean: number;
  readonly tailMean: number;
  /** How much worse than the best known of each draw, in the same unit: on the mean, and in the worst draw. */
  readonly regret: { readonly mean: number; readonly worst: number };
  /** No allocation is better than this in what it is best at: the mean of all draws, or of its worst ones. */
  readonly bound: number;
  readonly proven: boolean;
}

export interface Robust {
  readonly draws: readonly DrawAllocation[];
  /** For each site in how many draws' allocations it has a vehicle. */
  readonly frequency: Uint32Array;
  /** Best on the mean of all draws. */
  readonly average: RobustAllocation;
  /** Best on the mean of its worst draws. */
  readonly cautious: RobustAllocation;
}

/** How many draws are the worst ones; at least one. */
export const tailSize = (draws: number, tail: number): number => Math.min(draws, Math.max(1, Math.ceil(tail * draws - 1e-9)));
