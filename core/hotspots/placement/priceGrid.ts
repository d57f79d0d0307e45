// Prices on points spread evenly over the plane, and what every hexagon of a box must pay: the prices of the points that all of them cover.

import { coreTest } from "./placementBoxes.ts";

/** Cells of a square: wide and low, so that the points of four rows, each moved on, lie a quarter of a cell apart across as up. */
export const ACROSS = 8, UP = 32;
/** Where in its cell the point of a row lies, of the width. */
const MOVED = [1 / 8, 5 / 8, 3 / 8, 7 / 8];
/** Squares whose points can have prices: 2 million points. All others are free, which only raises the bound. */
const MOST_BLOCKS = 8192;
const BLOCK = ACROSS * UP;

/** The plane as squares row by row, `across` in a row; a place is the number of one. */
export interface PriceGrid {
  /** One a point, ≥ 0, in blocks of one square each, in the order in which squares were first covered. */
  readonly price: Float64Array;
  /** The place in which a point lies. */
  placeOf(point: number): number;
  /** Prepares `paid` for cells of a place, at the present prices. */
  focus(place: number): void;
  /** The number of a cell of a square, by its column and row in it. */
  cell(column: number, row: number): number;
  /**
   * The points within reach of every hexagon of a box, as a run of cells in each row relative to a cell; kept under `key`.
   * @param x, y - the box's centre from the cell's south-west corner, m; @param row - of the cell
   */
  core(key: number, x: number, y: number, row: number, half: number, rotation: number, turn: number): number;
  /** Sum of the prices of a core's points about a cell of the place in focus. */
  paid(core: number, cell: number): number;
  /** Adds to the count of each of a core's points about a cell of a place; those that now count 2 are appended to `twice`. */
  cover(core: number, place: number, cell: number, by: 1 | -1, counts: Int16Array, twice: number[]): void;
}

/**
 * Two hexagons that come too close share a strip that is long but may be thin. Points on a plain square grid miss thin strips along
 * the axes; these miss none that is long and wider than a quarter of the wider spacing.
 *
 * @param width - of a square, m: no core reaches further than that beyond its own square, and no square in use lies at the edge
 * @param places - squares in all
 */
export function createPriceGrid(width: number, across: number, places: number, side: number, reach: number): PriceGrid {
  const wide = width / ACROSS, high = width / UP;
  const price = new Float64Array(Math.min(places, MOST_BLOCKS) * BLOCK);
  const blockOf = new Int32Array(places).fill(-1), placeOfBlock: number[] = [];
  // Along each row of the square in focus and the eight about it, the sum of the prices before each point.
  const stride = 3 * ACROSS + 1;
  const before = new Float64Array(stride * 3 * UP);
  const known = new Map<number, number>();
  // Cores one after another: the first row, then from and to (exclusive) of it and of each row after it.
  let runs = new Int16Array(1 << 16), used = 0;
  const starts: number[] = [0];

  function make(x: number, y: number, row: number, half: number, rotation: number, turn: number): void {
    const inside = coreTest(side, { half, rotation, turn }, reach);
    const rows = Math.ceil((side + reach) / high) + 1, most = Math.ceil((side + reach) / wide) + 1;
    if (used + 2 * (2 * rows + 1) + 1 > runs.length) {
      const wider = new Int16Array(2 * runs.length);
      wider.set(runs);
      runs = wider;
    }
    const head = used;
    let end = used;
    for (let v = -rows; v <= rows; v++) {
      const moved = MOVED[(row + v) & 3], dy = (v + 0.5) * high - y;
      let from = -most, to = most;
      while (from <= to && !inside((from + moved) * wide - x, dy)) from++;
      while (to >= from && !inside((to + moved) * wide - x, dy)) to--;
      if (from <= to && used === head) runs[used++] = v;
      if (used === head) continue;
      // Rows without a point between others have an empty run; those after the last are dropped.
      runs[used++] = from <= to ? from : 0;
      runs[used++] = from <= to ? to + 1 : 0;
      if (from <= to) end = used;
    }
    used = end;
    starts.push(used);
  }

  /** The first point of a place; −1 where there is no room for more. */
  function blockAt(place: number): number {
    if (blockOf[place] < 0) {
      if (placeOfBlock.length * BLOCK === price.length) return -1;
      blockOf[place] = placeOfBlock.length * BLOCK;
      placeOfBlock.push(place);
    }
    return blockOf[place];
  }

  return {
    price,
    placeOf: (point) => placeOfBlock[Math.floor(point / BLOCK)],
    focus(place) {
      for (let v = 0; v < 3; v++) {
        for (let u = 0; u < 3; u++) {
          const block = blockOf[place + (v - 1) * across + u - 1];
          for (let row = 0; row < UP; row++) {
            const base = (v * UP + row) * stride + u * ACROSS;
            let sum = before[base];
            if (block < 0) before.fill(sum, base + 1, base + 1 + ACROSS);
            else for (let column = 0; column < ACROSS; column++) before[base + column + 1] = sum += price[block + row * ACROSS + column];
          }
        }
      }
    },
    cell: (column, row) => (row + UP) * stride + column + ACROSS,
    core(key, x, y, row, half, rotation, turn) {
      let index = known.get(key);
      if (index === undefined) {
        index = starts.length - 1;
        known.set(key, index);
        make(x, y, row, half, rotation, turn);
      }
      return index;
    },
    paid(core, cell) {
      let k = starts[core];
      const end = starts[core + 1];
      if (k === end) return 0;
      let base = cell + runs[k++] * stride, sum = 0;
      for (; k < end; k += 2, base += stride) sum += before[base + runs[k + 1]] - before[base + runs[k]];
      return sum;
    },
    cover(core, place, cell, by, counts, twice) {
      let k = starts[core];
      const end = starts[core + 1];
      if (k === end) return;
      let row = Math.floor(cell / stride) + runs[k++];
      const column = cell % stride;
      for (; k < end; k += 2, row++) {
        const west = place + (Math.floor(row / UP) - 1) * across - 1, inRow = (row % UP) * ACROSS;
        for (let u = column + runs[k], to = column + runs[k + 1]; u < to; ) {
          const square = Math.floor(u / ACROSS), stop = Math.min(to, (square + 1) * ACROSS);
          const block = blockAt(west + square);
          for (let point = block + inRow + u - square * ACROSS; u < stop; u++, point++) {
            if (block >= 0 && (counts[point] += by) === 2 && by > 0) twice.push(point);
          }
        }
      }
    },
  };
}
