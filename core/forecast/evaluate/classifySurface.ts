// The classes of a hotspot map: the cells forecast highest, the next highest, and the rest.

import { type Rounding, cellsInShare } from "./cellsInShare.ts";
import { descendingOrder } from "./descendingOrder.ts";

/** What a cell's class is called, by its number. */
export const SURFACE_CLASSES = ["hot", "warm", "other"] as const;

export interface ClassShares {
  /** Share of the cells that are hot, and that are hot or warm. */
  readonly hot: number;
  readonly warm: number;
  /** How a share becomes whole cells; the paper does not say. */
  readonly rounding: Rounding;
}

/** Top 20 % and next 20 % of the cells (Sriram et al., arXiv 2602.23750, figure 5), rounded up. */
export const PAPER_CLASSES: ClassShares = { hot: 0.2, warm: 0.4, rounding: "ceil" };

/**
 * Class of each cell: 0 hot, 1 warm, 2 other. Of equal values the first are the higher class.
 * @param values - one a cell of the study area
 * @throws RangeError unless 0 ≤ hot ≤ warm ≤ 1
 */
export function classifySurface(values: Float64Array, options: Partial<ClassShares> = {}): Uint8Array {
  const { hot, warm, rounding } = { ...PAPER_CLASSES, ...options };
  if (!(hot >= 0 && hot <= warm && warm <= 1)) throw new RangeError(`class shares ${hot} and ${warm} must rise from 0 to 1`);
  const n = values.length;
  const order = descendingOrder(values);
  const classes = new Uint8Array(n).fill(2);
  const hotCells = cellsInShare(hot, n, rounding), warmCells = cellsInShare(warm, n, rounding);
  for (let k = 0; k < warmCells; k++) classes[order[k]] = k < hotCells ? 0 : 1;
  return classes;
}
