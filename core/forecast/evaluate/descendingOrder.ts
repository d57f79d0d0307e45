// Cells from the highest value to the lowest, ties by ascending index.

/**
 * Positions of `values` in descending order, the same everywhere: of equal values the lower index comes first. The engine's
 * sort of plain numbers is several times as fast as one with a comparison of ours; each cell then looks up its place.
 * @throws RangeError if a value is NaN
 */
export function descendingOrder(values: Float64Array): Uint32Array {
  const n = values.length;
  const sorted = values.slice().sort();
  if (Number.isNaN(sorted[n - 1])) throw new RangeError("a value is NaN and has no place in an order");
  const order = new Uint32Array(n);
  // How many cells of the group of equal values that ends at this place have been put down.
  const placed = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const value = values[i];
    let low = 0, high = n;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle] <= value) low = middle + 1;
      else high = middle;
    }
    order[n - low + placed[low - 1]++] = i;
  }
  return order;
}
