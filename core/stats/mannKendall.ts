// Mann-Kendall: does a series rise or fall, whatever the form of the trend?

import { twoSidedP } from "./normalTail.ts";
import { quantile } from "./quantile.ts";

export interface MannKendall {
  /** Pairs in which the later value is larger, less those in which it is smaller. */
  readonly s: number;
  /** Kendall's tau-b, from -1 to 1; 0 where nothing varies. */
  readonly tau: number;
  /** With the correction for ties, and for continuity. */
  readonly z: number;
  /** Two-sided, by the normal distribution. */
  readonly p: number;
  /** Sen's slope: the median over all pairs, in units of the values per unit of time. */
  readonly slope: number;
}

/** One series, or one of a season: values at rising times. */
export interface Series {
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/**
 * S = Σ sign(x_j − x_i) over i < j, Var S = (n (n − 1)(2n + 5) − Σ t (t − 1)(2t + 5)) / 18 with t the sizes of the groups of ties,
 * z = (S ∓ 1) / √Var S (Mann 1945; Kendall 1975). With several series S and Var S are summed, and pairs are formed within a
 * series only: the seasonal test of Hirsch, Slack and Smith (1982), which takes the seasons for independent.
 * @param seasons - one series; or one for each calendar month, so that the seasons cannot pass for a trend
 */
export function mannKendall(seasons: readonly Series[]): MannKendall {
  let s = 0, variance = 0, pairs = 0, untied = 0;
  const slopes: number[] = [];
  for (const { times, values } of seasons) {
    const n = values.length;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        s += Math.sign(values[j] - values[i]);
        slopes.push((values[j] - values[i]) / (times[j] - times[i]));
      }
    }
    const groups = tieSizes(values);
    const all = (n * (n - 1)) / 2;
    pairs += all;
    untied += all - groups.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
    variance += (spread(n) - groups.reduce((sum, t) => sum + spread(t), 0)) / 18;
  }
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0;
  return {
    s,
    tau: untied > 0 ? s / Math.sqrt(pairs * untied) : 0,
    z,
    p: twoSidedP(z),
    slope: slopes.length > 0 ? quantile(slopes.sort((a, b) => a - b), 0.5) : 0,
  };
}

const spread = (n: number): number => n * (n - 1) * (2 * n + 5);

function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}
