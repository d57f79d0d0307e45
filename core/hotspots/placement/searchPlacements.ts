// The search for the best set of hexagons: annealing of all of them, then of one neighbourhood after the other.

import type { Hexagon } from "../../geo/types.ts";
import type { Random } from "../../stats/random.ts";
import type { Clearance } from "./clearance.ts";
import type { PlacementPool } from "./placementPool.ts";
import type { PlacementProblem } from "./placementProblem.ts";
import { type Annealing, createPlacementSearch } from "./placementSearch.ts";

export interface SearchOptions {
  /** Asked now and then; true ends the search with the best so far. */
  readonly stop: () => boolean;
  /** Share of the rounds done, and the best so far. */
  readonly onRound: (done: number, hexagons: readonly Hexagon[]) => void;
}

/** Moves for each hexagon: of the first annealing, and of one round. */
const FIRST_MOVES = 20_000, ROUND_MOVES = 5000;
/** Rounds for each hexagon. */
const ROUNDS = 10;
/** Radius of a neighbourhood from, to, sides. */
const LEAST_RADIUS = 2.5, MOST_RADIUS = 7.5;
/** Temperatures as shares of a mean hexagon's weight. */
const HOT = 0.05, COLD = 0.003;
/** Of the rounds, this share may jump anywhere; the others in their neighbourhood. */
const ANYWHERE = 0.3;

/**
 * A round frees the hexagons about one of them, those not placed, and one of the weakest, which can so change its quarter.
 * Rounds, not clocks, decide what is tried: the same seed gives the same set unless `stop` ends it.
 * @param start - a set that breaks no rule: the answer is never worse
 */
export function searchPlacements(
  problem: PlacementProblem, clearance: Clearance, pool: PlacementPool, start: readonly Hexagon[], random: Random, { stop, onRound }: SearchOptions,
): Hexagon[] {
  const { k, side } = problem;
  const search = createPlacementSearch(problem, clearance, pool, start, random);
  const { x, y, weight } = search;
  const all = Array.from({ length: k }, (_, i) => i);
  const anywhere = Uint32Array.from(pool.x.keys());
  const temperatures: Pick<Annealing, "hot" | "cold" | "stop"> = { hot: HOT, cold: COLD, stop };
  search.anneal({ ...temperatures, active: all, places: anywhere, moves: FIRST_MOVES * k });
  const rounds = ROUNDS * k;
  for (let round = 0; round < rounds && !stop(); round++) {
    onRound(round / rounds, search.hexagons());
    const middle = random.integer(k);
    const radius = side * (LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * random.uniform());
    const within = (px: number, py: number, far: number): boolean => (px - x[middle]) ** 2 + (py - y[middle]) ** 2 < far * far;
    const active = all.filter((i) => weight[i] === 0 || within(x[i], y[i], radius));
    const others = all.filter((i) => !active.includes(i));
    if (others.length > 0) active.push(weakest(others, weight, random));
    const places = random.uniform() < ANYWHERE ? anywhere : anywhere.filter((place) => within(pool.x[place], pool.y[place], radius + side));
    search.anneal({ ...temperatures, active, places, moves: ROUND_MOVES * active.length });
  }
  return search.hexagons();
}

/** The one of least weight after each is changed a little at random. */
function weakest(among: readonly number[], weight: Float64Array, random: Random): number {
  const changed = among.map((i) => weight[i] * (0.7 + 0.6 * random.uniform()));
  return among[changed.indexOf(Math.min(...changed))];
}
