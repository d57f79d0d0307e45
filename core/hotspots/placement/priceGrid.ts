// Prices on the points of a square grid, and what every hexagon of a box must pay: the prices of the points that all of them cover.

import type { Grid } from "../../geo/types.ts";
import { coreTest } from "./placementBoxes.ts";

export interface PriceGrid {
  readonly grid: Grid;
  /** One a point (the middle of a cell), ≥ 0; `changed` after writing. */
  readonly price: Float64Array;
  changed(): void;
  /**
   * The points within `reach` of every hexagon of a box, as runs along rows relative to a cell; kept under `key`.
   * @param dx, dy - the box's centre from the middle of that cell, m
   */
  core(key: number, dx: number, dy: number, half: number, rotation: number, turn: number): number;
  /** Sum of the prices of a core's points about the cell. */
  paid(core: number, at: number): number;
  forEach(core: number, at: number, visit: (point: number) => void): void;
}

/** The grid must reach `side + reach` and a cell further than any box. */
export function createPriceGrid(grid: Grid, side: number, reach: number): PriceGrid {
  const { columns, rows, cell } = grid;
  const stride = columns + 1;
  const price = new Float64Array(columns * rows);
  const before = new Float64Array(stride * rows);
  const known = new Map<number, number>();
  // Runs of all cores, one after another: first row, then from and to (exclusive) of each row.
  let runs = new Int16Array(1 << 16), used = 0;
  const starts: number[] = [0];

  function make(dx: number, dy: number, half: number, rotation: number, turn: number): void {
    const inside = coreTest(side, { half, rotation, turn }, reach);
    const most = Math.ceil((side + reach + half) / cell) + 1;
    if (used + 2 * (2 * most + 1) + 1 > runs.length) {
      const wider = new Int16Array(2 * runs.length);
      wider.set(runs);
      runs = wider;
    }
    // The core is convex: each row's run is found from that of the row before.
    let from = 1, to = 0;
    for (let v = -most, begun = false; v <= most; v++) {
      const y = v * cell - dy;
      const within = (u: number): boolean => inside(u * cell - dx, y);
      if (!begun) {
        from = -most;
        while (from <= most && !within(from)) from++;
        if (from > most) continue;
        begun = true;
        runs[used++] = v;
        to = from;
      } else {
        while (from <= to && !within(from)) from++;
        if (from > to) break;
        while (within(from - 1)) from--;
        while (!within(to)) to--;
      }
      while (within(to + 1)) to++;
      runs[used++] = from;
      runs[used++] = to + 1;
    }
    starts.push(used);
  }

  return {
    grid,
    price,
    changed() {
      for (let row = 0, k = 0; row < rows; row++) {
        let sum = 0;
        const base = row * stride;
        for (let column = 0; column < columns; column++, k++) before[base + column + 1] = sum += price[k];
      }
    },
    core(key, dx, dy, half, rotation, turn) {
      let index = known.get(key);
      if (index === undefined) {
        index = starts.length - 1;
        known.set(key, index);
        make(dx, dy, half, rotation, turn);
      }
      return index;
    },
    paid(core, at) {
      let k = starts[core];
      const end = starts[core + 1];
      if (k === end) return 0;
      const row = Math.floor(at / columns);
      let base = (row + runs[k++]) * stride + (at - row * columns), sum = 0;
      for (; k < end; k += 2, base += stride) sum += before[base + runs[k + 1]] - before[base + runs[k]];
      return sum;
    },
    forEach(core, at, visit) {
      let k = starts[core];
      const end = starts[core + 1];
      if (k === end) return;
      let base = at + runs[k++] * columns;
      for (; k < end; k += 2, base += columns) for (let u = runs[k]; u < runs[k + 1]; u++) visit(base + u);
    },
  };
}
