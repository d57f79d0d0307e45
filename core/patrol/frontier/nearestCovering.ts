// The nearest allocation that covers at least so much, to its proof: the step of the exact trade-off curve.

import type { Highs } from "highs";
import { limitRows, postCapacity } from "../posting/limitRows.ts";
import type { TradeOffModel } from "./tradeOffModel.ts";

export interface NearestCovering {
  /**
   * @param least - share of the demand to cover
   * @param start - posts that do, to begin from
   * @param left - seconds that are left, asked before each model
   * @returns posts; "none" where no allocation covers so much, "late" where the seconds were not enough
   */
  solve(least: number, start: ArrayLike<number> | undefined, left: () => number): Uint32Array | "none" | "late";
}

/** A cut is broken where the model's distance is short by more than this, m. */
const SHORT = 1e-6;
/** Rounds of cuts from fractional solutions, before the first proof. */
const ROUNDS = 12;

/**
 * min Σ w θ ÷ Σ w subject to Σ w z ≥ least Σ w, z_i ≤ Σ_{j covers i} y_j, the limits on y, and for demand i and any distance D
 * θ_i ≥ D − Σ_{j: c_ij < D} (D − c_ij) y_j:
 * the p-median without its demand × posts variables, by Benders' cuts (Duran-Mateluna, Ales and Elloumi 2023). Only cuts that a
 * solution breaks are added; they hold for every `least`, so they are kept.
 */
export function createNearestCovering({ posting: { weight, totalWeight, limits }, costs: { columns, values }, covers }: TradeOffModel, highs: Highs): NearestCovering {
  const demand = Array.from(weight.keys()).filter((i) => weight[i] > 0);
  const count = demand.length;
  const order = demand.map((i) => Uint32Array.from({ length: columns }, (_, j) => j).sort((a, b) => values[i * columns + a] - values[i * columns + b]));
  const share = demand.map((i) => weight[i] / totalWeight);
  const rows: { readonly at: number[]; readonly by: number[]; readonly lower: number; readonly upper: number }[] = [];
  for (const { posts, lower, upper } of limitRows(limits)) rows.push({ at: [...posts], by: posts.map(() => 1), lower, upper: upper === Infinity ? highs.infinity : upper });
  demand.forEach((i, r) => {
    const near = Array.from({ length: columns }, (_, j) => j).filter((j) => covers[i * columns + j] === 1);
    rows.push({ at: [...near, columns + count + r], by: [...near.map(() => 1), -1], lower: 0, upper: highs.infinity });
  });

  /** Of all cuts the one that asks most of θ_i at `posted`: D is the cost at which posts nearer than it add up to one vehicle. */
  const cut = (r: number, posted: Float64Array, theta: number): boolean => {
    const from = demand[r] * columns;
    let sum = 0, value = 0, last = 0;
    for (; last < columns; last++) {
      const y = posted[order[r][last]];
      if (sum + y >= 1 - 1e-9) break;
      sum += y;
      value += y * values[from + order[r][last]];
    }
    const height = values[from + order[r][Math.min(last, columns - 1)]];
    if (height * (1 - sum) + value <= theta + SHORT) return false;
    const nearer = Array.from(order[r].subarray(0, last)).filter((j) => values[from + j] < height);
    rows.push({ at: [...nearer, columns + r], by: [...nearer.map((j) => height - values[from + j]), 1], lower: height, upper: highs.infinity });
    return true;
  };

  const run = (least: number, whole: boolean, start: ArrayLike<number> | undefined, seconds: number): Float64Array | "none" | "late" => {
    const size = columns + 2 * count;
    // Weights of mean 1 keep tolerances, which are absolute, below any weight that matters.
    const covered = { at: share.map((_, r) => columns + count + r), by: share.map((w) => w * count), lower: least * count, upper: highs.infinity };
    const all = [...rows, covered];
    const starts = new Int32Array(all.length + 1);
    all.forEach(({ at }, r) => (starts[r + 1] = starts[r] + at.length));
    const model = highs.createModel({
      numCols: size,
      numRows: all.length,
      colCost: Float64Array.from({ length: size }, (_, c) => (c >= columns && c < columns + count ? share[c - columns] : 0)),
      colLower: new Float64Array(size),
      colUpper: Float64Array.from({ length: size }, (_, c) => (c < columns ? postCapacity(limits, c) : c < columns + count ? highs.infinity : 1)),
      rowLower: Float64Array.from(all, ({ lower }) => lower),
      rowUpper: Float64Array.from(all, ({ upper }) => upper),
      matrix: { format: "csr", numRows: all.length, numCols: size, starts, indices: Int32Array.from(all.flatMap(({ at }) => at)), values: Float64Array.from(all.flatMap(({ by }) => by)) },
      integrality: Int32Array.from({ length: size }, (_, c) => (whole && c < columns ? 1 : 0)),
    });
    try {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-7, time_limit: Math.max(0.01, seconds) });
      if (whole && start) {
        const first = new Float64Array(size);
        for (let k = 0; k < start.length; k++) first[start[k]] += 1;
        demand.forEach((i, r) => {
          first[columns + r] = order[r].reduce((near, j) => (first[j] > 0 ? Math.min(near, values[i * columns + j]) : near), Infinity);
          first[columns + count + r] = order[r].some((j) => first[j] > 0 && covers[i * columns + j] === 1) ? 1 : 0;
        });
        model.setSolution({ colValue: first });
      }
      model.run();
      const { optimal, infeasible } = highs.constants.modelStatus;
      const status = model.getModelStatus();
      if (status === infeasible) return "none";
      return status === optimal ? Float64Array.from(model.getSolution().colValue) : "late";
    } finally {
      model.dispose();
    }
  };

  /** Whether the cuts from fractional solutions are made. */
  let fractional = false;
  return {
    solve(least, start, left) {
      for (let round = 0; ; round++) {
        const whole = fractional || round >= ROUNDS;
        const found = run(least, whole, start, left());
        if (typeof found === "string") return found;
        const posted = whole ? found.map(Math.round) : found;
        const broken = demand.filter((_, r) => cut(r, posted, found[columns + r])).length;
        if (!whole) fractional ||= broken === 0 || round === ROUNDS - 1;
        else if (broken === 0) return postsOf(posted.subarray(0, columns));
      }
    },
  };
}

/** A post as often as it has vehicles. */
const postsOf = (posted: Float64Array): Uint32Array => Uint32Array.from(Array.from(posted).flatMap((vehicles, post) => Array.from({ length: vehicles }, () => post)));
