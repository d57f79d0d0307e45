// Closes what the bound leaves open: branches on posts, the node with the lowest bound first, each with its parent's multipliers.

import { fixPosts } from "./fixPosts.ts";
import { CHOSEN, CLOSED, FREE, type Lagrangian, type Multipliers } from "./lagrangian.ts";
import { type Ascent, copyMultipliers, raiseBound } from "./raiseBound.ts";
import type { MedianProblem } from "./solveMedian.ts";

interface Node {
  readonly bound: number;
  readonly decided: Uint8Array;
  readonly multipliers: Multipliers;
}

export interface Branching {
  /** No allocation with these decisions costs less; shared by all that is still open. */
  bound: number;
  nodes: number;
}

const STEPS = 60;

/**
 * @param target - nodes whose bound reaches it need no more work; it falls with the best allocation
 * @param offer - tries an allocation (posts), and says whether it keeps the rules
 * @param tick - after each node with the bound so far; true stops
 */
export function branchMedian(
  { weight, limits }: MedianProblem,
  demand: Uint32Array,
  lagrangian: Lagrangian,
  root: Omit<Node, "bound">,
  rootBound: number,
  target: () => number,
  offer: (posts: Uint32Array) => boolean,
  tick: (state: Branching) => boolean,
): Branching {
  const open: Node[] = [{ ...root, bound: rootBound }];
  let closed = Infinity; // the least bound of what needs no more work
  const state: Branching = { bound: rootBound, nodes: 0 };
  const use = new Float64Array(lagrangian.reduced.length);
  while (open.length > 0) {
    const node = takeLowest(open);
    if (node.bound >= target()) {
      closed = Math.min(closed, node.bound);
      continue;
    }
    const decided = node.decided;
    const ascent: Ascent = { bound: node.bound, best: copyMultipliers(node.multipliers), step: 0.5 };
    use.fill(0);
    raiseBound(lagrangian, weight, demand, ascent, decided, target(), STEPS, () => {
      for (const j of lagrangian.chosen()) use[j]++;
      return false;
    });
    state.nodes++;
    const bound = Math.max(ascent.bound, node.bound);
    lagrangian.evaluate(ascent.best, decided);
    const kept = offer(lagrangian.chosen());
    if (bound >= target()) closed = Math.min(closed, bound);
    else {
      fixPosts(lagrangian, limits.kindOf, limits.vehicles, decided, ascent.bound, target());
      const post = splitOn(decided, use);
      // Nothing is left to decide: the allocation itself says what it costs, or it breaks a rule that rows do not tell.
      if (post < 0) closed = Math.min(closed, kept ? target() : bound);
      else {
        for (const choice of [CLOSED, CHOSEN]) {
          const next = decided.slice();
          next[post] = choice;
          if (possible(next, limits.kindOf, limits.vehicles)) open.push({ bound, decided: next, multipliers: ascent.best });
        }
      }
    }
    state.bound = open.reduce((least, { bound: b }) => Math.min(least, b), closed);
    if (tick(state)) return state;
  }
  state.bound = closed;
  return state;
}

function takeLowest(open: Node[]): Node {
  let lowest = 0;
  for (let k = 1; k < open.length; k++) if (open[k].bound <= open[lowest].bound) lowest = k;
  return open.splice(lowest, 1)[0];
}

/** The free post whose use in the last steps was most undecided. */
function splitOn(decided: Uint8Array, use: Float64Array): number {
  let best = -1;
  for (let j = 0; j < use.length; j++) {
    if (decided[j] !== FREE) continue;
    if (best < 0 || Math.abs(use[j] - STEPS / 2) < Math.abs(use[best] - STEPS / 2)) best = j;
  }
  return best;
}

function possible(decided: Uint8Array, kindOf: Uint8Array, vehicles: Uint32Array): boolean {
  const used = new Uint32Array(vehicles.length);
  decided.forEach((what, j) => {
    if (what === CHOSEN) used[kindOf[j]]++;
  });
  return used.every((count, kind) => count <= vehicles[kind]);
}
