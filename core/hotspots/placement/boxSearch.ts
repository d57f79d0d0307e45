// All placements as boxes, split where it matters: for given prices, the best that each square of centres can offer.

import { acrossFlats } from "../../geo/hexagon.ts";
import { columnBounds } from "../../geo/bounds.ts";
import { pointDistance } from "../../geo/distance.ts";
import { buildPointIndex } from "../../geo/pointIndex.ts";
import { TOUCH } from "../../geo/overlaps.ts";
import type { Hexagon } from "../../geo/types.ts";
import { gapTooSmall } from "../gapTooSmall.ts";
import { obstaclesWithin, type Obstacle } from "../obstacles.ts";
import { innerSide, outerWeight, type Box } from "./placementBoxes.ts";
import type { PlacementProblem } from "./placementProblem.ts";
import { tightWeight } from "./tightWeight.ts";
import { ACROSS, createPriceGrid, type PriceGrid, UP } from "./priceGrid.ts";

/** Half width from which on a box that is best has its weight tightened, sides. */
const SMALL = 0.01;
/** Boxes that a square remembers as its best. */
const REMEMBERED = 16;
const SIXTH = Math.PI / 3;

/**
 * The plane of centres is cut into squares whose diagonal is 2 (a + b): two centres in one of them are always too close (a: from
 * the centre to a flat, b: buffer), so of each square at most one hexagon can be chosen. Each square holds a heap of boxes
 * (centre × rotation) that together cover all its placements; a box is worth its outer weight less the prices that all its
 * hexagons pay, which is at least what any of its hexagons is worth.
 */
export interface BoxSearch {
  readonly prices: PriceGrid;
  readonly squares: number;
  /**
   * The worth of the best box of a square, after splitting boxes until the best is fine enough or worth no more than `enough`.
   * @param finest - boxes with a half width of this or less are not split, m
   */
  best(square: number, enough: number, finest: number): number;
  /** At most this, without looking; exact after `best`. */
  atMost(square: number): number;
  /** The box found by `best`, by its number. */
  top(square: number): number;
  /** Of the boxes that were best before, not all, the one that is now, and its worth; null where none was. */
  familiar(square: number): { readonly box: number; readonly worth: number } | null;
  /** Must be told, before `best` and `atMost`, by how much the prices fell in each place since the last time: worths may have grown by as much. */
  fell(byPlace: Float64Array): void;
  /** The place, a square chosen from or not, in which a price point lies; there are so many. */
  placeOf(point: number): number;
  readonly places: number;
  box(number: number): Box;
  /** Adds to the count of each point that a box pays for; those that now count 2 are appended to `twice`. */
  cover(number: number, by: 1 | -1, counts: Int16Array, twice: number[]): void;
}

export function createBoxSearch(problem: PlacementProblem): BoxSearch {
  const { side, buffer, rotate, obstacles, region } = problem;
  const apothem = acrossFlats(side) / 2;
  const reach = buffer - TOUCH; // two hexagons that pass as 2b apart cannot both be this near to a point
  const width = (2 * (apothem + reach)) / Math.SQRT2 - TOUCH;
  const index = buildPointIndex(problem.x, problem.y, problem.weight);

  // The squares whose hexagons can hold a location.
  const extent = columnBounds(problem.x, problem.y);
  const margin = Math.ceil((side + reach) / width) + 1;
  const originX = extent.minX - (margin + 0.5) * width, originY = extent.minY - (margin + 0.5) * width;
  const across = Math.ceil((extent.maxX - originX) / width) + margin, up = Math.ceil((extent.maxY - originY) / width) + margin;
  const numberOf = new Int32Array(across * up).fill(-1);
  const places: number[] = [];
  for (let i = 0; i < problem.x.length; i++) {
    if (!(problem.weight[i] > 0)) continue;
    const fromX = Math.floor((problem.x[i] - side - originX) / width), toX = Math.floor((problem.x[i] + side - originX) / width);
    const fromY = Math.floor((problem.y[i] - side - originY) / width), toY = Math.floor((problem.y[i] + side - originY) / width);
    for (let v = fromY; v <= toY; v++) {
      for (let u = fromX; u <= toX; u++) {
        if (numberOf[v * across + u] >= 0) continue;
        numberOf[v * across + u] = places.length;
        places.push(v * across + u);
      }
    }
  }
  const squares = places.length;
  const prices = createPriceGrid(width, across, across * up, side, reach);

  // Boxes: u, v count squares of width / 2^level from the origin; theta counts intervals of 60° / 2^turns.
  let capacity = 1 << 14, count = 0;
  let boxU = new Int32Array(capacity), boxV = new Int32Array(capacity), boxTheta = new Int32Array(capacity);
  let boxLevel = new Uint8Array(capacity), boxTurns = new Uint8Array(capacity), boxTight = new Uint8Array(capacity), boxOwn = new Uint8Array(capacity);
  let boxCore = new Int32Array(capacity), boxCell = new Int32Array(capacity), boxSquare = new Int32Array(capacity);
  let boxWeight = new Float64Array(capacity), boxKey = new Float64Array(capacity);
  const heaps: number[][] = places.map(() => []);
  const remembered: number[][] = places.map(() => []);
  const fallen = new Float64Array(squares);

  const halfOf = (level: number): number => width / 2 ** (level + 1);
  const turnOf = (turns: number): number => (rotate ? SIXTH / 2 ** (turns + 1) : 0);
  const rotationOf = (theta: number, turns: number): number => (rotate ? (theta + 0.5) * (SIXTH / 2 ** turns) : problem.rotation);
  const box = (k: number): Box => ({
    x: originX + (boxU[k] + 0.5) * 2 * halfOf(boxLevel[k]),
    y: originY + (boxV[k] + 0.5) * 2 * halfOf(boxLevel[k]),
    half: halfOf(boxLevel[k]),
    rotation: rotationOf(boxTheta[k], boxTurns[k]),
    turn: turnOf(boxTurns[k]),
  });

  const near: (readonly Obstacle[] | undefined)[] = [];
  function obstaclesNear(square: number): readonly Obstacle[] {
    const centre = { x: originX + ((places[square] % across) + 0.5) * width, y: originY + (Math.floor(places[square] / across) + 0.5) * width };
    return (near[square] ??= obstaclesWithin(obstacles, { kind: "hexagon", centre, side, rotation: 0 }, width / Math.SQRT2));
  }

  /** No placement of the box is allowed. */
  function hopeless(square: number, at: Box): boolean {
    const centre = { x: at.x, y: at.y };
    if (region && region.every((polygon) => pointDistance(polygon, centre) > at.half * Math.SQRT2 + TOUCH)) return true;
    const inner = innerSide(side, at);
    if (inner <= 0) return false;
    const within: Hexagon = { kind: "hexagon", centre, side: inner, rotation: at.rotation };
    return obstaclesNear(square).some(({ shape, needed }) => gapTooSmall(within, shape, needed) !== null);
  }

  function grow(): void {
    capacity *= 2;
    const ints = (old: Int32Array) => { const wide = new Int32Array(capacity); wide.set(old); return wide; };
    const bytes = (old: Uint8Array) => { const wide = new Uint8Array(capacity); wide.set(old); return wide; };
    const floats = (old: Float64Array) => { const wide = new Float64Array(capacity); wide.set(old); return wide; };
    boxU = ints(boxU); boxV = ints(boxV); boxTheta = ints(boxTheta); boxCore = ints(boxCore); boxCell = ints(boxCell); boxSquare = ints(boxSquare);
    boxLevel = bytes(boxLevel); boxTurns = bytes(boxTurns); boxTight = bytes(boxTight); boxOwn = bytes(boxOwn);
    boxWeight = floats(boxWeight); boxKey = floats(boxKey);
  }

  /** Puts a box into its square's heap, unless nothing can be held or placed there; @param parent - the box it is a part of, −1 for none */
  function add(square: number, u: number, v: number, level: number, theta: number, turns: number, parent: number): void {
    if (count === capacity) grow();
    const k = count;
    boxU[k] = u; boxV[k] = v; boxLevel[k] = level; boxTheta[k] = theta; boxTurns[k] = turns;
    const at = box(k);
    const weight = outerWeight(index, side, at);
    if (weight === 0 || hopeless(square, at)) return;
    boxWeight[k] = weight;
    boxSquare[k] = square;
    count++;
    // Until it is asked for, it pays what its parent's hexagons all pay: it pays no less.
    boxOwn[k] = 0;
    if (parent < 0) payItself(k);
    else [boxCore[k], boxCell[k]] = [boxCore[parent], boxCell[parent]];
    boxKey[k] = weight - prices.paid(boxCore[k], boxCell[k]) - fallen[square];
    push(heaps[square], k);
  }

  /** Finds the points for which the box itself pays. */
  function payItself(k: number): void {
    const u = boxU[k], v = boxV[k], level = boxLevel[k], theta = boxTheta[k], turns = boxTurns[k];
    // The cell in which the centre lies, and where in it: exact in powers of two.
    const across1 = 2 ** level / ACROSS, up1 = 2 ** level / UP;
    const column = Math.floor((u + 0.5) / across1), row = Math.floor((v + 0.5) / up1);
    const fineU = Math.max(1, across1), fineV = Math.max(1, up1);
    const key = ((((theta * fineU + (u % fineU)) * fineV + (v % fineV)) * 4 + (row & 3)) * 32 + turns) * 32 + level;
    const dx = ((u + 0.5) / across1 - column) * (width / ACROSS), dy = ((v + 0.5) / up1 - row) * (width / UP);
    boxCore[k] = prices.core(key, dx, dy, row, halfOf(level), rotationOf(theta, turns), turnOf(turns));
    boxCell[k] = prices.cell(column % ACROSS, row % UP);
    boxOwn[k] = 1;
  }

  function split(square: number, k: number): void {
    const u = boxU[k], v = boxV[k], level = boxLevel[k], theta = boxTheta[k], turns = boxTurns[k];
    // Turn or move, whichever shifts the edges further: a turn by h moves a point of the edge by about side · h / 2.
    if (rotate && turnOf(turns) * side * 0.5 > halfOf(level)) {
      for (let i = 0; i < 2; i++) add(square, u, v, level, 2 * theta + i, turns + 1, k);
    } else {
      for (let j = 0; j < 2; j++) for (let i = 0; i < 2; i++) add(square, 2 * u + i, 2 * v + j, level + 1, theta, turns, k);
    }
  }

  /** The latest first. */
  function remember(square: number, k: number): void {
    forget(square, k);
    remembered[square].unshift(k);
    if (remembered[square].length > REMEMBERED) remembered[square].pop();
  }
  function forget(square: number, k: number): void {
    const at = remembered[square].indexOf(k);
    if (at >= 0) remembered[square].splice(at, 1);
  }

  function push(heap: number[], k: number): void {
    let i = heap.length;
    heap.push(k);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (boxKey[heap[parent]] >= boxKey[k]) break;
      heap[i] = heap[parent];
      i = parent;
    }
    heap[i] = k;
  }
  /** Puts a box in the place of the first. */
  function replaceTop(heap: number[], k: number): void {
    let i = 0;
    const n = heap.length;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= n) break;
      if (child + 1 < n && boxKey[heap[child + 1]] > boxKey[heap[child]]) child++;
      if (boxKey[heap[child]] <= boxKey[k]) break;
      heap[i] = heap[child];
      i = child;
    }
    heap[i] = k;
  }
  function dropTop(heap: number[]): void {
    const last = heap.pop()!;
    if (heap.length > 0) replaceTop(heap, last);
  }

  const focus = (square: number): void => prices.focus(places[square]);

  places.forEach((place, square) => add(square, place % across, Math.floor(place / across), 0, 0, 0, -1));

  const atMost = (square: number): number => (heaps[square].length > 0 ? boxKey[heaps[square][0]] + fallen[square] : 0);
  return {
    prices,
    squares,
    atMost,
    best(square, enough, finest) {
      const heap = heaps[square];
      if (atMost(square) > enough) focus(square);
      while (heap.length > 0) {
        const k = heap[0];
        if (boxKey[k] + fallen[square] <= enough) break;
        const key = boxWeight[k] - prices.paid(boxCore[k], boxCell[k]) - fallen[square];
        if (key < boxKey[k] - 1e-9) {
          boxKey[k] = key;
          replaceTop(heap, k);
        } else if (boxOwn[k] === 0) {
          payItself(k);
        } else if (halfOf(boxLevel[k]) > finest) {
          dropTop(heap);
          forget(square, k);
          split(square, k);
        } else if (boxTight[k] === 0 && halfOf(boxLevel[k]) <= SMALL * side) {
          boxTight[k] = 1;
          boxWeight[k] = Math.min(boxWeight[k], tightWeight(index, side, box(k)));
        } else {
          remember(square, k);
          break;
        }
      }
      return atMost(square);
    },
    fell(byPlace) {
      // A hexagon reaches side + b, which is less than a square is wide: into the eight about its own at most.
      places.forEach((place, square) => {
        for (let v = -1; v <= 1; v++) for (let u = -1; u <= 1; u++) fallen[square] += byPlace[place + v * across + u];
      });
    },
    top: (square) => heaps[square][0],
    familiar(square) {
      if (remembered[square].length === 0) return null;
      focus(square);
      let best = -1, most = -Infinity;
      for (const k of remembered[square]) {
        const worth = boxWeight[k] - prices.paid(boxCore[k], boxCell[k]);
        if (worth > most) [best, most] = [k, worth];
      }
      return { box: best, worth: most };
    },
    places: across * up,
    placeOf: prices.placeOf,
    box,
    cover: (k, by, counts, twice) => prices.cover(boxCore[k], places[boxSquare[k]], boxCell[k], by, counts, twice),
  };
}
