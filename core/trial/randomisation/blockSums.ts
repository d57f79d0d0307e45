// The distribution of the sum over k of n items, each choice equally likely, where the items' values are whole numbers.

export interface SumDistribution {
  /** The least sum; entry i is of `least` + i. */
  readonly least: number;
  readonly probability: Float64Array;
}

/**
 * Item after item: with c of the k chosen and i items seen, the next is chosen with probability (k − c)/(n − i), so that no number of
 * assignments ever appears, however large. Items of value 0 come last and change nothing, so that they are left out.
 * @param values - whole numbers, negative ones too
 */
export function blockSums(values: ArrayLike<number>, k: number): SumDistribution {
  const n = values.length;
  let least = 0, most = 0;
  const counting: number[] = [];
  for (let i = 0; i < n; i++) {
    if (values[i] === 0) continue;
    counting.push(values[i]);
    if (values[i] < 0) least += values[i];
    else most += values[i];
  }
  const width = most - least + 1, chosen = Math.min(k, counting.length);
  // ways[c × width + sum − least]
  const ways = new Float64Array((chosen + 1) * width);
  ways[-least] = 1;
  let low = 0, high = 0;
  for (let seen = 0; seen < counting.length; seen++) {
    const value = counting[seen];
    // From the highest c down, so that each is read before it is written to.
    for (let c = Math.min(chosen, seen); c >= 0; c--) {
      const take = (k - c) / (n - seen), from = c * width - least;
      // c cannot be so low that too few items are left: those states have probability 0.
      if (take > 1) continue;
      for (let s = low; s <= high; s++) {
        const p = ways[from + s];
        if (p === 0) continue;
        if (take > 0) ways[from + width + s + value] += p * take;
        ways[from + s] = p * (1 - take);
      }
    }
    if (value < 0) low += value;
    else high += value;
  }
  const probability = new Float64Array(width);
  for (let c = 0; c <= chosen; c++) for (let s = 0; s < width; s++) probability[s] += ways[c * width + s];
  return { least, probability };
}
