// The ends of an axis around values.

/** A little beyond the least and the greatest, so that no mark is cut; never outside `limits`. */
export function axisRange(values: readonly number[], [least, most]: readonly [number, number] = [-Infinity, Infinity]): { readonly from: number; readonly to: number } {
  if (values.length === 0) return { from: 0, to: 1 };
  let low = Infinity, high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const margin = high > low ? 0.06 * (high - low) : 0.06 * Math.abs(high) || 1;
  return { from: Math.max(least, low - margin), to: Math.min(most, high + margin) };
}
