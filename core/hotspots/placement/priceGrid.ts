// Prices on points spread evenly over the plane, and what every hexagon of a box must pay: the prices of the points that all of them cover.

import { coreTest } from "./placementBoxes.ts";

/** Cells of a square: wide and low, so that the points of four rows, each moved on, lie a quarter of a cell apart across as up. */
export const ACROSS = 8, UP = 32;
/** Where in its cell the point of a row lies, of the width. */
const MOVED = [1 / 8, 5 / 8, 3 / 8, 7 / 8];

export interface PriceGrid {
  /** Cells in a row of the grid. */
  readonly columns: number;
  /** One a point, row by row, ≥ 0. Each cell has one point. */
  readonly price: Float64Array;
  /** Prepares `paid` for cells of the square whose first cell is this, at the present prices. */
  focus(column: number, row: number): void;
  /** The number by which `paid` knows a cell of a square: its column and row in it. */
  within(column: number, row: number): number;
  /**
   * The points within reach of every hexagon of a box, as a run of cells in each row relative to a cell; kept under `key`.
   * @param x, y - the box's centre from the cell's south-west corner, m; @param row - of the cell
   */
  core(key: number, x: number, y: number, row: number, half: number, rotation: number, turn: number): number;
  /** Sum of the prices of a core's points about a cell of the square in focus. */
  paid(core: number, within: number): number;
  /** Adds to the count of each of a core's points about a cell of the grid; those that now count 2 are appended to `twice`. */
  cover(core: number, at: number, by: 1 | -1, counts: Int16Array, twice: number[]): void;
}

/**
 * Two hexagons that come too close share a strip that is long but may be thin. Points on a plain square grid miss thin strips along
 * the axes; these miss none that is long and wider than a quarter of the wider spacing.
 *
 * @param width - of a square, m: no core reaches further than that beyond its own square, and no square in use lies at the edge
 * @param across, up - squares
 */
export function createPriceGrid(width: number, across: number, up: number, side: number, reach: number): PriceGrid {
  const columns = across * ACROSS, wide = width / ACROSS, high = width / UP;
  const price = new Float64Array(columns * up * UP);
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

  return {
    columns,
    price,
    focus(column, row) {
      for (let v = 0; v < 3 * UP; v++) {
        let sum = 0, k = (row - UP + v) * columns + column - ACROSS;
        const base = v * stride;
        for (let u = 1; u < stride; u++) before[base + u] = sum += price[k++];
      }
    },
    within: (column, row) => (row + UP) * stride + column + ACROSS,
    core(key, x, y, row, half, rotation, turn) {
      let index = known.get(key);
      if (index === undefined) {
        index = starts.length - 1;
        known.set(key, index);
        make(x, y, row, half, rotation, turn);
      }
      return index;
    },
    paid(core, within) {
      let k = starts[core];
      const end = starts[core + 1];
      if (k === end) return 0;
      let base = within + runs[k++] * stride, sum = 0;
      for (; k < end; k += 2, base += stride) sum += before[base + runs[k + 1]] - before[base + runs[k]];
      return sum;
    },
    cover(core, at, by, counts, twice) {
      let k = starts[core];
      const end = starts[core + 1];
      if (k === end) return;
      let base = at + runs[k++] * columns;
      for (; k < end; k += 2, base += columns) {
        for (let point = base + runs[k], to = base + runs[k + 1]; point < to; point++) {
          if ((counts[point] += by) === 2 && by > 0) twice.push(point);
        }
      }
    },
  };
}
