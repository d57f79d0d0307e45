// Classes of counts: each holds about as many incidents as the next, so that the few busiest cells stand out.

/**
 * Breaks at equal shares of the sum, cells taken from the least count to the greatest.
 * @returns the least count of each class, rising, the first the least count above 0; empty where all are 0.
 * Fewer than `classes` where many counts are equal.
 */
export function shareBreaks(counts: ArrayLike<number>, classes: number): number[] {
  const above = Float64Array.from(counts).filter((count) => count > 0).sort();
  if (above.length === 0) return [];
  const total = above.reduce((sum, count) => sum + count, 0);
  const breaks = [above[0]];
  let sum = 0;
  for (const count of above) {
    if (sum >= (breaks.length / classes) * total && count > breaks[breaks.length - 1]) breaks.push(count);
    sum += count;
    if (breaks.length === classes) break;
  }
  return breaks;
}

/** The class of a count, -1 for below the first break. */
export function classOf(breaks: readonly number[], count: number): number {
  let found = -1;
  while (found + 1 < breaks.length && count >= breaks[found + 1]) found++;
  return found;
}
