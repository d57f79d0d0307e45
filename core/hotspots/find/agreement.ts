// Which method names which cell: the consistency table.

export interface NamedCell {
  readonly cell: number;
  /** How many methods name it among their first `top`. */
  readonly named: number;
  /** Its rank by each method, in their order; null where the method does not name it at all. */
  readonly ranks: readonly (number | null)[];
}

/**
 * Every cell that some method names among its first `top`: most methods first, then the lowest mean rank, a method that
 * does not name the cell counting as one rank after its last; ties by index.
 * @param ranks - one column a method, one rank a cell; 0 = not named
 */
export function agreement(ranks: readonly Uint32Array[], top: number): NamedCell[] {
  const last = ranks.map((column) => column.reduce((most, rank) => Math.max(most, rank), 0));
  const cells = new Set<number>();
  for (const column of ranks) column.forEach((rank, cell) => rank > 0 && rank <= top && cells.add(cell));
  const sum = (cell: number): number => ranks.reduce((total, column, m) => total + (column[cell] || last[m] + 1), 0);
  return [...cells]
    .map((cell) => ({
      cell,
      named: ranks.filter((column) => column[cell] > 0 && column[cell] <= top).length,
      ranks: ranks.map((column) => column[cell] || null),
      sum: sum(cell),
    }))
    .sort((a, b) => b.named - a.named || a.sum - b.sum || a.cell - b.cell)
    .map(({ cell, named, ranks: each }) => ({ cell, named, ranks: each }));
}
