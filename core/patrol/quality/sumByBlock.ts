// Sums over the blocks that a bootstrap draws: slots, or else the crimes themselves.

/** Crimes without slots are drawn in as many lots at most: independent things may be drawn in lots, and a million one by one takes a minute. */
const MOST_LOTS = 1000;

/**
 * @param slot - one a row; without slots rows are blocks themselves, or lots of them
 * @returns a function that sums a column of the rows from `start` on over each block, the same blocks for every column
 */
export function sumByBlock(slot: Uint32Array | undefined, rows: number): (column: ArrayLike<number>, start?: number) => Float64Array {
  const known = new Map<number, number>();
  const block = new Uint32Array(rows);
  for (let i = 0; i < rows; i++) {
    const key = slot ? slot[i] : i % MOST_LOTS;
    const found = known.get(key) ?? known.size;
    known.set(key, found);
    block[i] = found;
  }
  return (column, start = 0) => {
    const sums = new Float64Array(known.size);
    for (let i = 0; i < column.length; i++) sums[block[start + i]] += column[i];
    return sums;
  };
}
