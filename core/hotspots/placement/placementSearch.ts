// Simulated annealing of a set of hexagons over continuous centres and turns.

import { normaliseRotation } from "../../geo/hexagon.ts";
import { buildPointIndex, type PointIndex } from "../../geo/pointIndex.ts";
import type { Hexagon } from "../../geo/types.ts";
import type { Random } from "../../stats/random.ts";
import type { Clearance } from "./clearance.ts";
import { createHexagonCounter } from "./hexagonCounter.ts";
import type { PairRule } from "./pairRule.ts";
import type { PlacedSet } from "./placedSet.ts";
import type { PlacementPool } from "./placementPool.ts";
import type { PlacementProblem } from "./placementProblem.ts";

export interface Annealing {
  /** Hexagons that may move; the others stay. */
  readonly active: readonly number[];
  /** Places of the pool that a hexagon may jump to. */
  readonly places: Uint32Array;
  readonly moves: number;
  /** Temperature at the start and at the end, falling geometrically, as shares of the mean weight of those that may move. */
  readonly hot: number;
  readonly cold: number;
  /** Asked now and then; true ends it. */
  readonly stop: () => boolean;
}

export interface PlacementSearch {
  /** The set as it is now; a caller may put another valid one in its place. */
  readonly set: PlacedSet;
  /** Changes the set, for the better or the worse. */
  anneal(annealing: Annealing): void;
}

/** Furthest step at the hot and at the cold end, sides. */
const FAR = 0.6, NEAR = 0.03;
/** This share of the moves at the hot end, and none at the cold end, are jumps to a place of the pool. */
const JUMPS = 0.3;
/** Of the other moves, this share take in a location less than so many sides outside; the rest step at random. */
const REACHES = 0.4, LONGEST_REACH = 0.6;
/** Of all moves, this share push aside what is in the way, by less than so many sides; the others take it away. */
const PUSHES = 0.8, LONGEST_PUSH = 0.5;
const MOVES_BETWEEN_STOPS = 2048;

/**
 * Kirkpatrick, Gelatt and Vecchi (1983): a move that loses d is taken with probability exp(-d ÷ temperature). A move puts one hexagon
 * elsewhere; what stands in its way is pushed aside where there is room, or taken away. No set on the way breaks a rule.
 *
 * @param start - a set that breaks no rule
 */
export function createPlacementSearch(
  problem: PlacementProblem, clearance: Clearance, rule: PairRule, pool: PlacementPool, start: readonly Hexagon[], random: Random,
): PlacementSearch {
  const { side, buffer, k, rotate } = problem;
  const index = searchIndex(problem);
  const count = createHexagonCounter(index, side);
  const near = (2 * side + 2 * buffer) ** 2, nearby = (1 + LONGEST_REACH) * side;
  const x = new Float64Array(k), y = new Float64Array(k), rotation = new Float64Array(k), weight = new Float64Array(k);
  start.forEach((hexagon, i) => {
    ({ x: x[i], y: y[i] } = hexagon.centre);
    rotation[i] = hexagon.rotation;
    weight[i] = count(x[i], y[i], rotation[i]);
  });
  const movable = new Uint8Array(k);
  // What stands in the way of a move, and where it is pushed to; weight 0: taken away.
  const inWay = new Int32Array(k), pushedX = new Float64Array(k), pushedY = new Float64Array(k), pushedWeight = new Float64Array(k);
  // The move that is proposed.
  let toX = 0, toY = 0, toRotation = 0;

  function jump(places: Uint32Array): void {
    const place = places[random.integer(places.length)];
    toX = pool.x[place];
    toY = pool.y[place];
    toRotation = pool.rotation[place];
  }

  function step(i: number, far: number): void {
    const what = random.uniform();
    const moves = !rotate || what < 0.8, turns = rotate && what > 0.4;
    const length = moves ? far * random.uniform() : 0, bearing = moves ? 2 * Math.PI * random.uniform() : 0;
    toX = x[i] + length * Math.cos(bearing);
    toY = y[i] + length * Math.sin(bearing);
    toRotation = turns ? normaliseRotation(rotation[i] + ((2 * random.uniform() - 1) * far) / side) : rotation[i];
  }

  /** The shortest way, edge by edge, to a random location nearby; false where it is inside already or too far. */
  function reach(i: number): boolean {
    const { originX, originY, cell, columns, rows, starts } = index;
    toX = x[i];
    toY = y[i];
    toRotation = rotation[i];
    const row = Math.floor((toY - originY + nearby * (2 * random.uniform() - 1)) / cell);
    const west = Math.max(0, Math.floor((toX - nearby - originX) / cell)), east = Math.min(columns - 1, Math.floor((toX + nearby - originX) / cell));
    if (row < 0 || row >= rows || west > east) return false;
    const from = starts[row * columns + west], to = starts[row * columns + east + 1];
    if (from >= to) return false;
    const location = from + random.integer(to - from);
    let moved = false;
    for (let edge = 0; edge < 6; edge++) {
      const angle = toRotation + Math.PI / 6 + (edge * Math.PI) / 3;
      const cos = Math.cos(angle), sin = Math.sin(angle);
      const outside = (index.x[location] - toX) * cos + (index.y[location] - toY) * sin - (Math.sqrt(3) / 2) * side;
      if (outside > LONGEST_REACH * side) return false;
      if (outside <= 0) continue;
      moved = true;
      toX += (outside + 1e-6) * cos;
      toY += (outside + 1e-6) * sin;
    }
    return moved;
  }

  /** Whether hexagon i is pushed out of the way of the move to where it is clear of everything else, `passed` ones where they are pushed to. */
  function push(i: number, mover: number, passed: number): boolean {
    rule.push(x[i] - toX, y[i] - toY, toRotation, rotation[i]);
    const px = toX + rule.pushedX, py = toY + rule.pushedY;
    if ((px - x[i]) ** 2 + (py - y[i]) ** 2 > (LONGEST_PUSH * side) ** 2 || !clearance.allows(px, py, rotation[i])) return false;
    for (let j = 0; j < k; j++) {
      if (j === i || j === mover || weight[j] === 0) continue;
      let dx = x[j] - px, dy = y[j] - py;
      for (let p = 0; p < passed; p++) {
        if (inWay[p] !== j) continue;
        dx = pushedWeight[j] > 0 ? pushedX[j] - px : Infinity;
        dy = pushedWeight[j] > 0 ? pushedY[j] - py : Infinity;
      }
      if (dx * dx + dy * dy < near && !rule.clear(dx, dy, rotation[i], rotation[j])) return false;
    }
    pushedX[i] = px;
    pushedY[i] = py;
    return true;
  }

  return {
    set: { x, y, rotation, weight },
    anneal({ active, places, moves, hot, cold, stop }) {
      movable.fill(0);
      for (const i of active) movable[i] = 1;
      const placed = active.filter((i) => weight[i] > 0);
      const mean = placed.reduce((sum, i) => sum + weight[i], 0) / Math.max(1, placed.length);
      for (let move = 0; move < moves && !(move % MOVES_BETWEEN_STOPS === 0 && stop()); move++) {
        const done = move / moves;
        const temperature = mean * hot * (cold / hot) ** done, far = side * FAR * (NEAR / FAR) ** done;
        const i = active[random.integer(active.length)];
        if (weight[i] === 0 || random.uniform() < JUMPS * (1 - done)) {
          if (places.length === 0) continue;
          jump(places);
        } else if (random.uniform() >= REACHES) step(i, far);
        else if (!reach(i)) continue;

        const pushes = random.uniform() < PUSHES;
        const least = temperature * Math.log(random.uniform()), gained = count(toX, toY, toRotation);
        let change = gained - weight[i];
        // What is in the way can only take from this.
        if (change < least || gained === 0 || !clearance.allows(toX, toY, toRotation)) continue;
        let passed = 0;
        for (let j = 0; j < k && change >= least; j++) {
          if (j === i || weight[j] === 0) continue;
          const dx = x[j] - toX, dy = y[j] - toY;
          if (dx * dx + dy * dy >= near || rule.clear(dx, dy, toRotation, rotation[j])) continue;
          if (!movable[j]) change = -Infinity;
          else {
            pushedWeight[j] = pushes && push(j, i, passed) ? count(pushedX[j], pushedY[j], rotation[j]) : 0;
            change += pushedWeight[j] - weight[j];
            inWay[passed++] = j;
          }
        }
        if (change < least) continue;
        for (let p = 0; p < passed; p++) {
          const j = inWay[p];
          weight[j] = pushedWeight[j];
          if (weight[j] === 0) continue;
          x[j] = pushedX[j];
          y[j] = pushedY[j];
        }
        x[i] = toX;
        y[i] = toY;
        rotation[i] = toRotation;
        weight[i] = gained;
      }
    },
  };
}

/** Cells of half a side at most: larger ones hold many locations that are not near. */
function searchIndex({ x, y, weight, side }: PlacementProblem): PointIndex {
  const index = buildPointIndex(x, y, weight);
  return index.cell > side / 2 ? buildPointIndex(x, y, weight, side / 2) : index;
}
