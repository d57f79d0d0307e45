// The law of crime concentration: how few places hold a share of crime.

/**
 * The fewest values whose sum is at least `share` of the total (Weisburd 2015). A hair is forgiven, so that rounding of the sums
 * never asks for one more.
 * @param share - from 0 to 1
 */
export function cellsForShare(values: Float64Array, share: number): number {
  const descending = values.slice().sort().reverse();
  const wanted = share * descending.reduce((sum, value) => sum + value, 0) * (1 - 1e-12);
  let held = 0, cells = 0;
  while (cells < descending.length && held < wanted) held += descending[cells++];
  return cells;
}
