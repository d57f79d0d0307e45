// The false discovery rate: p-values adjusted for having been asked many times.

/**
 * p₍ᵢ₎ adjusted = min over j ≥ i of p₍ⱼ₎ m / j, at most 1 (Benjamini and Hochberg 1995; R: p.adjust(p, "BH")): those at or under a
 * level hold, in expectation, at most that share of false discoveries.
 * @param p - from 0 to 1; the order is kept
 */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const order = Uint32Array.from(p.keys()).sort((a, b) => p[b] - p[a]);
  const adjusted = new Float64Array(p.length);
  let least = 1;
  order.forEach((i, k) => (adjusted[i] = least = Math.min(least, (p.length / (p.length - k)) * p[i])));
  return adjusted;
}
