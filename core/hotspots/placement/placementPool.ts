// Places worth a try: where a hexagon on a fine grid of centres and turns holds more than its neighbours on the grid.

import { normaliseRotation } from "../../geo/hexagon.ts";
import { type Locations, mergeStacks } from "../../geo/mergeStacks.ts";
import { buildPointIndex } from "../../geo/pointIndex.ts";
import type { Clearance } from "./clearance.ts";
import type { PlacementProblem } from "./placementProblem.ts";

/** Columns of one value a place, those near each other together; m and radians. */
export interface PlacementPool {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rotation: Float64Array;
  readonly weight: Float64Array;
}

/** Grid steps for each side (10 m for 150 m), turns in the sixth after which a hexagon looks the same, steps across a block. */
const STEPS = 15;
const TURNS = 12;
const BLOCK = 64;

/** More locations than this are gathered on a grid of two steps: then a place's weight is nearly what it holds. */
const MOST_LOCATIONS = 100_000;

/**
 * Every location adds its weight to all centres whose hexagon holds it (a hexagon about the location, since a hexagon is its own mirror
 * image): row by row a difference at either end of the run, then sums along the rows. So each grid centre gets the exact weight
 * inside, in time that does not depend on how much a hexagon holds.
 * @param least - only places that hold at least this much; above 0
 */
export function placementPool(problem: PlacementProblem, clearance: Clearance, least: number): PlacementPool {
  const { side, rotate, rotation } = problem;
  const step = side / STEPS, block = BLOCK * step;
  const gathered = gatheredOn(2 * step, problem);
  const index = buildPointIndex(gathered.x, gathered.y, gathered.weight, block);
  const { originX, originY, cell, columns, rows, starts, x, y, weight } = index;
  const found = { x: [] as number[], y: [] as number[], rotation: [] as number[], weight: [] as number[] };
  const turns = Array.from({ length: rotate ? TURNS : 1 }, (_, k) => normaliseRotation(rotation + (k * Math.PI) / 3 / TURNS));
  const edges = turns.map((turn) => [1, 3, 5].map((sixth) => ({ across: Math.cos(turn + (sixth * Math.PI) / 6), up: Math.sin(turn + (sixth * Math.PI) / 6) })));
  // A block's centres and one more on each side, to compare with.
  const size = BLOCK + 2, stride = size + 1;
  const fields = turns.map(() => new Float64Array(size * stride));
  const blocksAcross = Math.ceil((columns * cell + 2 * side) / block), blocksUp = Math.ceil((rows * cell + 2 * side) / block);
  const near: number[] = [];
  for (let b = 0; b < blocksAcross * blocksUp; b++) {
    const west = originX - side + (b % blocksAcross) * block - step, south = originY - side + Math.floor(b / blocksAcross) * block - step;
    const east = west + (size - 1) * step, north = south + (size - 1) * step;
    near.length = 0;
    let sum = 0;
    const first = Math.max(0, Math.floor((west - side - originX) / cell)), last = Math.min(columns - 1, Math.floor((east + side - originX) / cell));
    const bottom = Math.max(0, Math.floor((south - side - originY) / cell)), top = Math.min(rows - 1, Math.floor((north + side - originY) / cell));
    for (let row = bottom; row <= top && first <= last; row++) {
      for (let i = starts[row * columns + first], to = starts[row * columns + last + 1]; i < to; i++) {
        if (x[i] < west - side || x[i] > east + side || y[i] < south - side || y[i] > north + side) continue;
        near.push(i);
        sum += weight[i];
      }
    }
    if (sum < least) continue;
    turns.forEach((_, t) => {
      const field = fields[t].fill(0);
      for (const i of near) spread(field, (x[i] - west) / step, (y[i] - south) / step, weight[i], edges[t]);
      for (let row = 0; row < size; row++) {
        for (let column = 1; column < size; column++) field[row * stride + column] += field[row * stride + column - 1];
      }
    });
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const k = row * stride + column, atX = west + column * step, atY = south + row * step;
        let clear: ReturnType<Clearance["about"]> | undefined;
        for (let t = 0; t < turns.length; t++) {
          if (fields[t][k] >= least) clear ??= clearance.about(atX, atY);
          if (fields[t][k] < least || clear === "never" || (clear === "depends" && !clearance.allows(atX, atY, turns[t]))) fields[t][k] = 0;
        }
      }
    }
    turns.forEach((turn, t) => {
      const around = [fields[(t + turns.length - 1) % turns.length], fields[t], fields[(t + 1) % turns.length]];
      for (let row = 1; row <= BLOCK; row++) {
        for (let column = 1; column <= BLOCK; column++) {
          const k = row * stride + column, here = fields[t][k];
          if (here === 0 || !isPeak(around, k, here)) continue;
          found.x.push(west + column * step);
          found.y.push(south + row * step);
          found.rotation.push(turn);
          found.weight.push(here);
        }
      }
    });
  }
  return {
    x: Float64Array.from(found.x), y: Float64Array.from(found.y),
    rotation: Float64Array.from(found.rotation), weight: Float64Array.from(found.weight),
  };

  /** Of a flat top, the first of each run of equals stays. */
  function isPeak(around: readonly Float64Array[], k: number, here: number): boolean {
    for (const field of around) {
      for (let up = -stride; up <= stride; up += stride) {
        const at = k + up;
        if (field[at - 1] > here || field[at] > here || field[at + 1] > here) return false;
      }
    }
    return around[1][k - 1] !== here && around[1][k - stride] !== here;
  }

  /** u, v in steps from the corner of the field; the directions across the flats. */
  function spread(field: Float64Array, u: number, v: number, amount: number, directions: readonly { readonly across: number; readonly up: number }[]): void {
    const flat = (Math.sqrt(3) / 2) * STEPS;
    for (let row = Math.max(0, Math.ceil(v - STEPS)); row <= Math.min(size - 1, v + STEPS); row++) {
      let from = -Infinity, to = Infinity;
      for (const { across, up } of directions) {
        const raised = (row - v) * up;
        if (Math.abs(across) < 1e-12) {
          if (Math.abs(raised) > flat) to = -Infinity;
          continue;
        }
        const one = (-flat - raised) / across, other = (flat - raised) / across;
        from = Math.max(from, Math.min(one, other));
        to = Math.min(to, Math.max(one, other));
      }
      const start = Math.max(0, Math.ceil(u + from)), end = Math.min(size - 1, Math.floor(u + to));
      if (start > end) continue;
      field[row * stride + start] += amount;
      field[row * stride + end + 1] -= amount;
    }
  }
}

function gatheredOn(grid: number, { x, y, weight }: PlacementProblem): Locations {
  if (x.length <= MOST_LOCATIONS) return { x, y, weight };
  const onGrid = (values: Float64Array): Float64Array => values.map((value) => Math.round(value / grid) * grid);
  return mergeStacks(onGrid(x), onGrid(y), weight);
}
