// The assignment problem: who takes what so that the sum of the costs is least.

/**
 * The Hungarian method by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987), O(rows² × columns).
 * @param cost - (rows × columns), row by row, finite; rows ≤ columns
 * @returns for each row its column, each column at most once
 */
export function assignment(cost: Float64Array, rows: number, columns: number): Uint32Array {
  if (rows > columns) throw new RangeError(`${rows} rows cannot each have one of ${columns} columns.`);
  // Row and column 0 stand for none, so that an unassigned column needs no special case.
  const rowPrice = new Float64Array(rows + 1), columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1), before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const least = new Float64Array(columns + 1).fill(Infinity);
    const seen = new Uint8Array(columns + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      seen[column] = 1;
      const from = rowOf[column];
      let step = Infinity, next = 0;
      for (let j = 1; j <= columns; j++) {
        if (seen[j]) continue;
        const reduced = cost[(from - 1) * columns + j - 1] - rowPrice[from] - columnPrice[j];
        if (reduced < least[j]) {
          least[j] = reduced;
          before[j] = column;
        }
        if (least[j] < step) {
          step = least[j];
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (seen[j]) {
          rowPrice[rowOf[j]] += step;
          columnPrice[j] -= step;
        } else least[j] -= step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
  }
  const of = new Uint32Array(rows);
  for (let j = 1; j <= columns; j++) if (rowOf[j] > 0) of[rowOf[j] - 1] = j - 1;
  return of;
}
