// The class of a forecast's cell as it is drawn: core's numbers on the whole grid, and one for cells that do not count.

import { classifySurface } from "../core/forecast/evaluate/classifySurface.ts";
import { atCells } from "../core/forecast/studyCells.ts";

export const HOT = 0;
export const WARM = 1;
export const OUTSIDE = 255;

/** Among the first 40 % of the cells. */
export const isListed = (surfaceClass: number): boolean => surfaceClass === HOT || surfaceClass === WARM;

/**
 * @param values - one a cell of the whole grid
 * @param cells - indices of those that count
 * @returns one class a cell of the whole grid
 */
export function gridClasses(values: Float64Array, cells: Uint32Array): Uint8Array {
  const found = classifySurface(atCells(values, cells));
  const classes = new Uint8Array(values.length).fill(OUTSIDE);
  for (let i = 0; i < cells.length; i++) classes[cells[i]] = found[i];
  return classes;
}
