// A sum over treated location-days, written as a sum over the items that are drawn: what every linear statistic of a trial is.

import { InputError } from "../../errors.ts";
import type { RandomisedBlock } from "./randomisedBlocks.ts";

/** What each item adds to the sum if it is drawn, and which were. */
export interface ValueBlock {
  readonly values: ArrayLike<number>;
  readonly treated: readonly boolean[];
}

export interface ValueBlocks {
  readonly blocks: readonly ValueBlock[];
  /** What is in the sum whatever is drawn. */
  readonly constant: number;
}

/** Σ over treated rows of y = constant + Σ over drawn items of (y on − y off): an item that is not drawn treats its rows "off". */
export function valueBlocks(blocks: readonly RandomisedBlock[], y: ArrayLike<number>): ValueBlocks {
  const sum = (rows: readonly number[]): number => rows.reduce((total, row) => total + y[row], 0);
  return {
    blocks: blocks.map(({ items, treated }) => ({ values: Float64Array.from(items, ({ on, off }) => sum(on) - sum(off)), treated })),
    constant: blocks.reduce((total, { items }) => items.reduce((part, { off }) => part + sum(off), total), 0),
  };
}

export const treatedItems = ({ treated }: ValueBlock): number => treated.reduce((n, is) => n + (is ? 1 : 0), 0);

/** The sum that came about. */
export const observedSum = ({ blocks, constant }: ValueBlocks): number =>
  blocks.reduce((sum, { values, treated }) => treated.reduce((part, is, i) => part + (is ? values[i] : 0), sum), constant);

export interface SumMoments {
  readonly mean: number;
  readonly variance: number;
}

/** Of the sum over all assignments: mean constant + Σ (k/n) Σ v, variance Σ k (n − k) / (n (n − 1)) Σ (v − v̄)² (Cochran 1977, 2.3). */
export function sumMoments({ blocks, constant }: ValueBlocks): SumMoments {
  let mean = constant, variance = 0;
  for (const block of blocks) {
    const { values } = block, n = values.length, k = treatedItems(block);
    let sum = 0, squares = 0;
    for (let i = 0; i < n; i++) sum += values[i];
    for (let i = 0; i < n; i++) squares += (values[i] - sum / n) ** 2;
    mean += (k / n) * sum;
    if (n > 1) variance += ((k * (n - k)) / (n * (n - 1))) * squares;
  }
  return { mean, variance };
}

/** @throws InputError where no other assignment was possible */
export function requireChoice(blocks: readonly ValueBlock[]): void {
  if (blocks.every((block) => [0, block.treated.length].includes(treatedItems(block)))) {
    throw new InputError(`In each of ${blocks.length} blocks all or none are treated, so the draw had no choice and there is nothing to compare. Give blocks with both arms.`);
  }
}

/** Base-10 logarithm of Π C(n, k). */
export function logAssignments(blocks: readonly ValueBlock[]): number {
  let sum = 0;
  for (const block of blocks) for (let k = treatedItems(block), i = 1; i <= k; i++) sum += Math.log10((block.treated.length - k + i) / i);
  return sum;
}
