// Ranks the cells that a method names.

import { takeRows } from "../../incidents/takeRows.ts";
import { rankCells } from "../rankCells.ts";

/**
 * 1 = the highest score, ties as rankCells breaks them; 0 = not named.
 * @param isNamed - asked for each cell
 */
export function rankNamed(
  score: Float64Array,
  isNamed: (cell: number) => boolean,
  { x, y }: { readonly x: Float64Array; readonly y: Float64Array },
): Uint32Array {
  const named = Uint32Array.from(score.keys()).filter(isNamed);
  const ranks = rankCells(takeRows(score, named), takeRows(x, named), takeRows(y, named));
  const rank = new Uint32Array(score.length);
  named.forEach((cell, k) => (rank[cell] = ranks[k]));
  return rank;
}
