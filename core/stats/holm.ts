// The family-wise error rate: p-values adjusted so that any false alarm at all is as rare as the level says.

/**
 * p₍ᵢ₎ adjusted = max over j ≤ i of (m − j + 1) p₍ⱼ₎, at most 1 (Holm 1979; R: p.adjust(p, "holm")).
 * @param p - from 0 to 1; the order is kept
 */
export function holm(p: Float64Array): Float64Array {
  const order = Uint32Array.from(p.keys()).sort((a, b) => p[a] - p[b]);
  const adjusted = new Float64Array(p.length);
  let most = 0;
  order.forEach((i, k) => (adjusted[i] = most = Math.min(1, Math.max(most, (p.length - k) * p[i]))));
  return adjusted;
}
