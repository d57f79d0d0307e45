// The exact distribution of a 2 × 2 table with its margins given: Fisher's test, and the odds ratio that it makes likeliest.

import { logGamma } from "./logGamma.ts";
import { rootOf } from "./rootOf.ts";

export interface FisherExact {
  /** The probability of all tables that are not likelier than the one seen. */
  readonly twoSided: number;
  /** P(X ≤ a) and P(X ≥ a) where the odds ratio is 1. */
  readonly less: number;
  readonly greater: number;
  /** The conditional maximum-likelihood estimate: E(X) = a. 0 or Infinity where a is at its limit. */
  readonly oddsRatio: number;
  /** P(X ≥ a) and P(X ≤ a) are level / 2 there; from 0, to Infinity. */
  readonly low: number;
  readonly high: number;
}

/** Tables this close in probability count as equally likely, as in R. */
const ALIKE = 1 + 1e-7;

/**
 * Fisher's noncentral hypergeometric distribution of a: P(a) ∝ C(n₁, a) C(n₂, m − a) ωᵃ, ω the odds ratio (R: fisher.test).
 * @param a - of n₁ in the first row, and c of n₂ in the second; m = a + c
 * @param level - of the interval's two tails together: 0.05 for 95 %
 */
export function fisherExact(a: number, n1: number, c: number, n2: number, level: number): FisherExact {
  const m = a + c;
  const first = Math.max(0, m - n2), last = Math.min(n1, m);
  const logs = Float64Array.from({ length: last - first + 1 }, (_, i) => logChoose(n1, first + i) + logChoose(n2, m - first - i));
  const at = a - first;
  const p = shares(logs, 0);
  const sum = (values: Float64Array, from: number, to: number): number => values.subarray(from, to).reduce((total, value) => total + value, 0);
  const most = (logOdds: number): number => sum(shares(logs, logOdds), 0, at + 1);
  const least = (logOdds: number): number => sum(shares(logs, logOdds), at, logs.length);
  const mean = (logOdds: number): number => shares(logs, logOdds).reduce((total, share, i) => total + share * i, 0);
  const oddsWhere = (f: (logOdds: number) => number): number => Math.exp(rootOf(f, -REACH, REACH));
  const lowest = a === first, highest = a === last;
  return {
    twoSided: Math.min(1, p.reduce((total, share) => total + (share <= p[at] * ALIKE ? share : 0), 0)),
    less: Math.min(1, sum(p, 0, at + 1)),
    greater: Math.min(1, sum(p, at, p.length)),
    oddsRatio: lowest ? 0 : highest ? Infinity : oddsWhere((logOdds) => mean(logOdds) - at),
    low: lowest ? 0 : oddsWhere((logOdds) => least(logOdds) - level / 2),
    high: highest ? Infinity : oddsWhere((logOdds) => most(logOdds) - level / 2),
  };
}

/** Of log odds ratios: beyond any that a table of counts below 2³² can show. */
const REACH = 60;

/** exp(log + i · logOdds), to sum 1. */
function shares(logs: Float64Array, logOdds: number): Float64Array {
  const tilted = logs.map((log, i) => log + i * logOdds);
  const top = tilted.reduce((a, b) => Math.max(a, b));
  const weights = tilted.map((log) => Math.exp(log - top));
  const total = weights.reduce((a, b) => a + b);
  return weights.map((weight) => weight / total);
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
