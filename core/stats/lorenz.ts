// The Lorenz curve of crime over places, from the place with the most.

export interface Lorenz {
  /** From 0 to 1, one more than places. */
  readonly cellShare: Float64Array;
  /** Crime in the first so many places, descending; equal steps of `cellShare` add less and less. */
  readonly crimeShare: Float64Array;
}

/** Descending, so that it lies above the diagonal; the ascending curve of economics is the same turned about (½, ½). @param values - one a place, some above 0 */
export function lorenz(values: Float64Array): Lorenz {
  const descending = values.slice().sort().reverse();
  const n = values.length;
  const total = descending.reduce((sum, value) => sum + value, 0);
  const cellShare = new Float64Array(n + 1), crimeShare = new Float64Array(n + 1);
  let held = 0;
  for (let k = 0; k < n; k++) {
    held += descending[k];
    cellShare[k + 1] = (k + 1) / n;
    crimeShare[k + 1] = k + 1 === n ? 1 : held / total;
  }
  return { cellShare, crimeShare };
}

/** The share of crime that the places with the most hold in a share of all places, straight between two places. */
export function crimeShareAt({ crimeShare }: Lorenz, cellShare: number): number {
  const n = crimeShare.length - 1;
  const at = Math.min(1, Math.max(0, cellShare)) * n;
  const below = Math.min(n - 1, Math.floor(at));
  return crimeShare[below] + (at - below) * (crimeShare[below + 1] - crimeShare[below]);
}
