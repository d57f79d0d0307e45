// Incidents at exactly the same place become one with their weights added: crime files repeat places a lot.

export interface WeightedPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
}

/** Exact: only coordinates equal to the last bit are merged. Keeps the order of first appearance. */
export function mergeCoincident(x: Float64Array, y: Float64Array, weight?: Float64Array): WeightedPoints {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, x.length * 2)));
  const table = new Int32Array(slots).fill(-1);
  const mergedX = new Float64Array(x.length);
  const mergedY = new Float64Array(x.length);
  const merged = new Float64Array(x.length);
  const pair = new Float64Array(2);
  const bits = new Int32Array(pair.buffer);
  let count = 0;
  for (let j = 0; j < x.length; j++) {
    // Adding 0 turns −0 into 0, which compares equal but has other bits.
    pair[0] = x[j] + 0;
    pair[1] = y[j] + 0;
    let hash = 0;
    for (let b = 0; b < 4; b++) hash = Math.imul(hash ^ (hash >>> 15) ^ bits[b], 0x2c1b3c6d);
    let slot = (hash ^ (hash >>> 13)) & (slots - 1);
    while (table[slot] >= 0 && (mergedX[table[slot]] !== pair[0] || mergedY[table[slot]] !== pair[1])) slot = (slot + 1) & (slots - 1);
    if (table[slot] < 0) {
      table[slot] = count;
      mergedX[count] = pair[0];
      mergedY[count] = pair[1];
      count += 1;
    }
    merged[table[slot]] += weight ? weight[j] : 1;
  }
  return { x: mergedX.slice(0, count), y: mergedY.slice(0, count), weight: merged.slice(0, count) };
}
