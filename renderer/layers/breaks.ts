// Classes of counts: each holds about as many cells as the next, and 0 is never coloured.

/**
 * Quantile breaks of the counts above 0.
 * @returns the least count of each class, rising, the first the least count above 0; empty where all are 0.
 * Fewer than `classes` where many counts are equal.
 */
export function quantileBreaks(counts: ArrayLike<number>, classes: number): number[] {
  const above = Float64Array.from(counts).filter((count) => count > 0).sort();
  if (above.length === 0) return [];
  const breaks = new Set<number>();
  for (let i = 0; i < classes; i++) breaks.add(above[Math.floor((i * above.length) / classes)]);
  return [...breaks];
}

/** The class of a count, -1 for below the first break. */
export function classOf(breaks: readonly number[], count: number): number {
  let found = -1;
  while (found + 1 < breaks.length && count >= breaks[found + 1]) found++;
  return found;
}
