// A quantile of values in ascending order.

/** Type 7 (the default of R and numpy): linear between the order statistics at (n − 1) p. `sorted` holds at least one value. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
