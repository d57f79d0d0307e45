// The distribution function of the standard normal.

/**
 * Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/(3·5) + …), to 1e-15 (G. Marsaglia, "Evaluating the normal distribution", Journal of
 * Statistical Software 11 (2004)); 0 and 1 beyond 8.5 standard deviations.
 */
export function normalCdf(z: number): number {
  if (z < -8.5) return 0;
  if (z > 8.5) return 1;
  let sum = z, before = 0, term = z;
  for (let i = 3; sum !== before; i += 2) {
    before = sum;
    term *= (z * z) / i;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}
