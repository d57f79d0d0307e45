// A grid index over incidents in typed arrays: built once in a worker, asked on every frame of a drag.

import { columnBounds } from "./bounds.ts";
import type { Bounds } from "./types.ts";
import { InputError } from "../errors.ts";
import { mergeStacks } from "./mergeStacks.ts";

/**
 * Distinct locations sorted by cell of a grid (row 0 south, x fastest). Incidents that share a location (a police.uk
 * snap point, a San Francisco street corner) are one location with their number as its weight.
 */
export interface PointIndex {
  /** Sum of the weights: the number of incidents where none were given. */
  readonly total: number;
  /** South-west corner and side of a cell, m. */
  readonly originX: number;
  readonly originY: number;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** Locations of cell k are starts[k] to starts[k + 1]; length rows × columns + 1. */
  readonly starts: Uint32Array;
  /** m; one value a location. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
  /** Sum of the weights of the locations before this one; one value more than locations. */
  readonly before: Float64Array;
}

/** Locations a cell on average: few enough to test, enough to keep the grid small. */
const LOCATIONS_PER_CELL = 4;
const MOST_CELLS = 1 << 22;
const LEAST_CELL = 5; // m: no hotspot is smaller

/** Of no points: an index at the origin that counts nothing. */
const NOWHERE: Bounds = { minX: 0, minY: 0, maxX: 0, maxY: 0 };

/**
 * @param x, y - m, finite; @param weights - one a point, 1 each where not given
 * @param side - of a cell, m, or more where they would be too many; about four locations a cell where not given
 * @throws InputError if the columns differ in length
 */
export function buildPointIndex(x: Float64Array, y: Float64Array, weights?: Float64Array, side?: number): PointIndex {
  if (y.length !== x.length || (weights && weights.length !== x.length)) {
    throw new InputError(
      `The point index got ${x.length} x, ${y.length} y${weights ? `, ${weights.length} weights` : ""}; ` +
        "the columns must be equally long. Give one value of each for every point.",
    );
  }
  const merged = mergeStacks(x, y, weights);
  const { minX, minY, maxX, maxY } = merged.x.length === 0 ? NOWHERE : columnBounds(merged.x, merged.y);
  const width = maxX - minX, height = maxY - minY;
  const wanted = side ? MOST_CELLS / 2 : Math.min(MOST_CELLS / 2, Math.max(1, merged.x.length / LOCATIONS_PER_CELL));
  const cell = Math.max(side ?? LEAST_CELL, Math.sqrt((width * height) / wanted), Math.max(width, height) / wanted);
  const columns = Math.floor(width / cell) + 1, rows = Math.floor(height / cell) + 1;

  const n = merged.x.length;
  const cellOf = new Uint32Array(n);
  const starts = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < n; i++) {
    const column = Math.min(columns - 1, Math.floor((merged.x[i] - minX) / cell));
    const row = Math.min(rows - 1, Math.floor((merged.y[i] - minY) / cell));
    cellOf[i] = row * columns + column;
    starts[cellOf[i] + 1]++;
  }
  for (let k = 0; k < columns * rows; k++) starts[k + 1] += starts[k];
  const next = starts.slice(0, columns * rows);
  const sorted = { x: new Float64Array(n), y: new Float64Array(n), weight: new Float64Array(n) };
  for (let i = 0; i < n; i++) {
    const at = next[cellOf[i]]++;
    sorted.x[at] = merged.x[i];
    sorted.y[at] = merged.y[i];
    sorted.weight[at] = merged.weight[i];
  }
  const before = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) before[i + 1] = before[i] + sorted.weight[i];
  return { total: before[n], originX: minX, originY: minY, cell, columns, rows, starts, ...sorted, before };
}
