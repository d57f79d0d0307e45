// How far each cell of a raster is from the nearest marked one.

/**
 * Exact Euclidean distances between the centres of cells, in cells, in time linear in them: lower envelopes of parabolas
 * along columns, then along rows (Felzenszwalb and Huttenlocher 2012, "Distance transforms of sampled functions").
 * @param marked - row by row, `columns` a row; not 0 where a cell is marked
 * @returns one value a cell; Infinity where no cell is marked
 */
export function distanceTransform(marked: Uint8Array, columns: number, rows: number): Float64Array {
  const squared = Float64Array.from(marked, (mark) => (mark === 0 ? Infinity : 0));
  const most = Math.max(columns, rows);
  const envelope = { line: new Float64Array(most), apex: new Int32Array(most), from: new Float64Array(most + 1) };
  for (let column = 0; column < columns; column++) along(squared, column, columns, rows, envelope);
  for (let row = 0; row < rows; row++) along(squared, row * columns, 1, columns, envelope);
  return squared.map(Math.sqrt);
}

interface Envelope {
  readonly line: Float64Array;
  /** Where the parabolas of the envelope have their apexes, and where each begins to be the lowest. */
  readonly apex: Int32Array;
  readonly from: Float64Array;
}

/** Replaces the n values at `first`, `first + step`, … by the least of (i − j)² + value j over all j. */
function along(values: Float64Array, first: number, step: number, n: number, { line, apex, from }: Envelope): void {
  let last = -1;
  for (let j = 0; j < n; j++) {
    const height = (line[j] = values[first + j * step]);
    if (height === Infinity) continue;
    let begins = -Infinity;
    while (last >= 0) {
      const i = apex[last];
      begins = (height + j * j - (line[i] + i * i)) / (2 * (j - i));
      if (begins > from[last]) break;
      last--;
    }
    last++;
    apex[last] = j;
    from[last] = last === 0 ? -Infinity : begins;
  }
  if (last < 0) return;
  let k = 0;
  for (let i = 0; i < n; i++) {
    while (k < last && from[k + 1] < i) k++;
    values[first + i * step] = (i - apex[k]) ** 2 + line[apex[k]];
  }
}
