// Every assignment of small designs, one by one: what the exact distribution is compared with.

import type { ValueBlock } from "../../../../core/trial/randomisation/valueBlocks.ts";

/** All choices of k of n, as flags. */
export function choices(n: number, k: number): boolean[][] {
  if (k > n || k < 0) return [];
  if (n === 0) return [[]];
  return [...choices(n - 1, k - 1).map((rest) => [true, ...rest]), ...choices(n - 1, k).map((rest) => [false, ...rest])];
}

/** The sum over the treated under each assignment. */
export function everySum(blocks: readonly ValueBlock[]): number[] {
  return blocks.reduce<number[]>((sums, { values, treated }) => {
    const parts = choices(treated.length, treated.filter(Boolean).length).map((choice) => choice.reduce((sum, is, i) => sum + (is ? values[i] : 0), 0));
    return sums.flatMap((sum) => parts.map((part) => sum + part));
  }, [0]);
}
