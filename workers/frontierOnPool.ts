// The trade-off curve of a fleet on all workers of the pool: weighted sums by bisection, then what lies between their solutions.

import { envelope, leastDistance, type WeightedBound } from "../core/patrol/frontier/envelope.ts";
import type { Frontier, FrontierRequest } from "../core/patrol/frontier/frontier.ts";
import { allAreLookedFor } from "../core/patrol/frontier/frontierBetween.ts";
import type { PostedTradeOff } from "../core/patrol/frontier/paretoSearch.ts";
import { convexPart, nondominated, type TradeOff } from "../core/patrol/frontier/tradeOff.ts";
import type { WeightedAllocation } from "../core/patrol/frontier/weightedAllocation.ts";
import { allocationValue } from "../core/patrol/posting/allocationValue.ts";
import { createPosting } from "../core/patrol/posting/createPosting.ts";
import { postsOf, sitesOf } from "../core/patrol/posting/postsOf.ts";
import type { JobPool, RunOptions } from "./pool.ts";
import { progressParts } from "./progressParts.ts";
import { runSideBySide } from "./runSideBySide.ts";

interface Known extends PostedTradeOff {
  /** Proved optimal for a weighing in which both measures count, so that nothing dominates it. */
  readonly efficient: boolean;
  readonly multipliers?: Float64Array;
}

/** A round halves what it looks at; the chords that are left then stay as they are. */
const MOST_ROUNDS = 8;

/**
 * First the solutions of all weighings of the two measures that differ (Aneja and Nair 1979): each is a p-median with a proved
 * bound, and the bounds together are an envelope that no allocation is below. Then what lies between neighbours of these: on
 * small problems all there is, on large ones the best that exchanges of vehicles lead to.
 * @throws InputError for rules that no allocation can keep, DOMException "AbortError" when cancelled
 */
export async function frontierOnPool(pool: JobPool, request: FrontierRequest, options: RunOptions = {}): Promise<Frontier> {
  const { params, radius, timeLimit } = request;
  const posting = createPosting(params, radius);
  const { limits, totalWeight } = posting;
  const small = allAreLookedFor(posting);
  const gap = small ? 0 : request.gap;
  const { weight: _weight, ...ground } = params;
  const bounds: WeightedBound[] = [];
  const known = ({ proven, ...found }: WeightedAllocation): Known => ({ ...found, efficient: proven });
  const asked = (penalty: number, start?: Known) => ({ ...params, radius, penalty, gap, timeLimit, start: start?.posts, multipliers: start?.multipliers });

  const [nearest, { slots: [covering] }] = await Promise.all([
    pool.run("weightedAllocation", asked(0), progressParts(options, 0, 0.15)),
    pool.run("allocateSlots", { ...ground, surfaces: params.weight, objective: "coverage", radius, gap, timeLimit }, { signal: options.signal }),
  ]);
  bounds.push({ penalty: 0, bound: nearest.bound });
  const { coverage, meanDistance } = allocationValue(posting, covering, radius);
  let found: Known[] = nondominated([{ ...known(nearest), efficient: false }, { posts: postsOf(limits, covering), coverage, meanDistance, efficient: false }]);
  const mostCovered = totalWeight > 0 ? Math.min(1, covering.bound / totalWeight) : 0;
  const tell = (points: readonly PostedTradeOff[], exact: boolean): Frontier => {
    const efficient = new Set<PostedTradeOff>(found.filter((each) => each.efficient));
    const supported = new Set(convexPart(points));
    return {
      points: points.map((point) => {
        const proven = exact || efficient.has(point);
        const slack = proven ? 0 : Math.max(0, point.meanDistance - leastDistance(bounds, point.coverage));
        return { ...sitesOf(limits, point.posts), coverage: point.coverage, meanDistance: point.meanDistance, supported: supported.has(point), proven, slack };
      }),
      envelope: envelope(bounds, points[0].coverage, Math.max(points[points.length - 1].coverage, mostCovered)),
      exact,
    };
  };

  const tried = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chords = pairs(convexPart(found)).filter(([a, b]) => !tried.has(chordKey(a, b)) && mayBend(a, b, bounds, gap));
    if (chords.length === 0) break;
    for (const [a, b] of chords) tried.add(chordKey(a, b));
    const part = progressParts(options, 0.15 + (0.35 * round) / MOST_ROUNDS, 0.15 + (0.35 * (round + 1)) / MOST_ROUNDS);
    const solved = await runSideBySide(pool, "weightedAllocation", chords.map(([a, b]) => asked(slope(a, b), a)), part);
    chords.forEach(([a, b], c) => bounds.push({ penalty: slope(a, b), bound: solved[c].bound }));
    found = nondominated([...solved.map(known), ...found]);
    options.onFound?.(tell(found, false));
  }

  const ends = pairs(convexPart(found));
  const between = await runSideBySide(pool, "frontierBetween", ends.map(([a, b]) => ({ ...params, radius, nearest: a.posts, covering: b.posts, timeLimit })), progressParts(options, 0.5, 1));
  // What is proved stays itself among its equals.
  const points = nondominated<PostedTradeOff>([...found, ...between.flatMap((part) => part.points)]);
  return tell(points, small && nearest.proven && covering.proven && between.every(({ exact }) => exact));
}

const pairs = <T>(points: readonly T[]): (readonly [T, T])[] => points.slice(1).map((point, i) => [points[i], point]);
const chordKey = (a: TradeOff, b: TradeOff): string => `${a.coverage} ${b.coverage}`;

/** The penalty, m, for which both ends are as good as each other. */
const slope = (a: TradeOff, b: TradeOff): number => (b.meanDistance - a.meanDistance) / (b.coverage - a.coverage);

/** Whether the bounds leave room below the chord for more than they lie below their own solutions, and as much again. */
function mayBend(a: TradeOff, b: TradeOff, bounds: readonly WeightedBound[], gap: number): boolean {
  const penalty = slope(a, b);
  const weighed = ({ coverage, meanDistance }: TradeOff): number => meanDistance + penalty * (1 - coverage);
  const least = Math.min(...envelope(bounds, a.coverage, b.coverage).map(weighed));
  return weighed(a) - least > Math.max(2 * gap, 1e-9) * weighed(a);
}
