// All probabilities of a binomial distribution.

/**
 * P(k) for k = 0 … n, from the mode outwards by P(k + 1) / P(k) = (n − k) p / ((k + 1)(1 − p)) and scaled to a sum of 1, so that no
 * factorial is asked for; to about 1e-14 of each.
 * @param p - between 0 and 1, both allowed
 */
export function binomialChances(n: number, p: number): Float64Array {
  const chance = new Float64Array(n + 1);
  if (p <= 0 || p >= 1) {
    chance[p <= 0 ? 0 : n] = 1;
    return chance;
  }
  const mode = Math.min(n, Math.floor((n + 1) * p)), odds = p / (1 - p);
  let sum = (chance[mode] = 1);
  for (let k = mode; k < n && chance[k] > 0; k++) sum += chance[k + 1] = (chance[k] * odds * (n - k)) / (k + 1);
  for (let k = mode; k > 0 && chance[k] > 0; k--) sum += chance[k - 1] = (chance[k] * k) / (odds * (n - k + 1));
  for (let k = 0; k <= n; k++) chance[k] /= sum;
  return chance;
}
