// The search for the best set of hexagons: several annealings, each improved one neighbourhood after the other, and what they make together.

import type { Hexagon } from "../../geo/types.ts";
import type { Random } from "../../stats/random.ts";
import type { Clearance } from "./clearance.ts";
import { createPairRule } from "./pairRule.ts";
import { combineSets, copyOf, hexagonsOf, type PlacedSet, putInto } from "./placedSet.ts";
import type { PlacementPool } from "./placementPool.ts";
import type { PlacementProblem } from "./placementProblem.ts";
import { createPlacementSearch } from "./placementSearch.ts";

export interface SearchOptions {
  /** Asked now and then; true ends the search with the best so far. */
  readonly stop: () => boolean;
  /** Share of the steps done. */
  readonly onStep: (done: number) => void;
  readonly onBetter: (hexagons: readonly Hexagon[]) => void;
}

/** Annealings from the start, each followed by so many rounds for each hexagon; and rounds on the best at the end. */
const STARTS = 8, ROUNDS = 1, LAST_ROUNDS = 3;
/** Moves for each hexagon: of an annealing of all, and of one round. */
const FIRST_MOVES = 20_000, ROUND_MOVES = 5000;
/** Radius of a neighbourhood from, to, sides. */
const LEAST_RADIUS = 2.5, MOST_RADIUS = 7.5;
/** Temperatures as shares of a mean hexagon's weight: hot enough that a dense quarter is arranged anew. */
const HOT = 0.15, COLD = 0.003;
/** Of the rounds, this share may jump anywhere; the others in their neighbourhood. */
const ANYWHERE = 0.3;

/**
 * A round frees the hexagons about one of them, those not placed, and one of the weakest, which can so change its quarter, anneals
 * them, and keeps what is better. A dense quarter that once settled seldom changes: hence several starts, of which the best quarters
 * are combined. Rounds, not clocks, decide what is tried: the same seed gives the same set unless `stop` ends it.
 * @param start - a set that breaks no rule: the answer is never worse
 */
export function searchPlacements(
  problem: PlacementProblem, clearance: Clearance, pool: PlacementPool, start: readonly Hexagon[], random: Random, { stop, onStep, onBetter }: SearchOptions,
): Hexagon[] {
  const { k, side, buffer } = problem;
  const rule = createPairRule(side, 2 * buffer);
  const search = createPlacementSearch(problem, clearance, rule, pool, start, random);
  const first = copyOf(search.set), best = copyOf(search.set);
  const all = Array.from({ length: k }, (_, i) => i);
  const anywhere = Uint32Array.from(pool.x.keys());
  const steps = STARTS * (1 + ROUNDS * k) + LAST_ROUNDS * k;
  let step = 0, most = 0;

  /** Anneals, and combines the outcome with the set it came from. */
  function improve(set: PlacedSet, active: readonly number[], places: Uint32Array, moves: number): void {
    putInto(search.set, set);
    search.anneal({ active, places, moves: moves * active.length, hot: HOT, cold: COLD, stop });
    combineSets(set, search.set, rule);
    onStep(++step / steps);
  }

  function rounds(set: PlacedSet, count: number): void {
    for (let round = 0; round < count && !stop(); round++) {
      const { x, y, weight } = set;
      const middle = random.integer(k);
      const radius = side * (LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * random.uniform());
      const within = (px: number, py: number, far: number): boolean => (px - x[middle]) ** 2 + (py - y[middle]) ** 2 < far * far;
      const isActive = (i: number): boolean => weight[i] === 0 || within(x[i], y[i], radius);
      const active = all.filter(isActive), others = all.filter((i) => !isActive(i));
      if (others.length > 0) active.push(weakest(others, weight, random));
      const places = random.uniform() < ANYWHERE ? anywhere : anywhere.filter((place) => within(pool.x[place], pool.y[place], radius + side));
      improve(set, active, places, ROUND_MOVES);
      tell(set);
    }
  }

  function tell(set: PlacedSet): void {
    const sum = set.weight.reduce((total, weight) => total + weight, 0);
    if (sum <= most) return;
    most = sum;
    onBetter(hexagonsOf(set, side));
  }

  for (let line = 0; line < STARTS && !stop(); line++) {
    const set = copyOf(first);
    improve(set, all, anywhere, FIRST_MOVES);
    rounds(set, ROUNDS * k);
    combineSets(best, set, rule);
    tell(best);
  }
  rounds(best, LAST_ROUNDS * k);
  return hexagonsOf(best, side);
}

/** The one of least weight after each is changed a little at random. */
function weakest(among: readonly number[], weight: Float64Array, random: Random): number {
  const changed = among.map((i) => weight[i] * (0.7 + 0.6 * random.uniform()));
  return among[changed.indexOf(Math.min(...changed))];
}
