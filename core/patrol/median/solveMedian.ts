// The p-median with rules: where to post vehicles so that the weighted cost of the nearest one is least, with a proved bound.

import type { JobContext } from "../../job.ts";
import type { Limits } from "../posting/limits.ts";
import type { CostMatrix } from "./costMatrix.ts";

export interface MedianProblem {
  /** One a demand point, ≥ 0. */
  readonly weight: Float64Array;
  readonly costs: CostMatrix;
  readonly limits: Limits;
}

export interface MedianOptions {
  /** Stop when (objective − bound) / objective is no more; 0 asks for proven optimality. */
  readonly gap: number;
  /** s; then the best found stands, with the bound that was proved. */
  readonly timeLimit?: number;
  /** Posts to begin from, e.g. of the slot before; need not keep the limits. */
  readonly start?: ArrayLike<number>;
  /** Multipliers of an earlier, similar problem: the bound begins where that one ended. */
  readonly multipliers?: Float64Array;
  /** Told each better allocation, with the bound so far. */
  onBetter?(found: Pick<MedianSolution, "chosen" | "objective" | "bound">): void;
}

export interface MedianSolution {
  /** Posts, ascending. */
  readonly chosen: Uint32Array;
  /** Σ weight × cost of the cheapest chosen post, summed again from the allocation. */
  readonly objective: number;
  /** No allocation costs less. */
  readonly bound: number;
  /** objective − bound is within rounding. */
  readonly proven: boolean;
  readonly multipliers: Float64Array;
}

export type SolveMedian = (problem: MedianProblem, options: MedianOptions, context: JobContext) => Promise<MedianSolution>;
