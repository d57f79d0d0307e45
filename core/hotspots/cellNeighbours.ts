// Which cells of a lattice lie within so many rings of each: by columns and rows, so that no distance is rounded.

import { extent } from "../geo/bounds.ts";
import type { Neighbours } from "../stats/neighbours.ts";
import type { Lattice } from "./latticeCells.ts";

/** @param column, row - places in the lattice, one of each a cell. Cells that are not given are nobody's neighbours. */
export function cellNeighbours(
  lattice: Lattice,
  { column, row }: { readonly column: Int32Array; readonly row: Int32Array },
  rings: number,
): Neighbours {
  const steps = lattice.around(rings);
  const n = column.length;
  const [firstColumn, lastColumn] = extent(column), [firstRow, lastRow] = extent(row);
  const columns = n > 0 ? lastColumn - firstColumn + 1 : 0, rows = n > 0 ? lastRow - firstRow + 1 : 0;
  const cellAt = new Int32Array(columns * rows).fill(-1);
  for (let i = 0; i < n; i++) cellAt[(row[i] - firstRow) * columns + column[i] - firstColumn] = i;
  const starts = new Uint32Array(n + 1);
  const members: number[] = [];
  for (let i = 0; i < n; i++) {
    for (const [dc, dr] of steps[column[i] & 1]) {
      const c = column[i] + dc - firstColumn, r = row[i] + dr - firstRow;
      if (c < 0 || r < 0 || c >= columns || r >= rows) continue;
      const other = cellAt[r * columns + c];
      if (other >= 0) members.push(other);
    }
    starts[i + 1] = members.length;
  }
  return { starts, members: Uint32Array.from(members) };
}
