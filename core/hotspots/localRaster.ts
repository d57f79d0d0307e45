// Incidents near a hotspot on a fine raster, so that thousands of places for a hexagon can be tried in milliseconds.

import { hexagonTest } from "../geo/hexagon.ts";
import type { PointIndex } from "../geo/pointIndex.ts";
import type { Point } from "../geo/types.ts";

export interface LocalRaster {
  /** Side of a cell, m. The middle cell has its centre at `centre`. */
  readonly cell: number;
  /** Cells on each side of the middle one. */
  readonly reach: number;
  /** Row by row from the south: the incidents in the cells west of this one; one more column than cells. */
  readonly before: Float64Array;
}

/** The square of (2 reach + 1)² cells about a centre. */
export function localRaster(index: PointIndex, centre: Point, cell: number, reach: number): LocalRaster {
  const size = 2 * reach + 1;
  const before = new Float64Array(size * (size + 1));
  const west = centre.x - (reach + 0.5) * cell, south = centre.y - (reach + 0.5) * cell;
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.floor(value)));
  const first = clamp((west - index.originX) / index.cell, index.columns - 1);
  const last = clamp((west + size * cell - index.originX) / index.cell, index.columns - 1);
  const bottom = clamp((south - index.originY) / index.cell, index.rows - 1);
  const top = clamp((south + size * cell - index.originY) / index.cell, index.rows - 1);
  for (let row = bottom; row <= top; row++) {
    const from = index.starts[row * index.columns + first], to = index.starts[row * index.columns + last + 1];
    for (let i = from; i < to; i++) {
      const u = Math.floor((index.x[i] - west) / cell), v = Math.floor((index.y[i] - south) / cell);
      if (u >= 0 && u < size && v >= 0 && v < size) before[v * (size + 1) + u + 1] += index.weight[i];
    }
  }
  for (let v = 0; v < size; v++) {
    for (let u = 0; u < size; u++) before[v * (size + 1) + u + 1] += before[v * (size + 1) + u];
  }
  return { cell, reach, before };
}

/** A hexagon as a run of cells in each row, relative to the cell of its centre. */
export interface Spans {
  readonly rows: Int32Array;
  readonly from: Int32Array;
  /** Exclusive. */
  readonly to: Int32Array;
}

export function hexagonSpans(side: number, rotation: number, cell: number): Spans {
  const inside = hexagonTest({ x: 0, y: 0 }, side, rotation);
  const most = Math.ceil(side / cell);
  const rows: number[] = [], from: number[] = [], to: number[] = [];
  for (let v = -most; v <= most; v++) {
    let first = -most, last = most;
    while (first <= most && !inside(first * cell, v * cell)) first++;
    while (last >= first && !inside(last * cell, v * cell)) last--;
    if (first > last) continue;
    rows.push(v);
    from.push(first);
    to.push(last + 1);
  }
  return { rows: Int32Array.from(rows), from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** Incidents in the cells of a hexagon whose centre is u columns east and v rows north of the middle: nearly those inside. */
export function sumSpans({ reach, before }: LocalRaster, { rows, from, to }: Spans, u: number, v: number): number {
  const stride = 2 * reach + 2;
  let sum = 0;
  for (let k = 0; k < rows.length; k++) {
    const base = (v + rows[k] + reach) * stride + u + reach;
    sum += before[base + to[k]] - before[base + from[k]];
  }
  return sum;
}
