// The exact distribution of a 2 × 2 table with its margins given: Fisher's test, and the odds ratio that it makes likeliest.

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
  const margins = { n1, n2, m: a + c };
  const { first, last } = support(margins);
  const p = chances(margins, 0, 1e-300);
  const at = (logOdds: number): Chances => chances(margins, logOdds, 1e-25);
  const most = (logOdds: number): number => sumOf(at(logOdds), (x) => x <= a);
  const least = (logOdds: number): number => sumOf(at(logOdds), (x) => x >= a);
  const seen = p.shares[a - p.from] ?? 0;
  const oddsWhere = (f: (logOdds: number) => number): number => Math.exp(rootOf(f, -REACH, REACH));
  return {
    twoSided: Math.min(1, sumOf(p, (x) => p.shares[x - p.from] <= seen * ALIKE)),
    less: Math.min(1, sumOf(p, (x) => x <= a)),
    greater: Math.min(1, sumOf(p, (x) => x >= a)),
    oddsRatio: a === first ? 0 : a === last ? Infinity : oddsWhere((logOdds) => meanOf(at(logOdds)) - a),
    low: a === first ? 0 : oddsWhere((logOdds) => least(logOdds) - level / 2),
    high: a === last ? Infinity : oddsWhere((logOdds) => most(logOdds) - level / 2),
  };
}

/** Of log odds ratios: beyond any that a table of counts below 2³² can show. */
const REACH = 60;

interface Margins {
  readonly n1: number;
  readonly n2: number;
  readonly m: number;
}

/** Probabilities of the counts from `from` on, to sum 1. */
interface Chances {
  readonly from: number;
  readonly shares: Float64Array;
}

const support = ({ n1, n2, m }: Margins): { readonly first: number; readonly last: number } => ({ first: Math.max(0, m - n2), last: Math.min(n1, m) });

/** From the likeliest count outwards by P(x + 1) / P(x) = ω (n₁ − x)(m − x) / ((x + 1)(n₂ − m + x + 1)), until a count has `least` of its probability: some standard deviations, however large the table. */
function chances(margins: Margins, logOdds: number, least: number): Chances {
  const { n1, n2, m } = margins;
  const { first, last } = support(margins);
  const odds = Math.exp(logOdds);
  const ratio = (x: number): number => (odds * (n1 - x) * (m - x)) / ((x + 1) * (n2 - m + x + 1));
  // The ratio falls with x: the likeliest count is the first from which it is at most 1.
  let low = first, mode = last;
  while (low < mode) {
    const middle = Math.floor((low + mode) / 2);
    if (ratio(middle) <= 1) mode = middle;
    else low = middle + 1;
  }
  const below: number[] = [], above: number[] = [];
  for (let x = mode, w = 1; x > first && (w /= ratio(x - 1)) > least; x--) below.push(w);
  for (let x = mode, w = 1; x < last && (w *= ratio(x)) > least; x++) above.push(w);
  const shares = Float64Array.from([...below.reverse(), 1, ...above]);
  const total = shares.reduce((sum, w) => sum + w, 0);
  return { from: mode - below.length, shares: shares.map((w) => w / total) };
}

const sumOf = ({ from, shares }: Chances, among: (x: number) => boolean): number => shares.reduce((sum, share, i) => sum + (among(from + i) ? share : 0), 0);

const meanOf = ({ from, shares }: Chances): number => from + shares.reduce((sum, share, i) => sum + share * i, 0);
