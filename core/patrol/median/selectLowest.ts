// The k lowest of some keys, without sorting them all.

/**
 * Hoare's quickselect: reorders the first `count` of `indices` so that the first `k` of them have the lowest keys.
 * @param keys - by index
 */
export function selectLowest(keys: Float64Array, indices: Uint32Array, count: number, k: number): void {
  let left = 0, right = count - 1;
  while (left < right) {
    const pivot = keys[indices[(left + right) >> 1]];
    let i = left, j = right;
    while (i <= j) {
      while (keys[indices[i]] < pivot) i++;
      while (keys[indices[j]] > pivot) j--;
      if (i > j) break;
      const swap = indices[i];
      indices[i++] = indices[j];
      indices[j--] = swap;
    }
    if (k - 1 <= j) right = j;
    else if (k - 1 >= i) left = i;
    else return;
  }
}
