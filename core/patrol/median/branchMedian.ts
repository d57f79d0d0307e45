// Closes what the bound leaves open: branches on posts, the node with the lowest bound first, each with its parent's multipliers.

import type { Limits } from "../posting/limits.ts";
import { fixPosts } from "./fixPosts.ts";
import { CHOSEN, CLOSED, FREE, type Lagrangian, type Multipliers } from "./lagrangian.ts";
import { type Aim, type Ascent, copyMultipliers, raiseBound, type Sweep } from "./raiseBound.ts";

interface Node {
  readonly bound: number;
  readonly decided: Uint8Array;
  readonly multipliers: Multipliers;
}

export interface Branching {
  /** No allocation costs less than this, or than the target; Infinity when nothing is open. */
  readonly bound: number;
  readonly nodes: number;
}

const SWEEP: Sweep = { steps: 80, first: 2, last: 0.1 };

/**
 * @param aim - what costs the target or more need not be looked at; both fall with the best allocation
 * @param offer - tries an allocation (posts)
 * @param onNode - after each node; true stops
 */
export function branchMedian(lagrangian: Lagrangian, limits: Limits, root: Node, aim: () => Aim, offer: (posts: Uint32Array) => void, onNode: (state: Branching) => boolean): Branching {
  const open: Node[] = [root];
  const use = new Float64Array(lagrangian.reduced.length);
  let state: Branching = { bound: root.bound, nodes: 0 };
  while (open.length > 0) {
    const { bound, decided, multipliers } = takeLowest(open);
    if (bound >= aim().target) break; // as all others are
    const ascent: Ascent = { bound, best: copyMultipliers(multipliers) };
    use.fill(0);
    raiseBound(lagrangian, ascent, decided, aim(), SWEEP, () => {
      for (const j of lagrangian.chosen()) use[j]++;
      return false;
    });
    const here = lagrangian.evaluate(ascent.best, decided);
    offer(lagrangian.chosen());
    if (ascent.bound < aim().target) {
      fixPosts(lagrangian, limits, decided, here, aim().target);
      const post = splitOn(decided, use);
      // With nothing left to decide there is one allocation left, or none where it breaks a rule.
      if (post < 0) offer(Uint32Array.from(decided.keys()).filter((j) => decided[j] === CHOSEN));
      else {
        for (const choice of [CLOSED, CHOSEN]) {
          const next = decided.slice();
          next[post] = choice;
          if (fits(next, limits)) open.push({ bound: ascent.bound, decided: next, multipliers: ascent.best });
        }
      }
    }
    state = { bound: open.reduce((least, node) => Math.min(least, node.bound), Infinity), nodes: state.nodes + 1 };
    if (onNode(state)) return state;
  }
  return { ...state, bound: Infinity };
}

function takeLowest(open: Node[]): Node {
  let lowest = 0;
  for (let k = 1; k < open.length; k++) if (open[k].bound <= open[lowest].bound) lowest = k;
  return open.splice(lowest, 1)[0];
}

/** The free post whose use in the last steps was most undecided. */
function splitOn(decided: Uint8Array, use: Float64Array): number {
  const undecided = (j: number): number => Math.abs(use[j] - SWEEP.steps / 2);
  let best = -1;
  for (let j = 0; j < use.length; j++) if (decided[j] === FREE && (best < 0 || undecided(j) < undecided(best))) best = j;
  return best;
}

function fits(decided: Uint8Array, { kindOf, vehicles }: Limits): boolean {
  const left = Int32Array.from(vehicles);
  decided.forEach((what, j) => {
    if (what === CHOSEN) left[kindOf[j]]--;
  });
  return left.every((count) => count >= 0);
}
