// Branch and cut (HiGHS) on a covering problem, from an allocation that is already good, to the proof or a stated bound.

import type { Highs } from "highs";
import { exactSum } from "../exactSum.ts";
import { limitRows, postCapacity } from "../posting/limitRows.ts";
import { solveProgram } from "../program/solveProgram.ts";
import type { CoveringProblem } from "./coveringReduction.ts";
import { setOf, transposeSets } from "./coverSets.ts";

export interface ProvedCovering {
  /** Posts; one stands as often as it has vehicles. */
  readonly chosen: readonly number[];
  /** No allocation covers more weight. */
  readonly bound: number;
  readonly proven: boolean;
  readonly nodes: number;
}

export interface ProveOptions {
  /** s */
  readonly timeLimit?: number;
  /** Covered weights closer together than this are equal. */
  readonly distinct: number;
  onProgress(bound: number): void;
  onBetter(chosen: readonly number[]): void;
}

/**
 * min Σ wᵢ uᵢ, u = demand left uncovered, uᵢ + Σ_{j covers i} vⱼ ≥ 1, the limits on v, v whole, 0 ≤ u ≤ 1 (whole by itself).
 * @param start - posts of an allocation that keeps the limits
 */
export function proveCovering(highs: Highs, { weight, covers, limits }: CoveringProblem, start: readonly number[], { timeLimit, distinct, onProgress, onBetter }: ProveOptions): ProvedCovering {
  const postCount = limits.siteOf.length, demandCount = weight.length;
  const total = exactSum(weight);
  // Tolerances are absolute: weights of mean 1 keep them far below any weight that matters.
  const scale = demandCount / total;
  const coveredBy = transposeSets(covers, demandCount);
  const first = new Float64Array(postCount + demandCount).fill(1, postCount);
  for (const post of start) {
    first[post]++;
    for (const i of setOf(covers, post)) first[postCount + i] = 0;
  }
  const postsAt = (columns: Float64Array): number[] =>
    Array.from(columns.subarray(0, postCount)).flatMap((vehicles, post) => Array.from({ length: Math.round(vehicles) }, () => post));
  const boundOf = (uncovered: number): number => total - Math.max(0, uncovered) / scale;
  const solution = solveProgram(
    highs,
    {
      cost: Float64Array.from(first, (_, c) => (c < postCount ? 0 : weight[c - postCount] * scale)),
      upper: Float64Array.from(first, (_, c) => (c < postCount ? postCapacity(limits, c) : 1)),
      whole: postCount,
      rows: [
        ...Array.from(weight, (_, i) => ({ columns: [...setOf(coveredBy, i), postCount + i], lower: 1, upper: Infinity })),
        ...limitRows(limits).map(({ posts, lower, upper }) => ({ columns: posts, lower, upper })),
      ],
    },
    {
      start: first,
      timeLimit,
      distinct: distinct * scale,
      onProgress: (_best, uncovered) => onProgress(boundOf(uncovered)),
      onBetter: (columns) => onBetter(postsAt(columns)),
    },
  );
  if (solution.status === "infeasible") throw new Error("HiGHS found no allocation where one was given");
  return { chosen: solution.columns ? postsAt(solution.columns) : start, bound: boundOf(solution.bound), proven: solution.status === "optimal", nodes: solution.nodes };
}
