// Maximal covering to proven optimality or a stated gap: reductions, search, a Lagrangian bound, fixing, search again, branch and cut.

import type { JobContext } from "../../job.ts";
import { createRandom } from "../../stats/random.ts";
import { exactSum } from "../exactSum.ts";
import { keepsLimits } from "../posting/limits.ts";
import { createCoveringAnnealing } from "./annealCovering.ts";
import { coveringBound } from "./coveringBound.ts";
import { type CoveringProblem, reduceCovering } from "./coveringReduction.ts";
import { createCoveringSearch } from "./coveringSearch.ts";
import { setOf } from "./coverSets.ts";
import { proveCovering } from "./proveCovering.ts";
import { searchCovering } from "./searchCovering.ts";

export interface SolvedCovering {
  /** Posts, ascending; one stands as often as it has vehicles. */
  readonly chosen: Uint32Array;
  readonly covered: number;
  /** No allocation covers more weight. */
  readonly bound: number;
  readonly proven: boolean;
  /** Merged demand points and posts that the reductions left, and the nodes of branch and cut. */
  readonly problem: { readonly demand: number; readonly sites: number; readonly nodes: number };
}

export interface CoveringOptions {
  /** Stop when (bound − covered) / bound is no more; 0, asking for proven optimality, where absent. */
  readonly gap?: number;
  /** s; then the best found stands, with the bound that was proved. */
  readonly timeLimit?: number;
  /** Posts to begin from, e.g. of the slot before; need not keep the limits. */
  readonly start?: ArrayLike<number>;
  /** Told the best allocation and the bound so far, each time that one of them is better. */
  onBetter?(found: SolvedCovering): void;
}

/** Moves of the first search: enough for a bound that proves easy problems at once. */
const FIRST = 500_000;
/** Most searches after it, and the share of the bound from which on a gap is wide. */
const [SEARCHES, WIDE] = [5, 0.005];

/**
 * A post is fixed out where no allocation that uses it can be better than the best known. The answer does not depend on the clock
 * unless the time limit cuts it short.
 */
export async function solveCovering(problem: CoveringProblem, { gap = 0, timeLimit = Infinity, start = [], onBetter }: CoveringOptions, context: JobContext): Promise<SolvedCovering> {
  const began = context.elapsed();
  const left = (): number => began + timeLimit - context.elapsed();
  const { weight } = problem;
  const total = exactSum(weight);
  // Whole weights add up to whole numbers: one more is the least that a better allocation covers.
  const distinct = weight.every(Number.isInteger) ? 1 - 1e-6 : total * 1e-12;
  const reduced = reduceCovering(problem);
  const size = { demand: reduced.problem.weight.length, sites: reduced.posts.length };
  let best: Uint32Array = new Uint32Array(), covered = -Infinity, bound = exactSum(reduced.problem.weight) + reduced.coveredWeight;

  const say = (): void => {
    const share = (value: number): string => `${((100 * value) / (total || 1)).toFixed(2)} %`;
    context.progress(covered / (bound || 1), `${share(covered)} covered, no allocation covers more than ${share(bound)}`);
  };
  const answer = (nodes: number): SolvedCovering => {
    const proven = bound < covered + distinct;
    return { chosen: best, covered, bound: proven ? covered : bound, proven, problem: { ...size, nodes } };
  };
  const close = (): boolean => bound < covered + distinct || bound - covered <= gap * bound;
  const lower = (proved: number): void => {
    const lowest = Math.max(covered, Math.min(bound, distinct > 0.5 ? Math.floor(proved + 1e-6) : proved));
    if (lowest < bound) {
      bound = lowest;
      onBetter?.(answer(0));
    }
    say();
  };
  /** Keeps an allocation of some of the posts where it is better; the settled ones come on top. */
  const keep = (posts: Uint32Array, chosen: readonly number[]): void => {
    const allocation = withoutIdle(problem, Uint32Array.from([...chosen.map((k) => posts[k]), ...reduced.settled]).sort());
    const value = coveredWeight(problem, allocation);
    if (value <= covered) return;
    [best, covered] = [allocation, value];
    onBetter?.(answer(0));
    say();
  };
  /** Where the best known stands among these posts. */
  const within = (posts: Uint32Array): number[] => {
    const places = new Map(Array.from(posts, (post, k) => [post, k]));
    return Array.from(best).flatMap((post) => places.get(post) ?? []);
  };

  const random = createRandom("maximal covering");
  const search = createCoveringSearch(reduced.problem);
  best = Uint32Array.from(start);
  search.begin(within(reduced.posts));
  keep(reduced.posts, search.posts());
  if (close() || left() <= 0) return answer(0);
  keep(reduced.posts, createCoveringAnnealing(reduced.problem).from(search.posts(), FIRST, random));
  const relaxed = coveringBound(reduced.problem, covered - reduced.coveredWeight);
  lower(relaxed.bound + reduced.coveredWeight);
  if (close() || left() <= 0) return answer(0);

  /** What is left of the problem when posts that nothing better can use are out. */
  const narrow = (): ReturnType<typeof reduceCovering> => {
    const used = new Set(best);
    const open = Uint32Array.from(relaxed.using, (_, k) => k).filter((k) => relaxed.using[k] + reduced.coveredWeight >= covered + distinct || used.has(reduced.posts[k]));
    const narrowed = reduceCovering(reduced.problem, open);
    return { ...narrowed, posts: narrowed.posts.map((k) => reduced.posts[k]) };
  };
  // Branch and cut closes a small gap sooner than another search does; a wide one it hardly moves.
  for (let times = 0; times === 0 || (times < SEARCHES && bound - covered > WIDE * bound); times++) {
    const open = narrow();
    searchCovering(open.problem, within(open.posts), random, () => left() <= 0, (chosen) => keep(open.posts, chosen));
    if (close() || left() <= 0) return answer(0);
  }

  const last = narrow();
  const highs = await context.loadHighs();
  const proved = proveCovering(highs, last.problem, within(last.posts), {
    timeLimit: left(),
    distinct: Math.max(distinct, gap * covered),
    onProgress: (proof) => lower(proof + reduced.coveredWeight),
    onBetter: (chosen) => keep(last.posts, chosen),
  });
  keep(last.posts, proved.chosen);
  lower(proved.proven && gap === 0 ? covered : proved.bound + reduced.coveredWeight);
  return answer(proved.nodes);
}

function coveredWeight({ weight, covers }: CoveringProblem, chosen: Uint32Array): number {
  const covered = new Set<number>();
  for (const post of chosen) for (const i of setOf(covers, post)) covered.add(i);
  return exactSum(Float64Array.from([...covered].sort((a, b) => a - b), (i) => weight[i]));
}

/** Takes away vehicles that cover nothing that others do not, where the rules allow. */
function withoutIdle({ weight, covers, limits }: CoveringProblem, chosen: Uint32Array): Uint32Array {
  const times = new Uint32Array(weight.length);
  for (const post of chosen) for (const i of setOf(covers, post)) times[i]++;
  let kept = chosen;
  for (const post of chosen) {
    const own = setOf(covers, post);
    if (own.some((i) => weight[i] > 0 && times[i] === 1)) continue;
    const at = kept.indexOf(post);
    const rest = kept.filter((_, k) => k !== at);
    if (!keepsLimits(limits, rest)) continue;
    for (const i of own) times[i]--;
    kept = rest;
  }
  return kept;
}
