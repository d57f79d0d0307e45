// Merges incidents at exactly the same coordinates: open data puts thousands on one street corner.

export interface Locations {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Sum of the weights at the location: the number of incidents where none are given. */
  readonly weight: Float64Array;
}

/**
 * One entry a location, in the order of their first incident, by an open-addressing hash table over the bits of x and
 * y. Works on degrees as on metres.
 */
export function mergeStacks(x: Float64Array, y: Float64Array, weights?: Float64Array): Locations {
  const n = x.length;
  let size = 16;
  while (size < 2 * n) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  // + 0 turns -0 into 0: the two are one place and must not differ in their bits.
  const bits = new Float64Array(2);
  const words = new Uint32Array(bits.buffer);
  const out = { x: new Float64Array(n), y: new Float64Array(n), weight: new Float64Array(n) };
  let count = 0;
  for (let i = 0; i < n; i++) {
    const px = (bits[0] = x[i] + 0), py = (bits[1] = y[i] + 0);
    let hash = Math.imul(words[0] ^ Math.imul(words[1], 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15) ^ words[2] ^ Math.imul(words[3], 0xc2b2ae35), 0x27d4eb2f);
    let slot = (hash ^ (hash >>> 16)) & (size - 1);
    while (slots[slot] >= 0 && (out.x[slots[slot]] !== px || out.y[slots[slot]] !== py)) slot = (slot + 1) & (size - 1);
    let at = slots[slot];
    if (at < 0) {
      at = slots[slot] = count++;
      out.x[at] = px;
      out.y[at] = py;
    }
    out.weight[at] += weights ? weights[i] : 1;
  }
  return { x: out.x.subarray(0, count), y: out.y.subarray(0, count), weight: out.weight.subarray(0, count) };
}
