// The Gini coefficient of crime over places, and its generalisation for fewer crimes than places.

/**
 * G = Σ (2 k − n − 1) x₍ₖ₎ / (n Σ x), values ascending: 0 where all hold the same, 1 − 1/n where one holds everything (Gini 1912).
 * @param values - one a place, 0 or more, some above 0
 */
export function gini(values: Float64Array): number {
  const ascending = values.slice().sort();
  const n = values.length;
  let weighted = 0, total = 0;
  for (let k = 0; k < n; k++) {
    weighted += (2 * (k + 1) - n - 1) * ascending[k];
    total += ascending[k];
  }
  return weighted / (n * total);
}

/**
 * G′ = max(n / c, 1)(G − 1) + 1 for c crimes in n places: c crimes can be in c places at most, so that with c < n an even spread
 * already has G > 0, and G′ = 0 for it (Bernasco and Steenbeek 2017, eq. 5).
 */
export const generalisedGini = (g: number, places: number, crimes: number): number => Math.max(places / crimes, 1) * (g - 1) + 1;
