// The nearest allocation that covers at least so much, to its proof: the step of the exact trade-off curve.

import type { Highs } from "highs";
import { CHOSEN, CLOSED } from "../median/lagrangian.ts";
import { limitRows, postCapacity } from "../posting/limitRows.ts";
import { solveProgram, type Row } from "../program/solveProgram.ts";
import type { PostedTradeOff } from "./paretoSearch.ts";
import type { TradeOffModel } from "./tradeOffModel.ts";

export interface NearestCovering {
  /**
   * @param least - share of the demand to cover
   * @param known - an allocation that does
   * @param decided - one a post: FREE, CHOSEN or CLOSED
   * @param left - seconds that are left, asked before each program
   * @returns posts that are nearer than the known ones; "known" where none are, "late" where the seconds were not enough
   */
  solve(least: number, known: PostedTradeOff, decided: Uint8Array, left: () => number): Uint32Array | "known" | "late";
}

/** m: distances closer than this are equal, and a cut that is broken by less is not. */
const SHORT = 1e-6;
/** Rounds of cuts from fractional solutions before a program is solved in whole numbers. */
const ROUNDS = 12;

/**
 * min Σ w θ ÷ Σ w subject to Σ w z ≥ least Σ w, z_i ≤ Σ_{j covers i} y_j, the limits on y, and for demand i and any distance D
 * θ_i ≥ D − Σ_{j: c_ij < D} (D − c_ij) y_j:
 * the p-median without its demand × posts variables, by Benders' cuts (Duran-Mateluna, Ales and Elloumi 2023). Only cuts that a
 * solution breaks are added; they hold for every `least`, so they are kept.
 */
export function createNearestCovering({ posting: { weight, totalWeight, limits }, costs: { columns, values }, covers }: TradeOffModel, highs: Highs): NearestCovering {
  const demand = Array.from(weight.keys()).filter((i) => weight[i] > 0);
  const count = demand.length, size = columns + 2 * count;
  const posts = Array.from(limits.siteOf.keys());
  const order = demand.map((i) => Uint32Array.from(posts).sort((a, b) => values[i * columns + a] - values[i * columns + b]));
  const share = demand.map((i) => weight[i] / totalWeight);
  const cost = new Float64Array(size);
  cost.set(share, columns);
  const rows: Row[] = limitRows(limits).map(({ posts: of, lower, upper }) => ({ columns: of, lower, upper }));
  demand.forEach((i, r) => {
    const near = posts.filter((j) => covers[i * columns + j] === 1);
    rows.push({ columns: [...near, columns + count + r], values: [...near.map(() => 1), -1], lower: 0, upper: Infinity });
  });

  /** Of all cuts on θ_i the one that asks most at `posted`: D is the cost at which the posts nearer than it add up to one vehicle. */
  const cut = (r: number, posted: Float64Array, theta: number): boolean => {
    const from = demand[r] * columns;
    let sum = 0, value = 0, last = 0;
    for (; last < columns - 1; last++) {
      const y = posted[order[r][last]];
      if (sum + y >= 1 - 1e-9) break;
      sum += y;
      value += y * values[from + order[r][last]];
    }
    const height = values[from + order[r][last]];
    if (height * (1 - sum) + value <= theta + SHORT) return false;
    const nearer = Array.from(order[r].subarray(0, last)).filter((j) => values[from + j] < height);
    rows.push({ columns: [...nearer, columns + r], values: [...nearer.map((j) => height - values[from + j]), 1], lower: height, upper: Infinity });
    return true;
  };

  return {
    solve(least, known, decided, left) {
      const upper = Float64Array.from({ length: size }, (_, c) => (c >= columns ? (c < columns + count ? Infinity : 1) : decided[c] === CLOSED ? 0 : postCapacity(limits, c)));
      const own: Row[] = [
        // Weights of mean 1 keep tolerances, which are absolute, below any weight that matters.
        { columns: share.map((_, r) => columns + count + r), values: share.map((w) => w * count), lower: least * count, upper: Infinity },
        ...posts.filter((j) => decided[j] === CHOSEN).map((j) => ({ columns: [j], lower: 1, upper: Infinity })),
      ];
      let whole = false;
      for (let round = 0; ; round++) {
        whole ||= round === ROUNDS;
        const { status, columns: found } = solveProgram(highs, { cost, upper, whole: whole ? columns : 0, rows: [...rows, ...own] }, { timeLimit: Math.max(0.01, left()), distinct: SHORT / 10 });
        if (status === "infeasible") return "known";
        if (status === "stopped" || !found) return "late";
        const distance = cost.reduce((sum, c, k) => sum + c * found[k], 0);
        if (distance >= known.meanDistance - SHORT) return "known";
        const posted = whole ? found.map(Math.round) : found;
        const broken = demand.filter((_, r) => cut(r, posted, found[columns + r])).length;
        if (broken > 0) continue;
        if (whole) return Uint32Array.from(posts.flatMap((post) => Array.from({ length: posted[post] }, () => post)));
        whole = true;
      }
    },
  };
}
