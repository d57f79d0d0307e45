// Ranks cells by their incidents.

/**
 * 1 = most incidents. Ties go to the southern cell, then to the western one, by centres to the millimetre, so that the
 * same data rank the same everywhere.
 * @param count, x, y - one value a cell; y and x are centres, m
 */
export function rankCells(count: Float64Array, x: Float64Array, y: Float64Array): Uint32Array {
  const order = Uint32Array.from(count, (_, i) => i);
  const millimetres = (value: number): number => Math.round(value * 1000);
  order.sort(
    (a, b) => count[b] - count[a] || millimetres(y[a]) - millimetres(y[b]) || millimetres(x[a]) - millimetres(x[b]) || a - b,
  );
  const rank = new Uint32Array(count.length);
  order.forEach((cell, i) => (rank[cell] = i + 1));
  return rank;
}
