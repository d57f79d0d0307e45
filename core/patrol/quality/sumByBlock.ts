// Sums over the blocks that a bootstrap draws: slots, or else the crimes themselves.

/** Crimes without slots are drawn in as many lots at most: independent things may be drawn in lots, and a million one by one takes a minute. */
const MOST_LOTS = 1000;

/** The sums of each column over each block; blocks in the order in which they first appear. */
export function sumByBlock(slot: Uint32Array | undefined, columns: readonly ArrayLike<number>[]): Float64Array[] {
  const rows = columns[0].length;
  const blockOf = (i: number): number => (slot ? slot[i] : i % MOST_LOTS);
  const indices = new Map<number, number>();
  for (let i = 0; i < rows; i++) if (!indices.has(blockOf(i))) indices.set(blockOf(i), indices.size);
  return columns.map((column) => {
    const sums = new Float64Array(indices.size);
    for (let i = 0; i < rows; i++) sums[indices.get(blockOf(i))!] += column[i];
    return sums;
  });
}
