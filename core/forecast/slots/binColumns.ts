// Predictors as bins of at most 256: trees then look for splits in small histograms instead of sorted columns.

/** Bins that fit in a byte. */
export const MOST_BINS = 256;

export interface BinnedColumns {
  /** One a predictor: the bin of each row. */
  readonly bins: readonly Uint8Array[];
  /** One a predictor, ascending: a value is in bin b where b cuts lie below it. */
  readonly cuts: readonly Float64Array[];
  readonly rows: number;
}

/**
 * Cuts lie half way between neighbouring values, as R's randomForest and gbm put theirs. Up to 256 distinct values have a bin
 * each, so that no split is lost; of more, each bin holds about the same half share of rows and half share of the column's sum
 * above its least value, so that the few highest densities, which decide a ranking, are told apart too.
 */
export function binColumns(columns: readonly Float64Array[]): BinnedColumns {
  const cuts = columns.map(cutsOf);
  return binWith(cuts, columns);
}

/** The bins of further rows by cuts that were made before. */
export function binWith(cuts: readonly Float64Array[], columns: readonly Float64Array[]): BinnedColumns {
  return { bins: columns.map((column, j) => binsOf(column, cuts[j])), cuts, rows: columns[0]?.length ?? 0 };
}

function cutsOf(column: Float64Array): Float64Array {
  const sorted = column.slice().sort();
  const n = sorted.length, least = sorted[0];
  let distinct = n > 0 ? 1 : 0, total = 0;
  for (let i = 0; i < n; i++) {
    if (i > 0 && sorted[i] !== sorted[i - 1]) distinct++;
    total += sorted[i] - least;
  }
  const cuts: number[] = [];
  const every = distinct <= MOST_BINS;
  const weigh = (count: number, value: number): number => 0.5 * (count / n) + (total > 0 ? 0.5 * ((count * (value - least)) / total) : 0);
  // What is left is shared anew among the bins that are left, so that a value with many rows takes no bin from the rest.
  let left = 1, own = 0;
  for (let start = 0; start < n;) {
    const value = sorted[start];
    let end = start + 1;
    while (end < n && sorted[end] === value) end++;
    if (end === n) break;
    own += weigh(end - start, value);
    let next = end + 1;
    if (!every) while (next < n && sorted[next] === sorted[end]) next++;
    const share = left / (MOST_BINS - cuts.length);
    if (every || (cuts.length < MOST_BINS - 1 && (own >= share || weigh(next - end, sorted[end]) >= share))) {
      cuts.push(between(value, sorted[end]));
      left -= own;
      own = 0;
    }
    start = end;
  }
  return Float64Array.from(cuts);
}

/** Half way, but never the upper one itself, which rounding could give. */
function between(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  return middle < high ? middle : low;
}

function binsOf(column: Float64Array, cuts: Float64Array): Uint8Array {
  const out = new Uint8Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const value = column[i];
    let low = 0, high = cuts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cuts[middle] < value) low = middle + 1;
      else high = middle;
    }
    out[i] = low;
  }
  return out;
}
