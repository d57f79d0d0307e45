// The logarithm of the gamma function.

/**
 * ln Γ(x) by Stirling's series (Abramowitz and Stegun 6.1.41), below 15 after Γ(x) = Γ(x + k) / (x (x + 1) … (x + k − 1)); to about
 * 1e-15 of the larger of 1 and its size.
 * @param x - above 0
 * @throws RangeError otherwise
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs a number above 0, got ${x}`);
  let product = 1, z = x;
  for (; z < 15; z++) product *= z;
  const w = 1 / (z * z);
  const series = (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360)))))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}
