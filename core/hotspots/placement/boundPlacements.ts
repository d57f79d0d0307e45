// An upper bound on what any placement of k hexagons can hold, for continuous positions and rotations: a proof, not an estimate.

import type { JobContext } from "../../job.ts";
import { gapOf } from "../../patrol/posting/allocation.ts";
import { createBoxSearch, type BoxSearch } from "./boxSearch.ts";
import type { Placement, PlacementProblem } from "./placementProblem.ts";
import { createPriceSteps } from "./priceSteps.ts";

export interface PlacementBound {
  /** No allowed set of k hexagons holds more. */
  readonly bound: number;
}

export interface BoundOptions {
  /** s, from the call on. */
  readonly seconds: number;
  /** Enough where the incumbent is proved to be within this share of the bound. */
  readonly gap: number;
}

/** Half width of the finest boxes at the beginning and at the end, as shares of the side: 12 m and 10 cm for 150 m. */
const COARSE = 0.08, FINE = 1 / 1500;
/** The first rounds are coarser still, the first by this half width, so that a million places get a bound within the time too. */
const FIRST = 0.64;
/** Steps at the beginning and at the end, as shares of Polyak's. */
const LONG = 1, SHORT = 5e-3;
/** Bounds without a better one before going back to the best prices. */
const PATIENCE = 10;
/** Steps by familiar boxes between two bounds. */
const BETWEEN = 8;

/**
 * Two hexagons 2b apart cannot both be within b of one point p, so with a price π_p ≥ 0 on each of a set of points, and with
 * the squares of boxSearch, of each of which at most one hexagon is chosen, every allowed set S of at most k hexagons holds
 *   Σ_{H∈S} w(H) ≤ Σ_p π_p + Σ_{H∈S} (w(H) − Σ_{p within b of H} π_p) ≤ Σ_p π_p + the k greatest of max(0, v_j),
 * v_j the most that w(H) less its prices can be for a hexagon with its centre in square j: a Lagrangian relaxation of set
 * packing (Held, Wolfe and Crowder 1974). v_j is bounded from above over boxes of placements, so that nothing depends on a
 * grid of positions: prices on finitely many points and boxes of any size give a bound; better ones give a lower one.
 * Rounded sums are widened by 1e-9 of their size. Obstacles and the region rule out boxes in which no placement keeps to them.
 *
 * @returns the lowest bound found within the time, the floor of it where all weights are whole numbers; each lower one goes to `found`
 */
export async function boundPlacements(problem: PlacementProblem, incumbent: Placement, { seconds, gap }: BoundOptions, context: JobContext): Promise<PlacementBound> {
  const began = context.elapsed();
  if (!problem.weight.some((weight) => weight > 0)) return { bound: 0 };
  const whole = problem.weight.every(Number.isInteger);
  const search = createBoxSearch(problem);
  const steps = createPriceSteps(search);
  let lowest = Infinity, bound = Infinity, spent = 0, stalled = 0, round = 0;
  const isLate = (): boolean => context.elapsed() - began >= seconds;
  const contenders: number[] = [];
  let leaders: readonly number[] = [];
  for (;;) {
    steps.tell();
    // Both fall geometrically with time.
    const finest = problem.side * Math.max(COARSE * (FINE / COARSE) ** spent, FIRST / 2 ** round++), length = LONG * (SHORT / LONG) ** spent;
    // When time is over, boxes count as they are: looser, and a bound all the same.
    const offer = bestOffer(search, problem.k, () => (isLate() ? Infinity : finest), leaders, contenders);
    leaders = offer.squares;
    const here = (steps.total() + offer.worths.reduce((sum, worth) => sum + worth, 0)) * (1 + 1e-9);
    if (here < lowest) {
      if (here < lowest - 1e-4 * (lowest - incumbent.objective)) stalled = 0;
      lowest = here;
      bound = whole ? Math.floor(lowest + 1e-6) : lowest;
      steps.keep();
      context.found({ bound });
    } else if (++stalled >= PATIENCE) {
      stalled = 0;
      steps.back();
    }
    spent = seconds > 0 ? (context.elapsed() - began) / seconds : 1;
    const left = gapOf({ objective: incumbent.objective, bound, proven: false });
    if (spent >= 1 || left <= gap) break;
    context.progress(Math.min(1, spent), `Proving: at most ${bound.toLocaleString("en-GB")} inside, within ${(100 * left).toFixed(1)} %`);
    const fall = length * (lowest - incumbent.objective);
    // After going back, the offer is of other prices than these.
    if (stalled > 0 || here === lowest) steps.step(offer.boxes, fall);
    for (let i = 0; i < BETWEEN; i++) steps.step(familiarOffer(search, problem.k, contenders).boxes, fall);
  }
  context.progress(1);
  return { bound };
}

/** At most k boxes of different squares, the best first. */
interface Offer {
  readonly squares: number[];
  readonly boxes: number[];
  readonly worths: number[];
}

/** Puts a box into its place in the order; of k already there the last falls out. */
function enter(offer: Offer, k: number, square: number, box: number, worth: number): void {
  const { squares, boxes, worths } = offer;
  let i = Math.min(worths.length, k - 1);
  for (; i > 0 && worths[i - 1] < worth; i--) [worths[i], squares[i], boxes[i]] = [worths[i - 1], squares[i - 1], boxes[i - 1]];
  [worths[i], squares[i], boxes[i]] = [worth, square, box];
}

/**
 * The best offer there is, boxes being split as far as that takes.
 * @param finest - asked before each square: boxes with a half width of this or less are not split, m
 * @param before - squares to ask first, so that most others need no look
 * @param contenders - is filled with the squares that had to be looked at
 */
function bestOffer(search: BoxSearch, k: number, finest: () => number, before: readonly number[], contenders: number[]): Offer {
  const offer: Offer = { squares: [], boxes: [], worths: [] };
  contenders.length = 0;
  const ask = (square: number): void => {
    const enough = offer.worths.length === k ? offer.worths[k - 1] : 0;
    if (search.atMost(square) <= enough) return;
    contenders.push(square);
    const worth = search.best(square, enough, finest());
    if (worth > enough) enter(offer, k, square, search.top(square), worth);
  };
  const first = new Set(before);
  before.forEach(ask);
  for (let square = 0; square < search.squares; square++) if (!first.has(square)) ask(square);
  return offer;
}

/** The best of the boxes that were best before: quick, and good enough for the direction of a step. */
function familiarOffer(search: BoxSearch, k: number, contenders: readonly number[]): Offer {
  const offer: Offer = { squares: [], boxes: [], worths: [] };
  for (const square of contenders) {
    const found = search.familiar(square);
    if (found && found.worth > (offer.worths.length === k ? offer.worths[k - 1] : 0)) enter(offer, k, square, found.box, found.worth);
  }
  return offer;
}
