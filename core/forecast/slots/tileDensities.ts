// The density of events in each slot at the centres of tiles: what the tile predictors learn from and predict.

import { InputError } from "../../errors.ts";
import type { Grid } from "../../geo/types.ts";

/** Events by slot; one without a slot (outside the period) is negative and left out. */
export interface SlotEvents {
  /** m. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly slot: Int32Array;
}

/** (slots × tiles), per km²: value of tile c in slot t at t * tiles + c. */
export interface SlotSurfaces {
  readonly values: Float64Array;
  readonly slots: number;
  readonly tiles: number;
}

/**
 * δ(l, t) = Σ over the events j of slot t of exp(−|c_l − s_j|² / 2h²) / 2πh² at the tile's centre c_l, per km²: not divided by
 * the number of events, so 0 in a slot without one (Brandt et al. 2022, section 3.1, after Gerber 2014). The kernel is a product
 * of one factor for the row and one for the column, so an event costs rows + columns exponentials and the sum is exact.
 * @param cells - indices of the grid's tiles that count, ascending; events beyond them still weigh on them
 * @param slots - slots 0 … slots − 1 are made; others are left out
 * @throws InputError for a bandwidth that is not above 0, or more values than fit
 */
export function tileDensities({ x, y, slot }: SlotEvents, grid: Grid, cells: Uint32Array, bandwidth: number, slots: number): SlotSurfaces {
  if (!(bandwidth > 0 && Number.isFinite(bandwidth))) throw new InputError(`The bandwidth is ${bandwidth} m; it must be above 0 m. Enter a positive number.`);
  const { origin, cell, columns, rows } = grid;
  const tiles = cells.length;
  if (slots * tiles > MOST_VALUES)
    throw new InputError(`${slots} slots of ${tiles} tiles are ${slots * tiles} densities; at most ${MOST_VALUES} fit. Choose larger tiles or fewer days.`);
  const values = new Float64Array(slots * tiles);
  const across = new Float64Array(columns), up = new Float64Array(rows);
  const perKm2 = 1e6 / (2 * Math.PI * bandwidth * bandwidth);
  const columnOf = cells.map((k) => k % columns), rowOf = cells.map((k) => Math.floor(k / columns));
  for (let j = 0; j < x.length; j++) {
    const t = slot[j];
    if (t < 0 || t >= slots) continue;
    for (let c = 0; c < columns; c++) across[c] = gaussian((origin.x + (c + 0.5) * cell - x[j]) / bandwidth);
    for (let r = 0; r < rows; r++) up[r] = perKm2 * gaussian((origin.y + (r + 0.5) * cell - y[j]) / bandwidth);
    const base = t * tiles;
    for (let i = 0; i < tiles; i++) values[base + i] += across[columnOf[i]] * up[rowOf[i]];
  }
  return { values, slots, tiles };
}

const MOST_VALUES = 100_000_000;

const gaussian = (u: number): number => Math.exp(-0.5 * u * u);

/** Events of each slot in each tile that counts, (slots × tiles): what a prediction is judged by. A tile owns its south and west edge. */
export function tileCounts({ x, y, slot }: SlotEvents, { origin, cell, columns, rows }: Grid, cells: Uint32Array, slots: number): SlotSurfaces {
  const tiles = cells.length;
  const values = new Float64Array(slots * tiles);
  const place = new Int32Array(columns * rows).fill(-1);
  for (let i = 0; i < tiles; i++) place[cells[i]] = i;
  for (let j = 0; j < x.length; j++) {
    const column = Math.floor((x[j] - origin.x) / cell), row = Math.floor((y[j] - origin.y) / cell);
    if (column < 0 || row < 0 || column >= columns || row >= rows || slot[j] < 0 || slot[j] >= slots) continue;
    const tile = place[row * columns + column];
    if (tile >= 0) values[slot[j] * tiles + tile]++;
  }
  return { values, slots, tiles };
}
