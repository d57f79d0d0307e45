// Sums over the blocks that a bootstrap draws, usually slots.

/** The sums of each column over each block; blocks in the order in which they first appear. */
export function sumByBlock(block: Uint32Array, columns: readonly ArrayLike<number>[]): Float64Array[] {
  const indices = new Map<number, number>();
  for (let i = 0; i < block.length; i++) if (!indices.has(block[i])) indices.set(block[i], indices.size);
  return columns.map((column) => {
    const sums = new Float64Array(indices.size);
    for (let i = 0; i < block.length; i++) sums[indices.get(block[i])!] += column[i];
    return sums;
  });
}
