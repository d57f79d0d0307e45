// Rows that a model cannot tell apart, put together.

/**
 * Rows with the same value in every column, numbered in the order in which they first appear: 5,760 location-days of 45 hotspots are
 * some 640 kinds by hotspot, weekday and arm.
 * @returns the kind of each row, and the first row of each kind
 */
export function alikeRows(columns: readonly ArrayLike<number>[], rows: number): { readonly kind: Uint32Array; readonly firstRows: Uint32Array } {
  let kind = new Uint32Array(rows), firstRows: number[] = rows > 0 ? [0] : [];
  for (const column of columns) {
    const values = new Map<number, number>();
    const value = new Uint32Array(rows);
    for (let i = 0; i < rows; i++) {
      let number = values.get(column[i]);
      if (number === undefined) values.set(column[i], (number = values.size));
      value[i] = number;
    }
    if (values.size === 1) continue;
    const before = firstRows.length, places = new Map<number, number>();
    const refined = new Uint32Array(rows);
    firstRows = [];
    for (let i = 0; i < rows; i++) {
      const key = value[i] * before + kind[i];
      let number = places.get(key);
      if (number === undefined) {
        places.set(key, (number = firstRows.length));
        firstRows.push(i);
      }
      refined[i] = number;
    }
    kind = refined;
  }
  return { kind, firstRows: Uint32Array.from(firstRows) };
}
