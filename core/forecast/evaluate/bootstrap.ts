// How sure a mean over blocks is, and how sure one model's lead over another: bootstrap intervals, blocks drawn with replacement.

import { quantile } from "../../stats/quantile.ts";
import { InputError } from "../../errors.ts";
import type { Random } from "../../stats/random.ts";

export interface BootstrapInterval {
  /** Of the blocks themselves, not of the samples. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Blocks that had a value. */
  readonly blocks: number;
}

export interface BootstrapOptions {
  readonly samples: number;
  /** Between 0 and 1. */
  readonly level: number;
}

export const BOOTSTRAP_DEFAULTS: BootstrapOptions = { samples: 2000, level: 0.95 };

/**
 * Percentile interval for the mean over blocks (Efron and Tibshirani 1993, section 13.3): blocks are what repeats, so they,
 * not cells or events, are drawn again. Blocks without a value are left out; null where none has one.
 * @param values - one a block, e.g. its AUC; null where it has none
 * @throws InputError for fewer than 1 sample or a level that is not between 0 and 1
 */
export function bootstrapMean(values: readonly (number | null)[], random: Random, options: Partial<BootstrapOptions> = {}): BootstrapInterval | null {
  const known = Float64Array.from(values.filter((value) => value !== null));
  return bootstrapSums([known, new Float64Array(known.length).fill(1)], [(sums) => ratioOf(sums[0], sums[1])], random, options)[0];
}

/** null where there is nothing to divide by. */
export const ratioOf = (a: number, b: number): number | null => (b === 0 ? null : a / b);

/**
 * The same for numbers made of sums over the blocks, such as a share of all events, to which a block with more events adds
 * more: the blocks are drawn, their columns summed, and all numbers are worked out of the sums of one draw.
 * @param columns - each with one value a block
 * @param statistics - of the sums of the columns; null where one has no value (such draws are left out)
 * @returns one a statistic; null where the blocks themselves give it no value
 * @throws InputError as bootstrapMean
 */
export function bootstrapSums(
  columns: readonly Float64Array[],
  statistics: readonly ((sums: Float64Array) => number | null)[],
  random: Random,
  options: Partial<BootstrapOptions> = {},
): (BootstrapInterval | null)[] {
  const { samples, level } = { ...BOOTSTRAP_DEFAULTS, ...options };
  if (!(Number.isInteger(samples) && samples >= 1)) throw new InputError(`The bootstrap has ${samples} samples; it needs a whole number of at least 1. 2000 is usual.`);
  if (!(level > 0 && level < 1)) throw new InputError(`The interval's level is ${level}; it must be between 0 and 1. 0.95 is usual.`);
  const n = columns[0].length;
  if (n === 0) return statistics.map(() => null);
  const drawn = new Uint32Array(n);
  const sums = new Float64Array(columns.length);
  const values: number[][] = statistics.map(() => []);
  for (let s = 0; s < samples; s++) {
    for (let i = 0; i < n; i++) drawn[i] = random.integer(n);
    columns.forEach((column, c) => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += column[drawn[i]];
      sums[c] = sum;
    });
    statistics.forEach((statistic, k) => {
      const value = statistic(sums);
      if (value !== null) values[k].push(value);
    });
  }
  const whole = Float64Array.from(columns, (column) => column.reduce((a, b) => a + b, 0));
  const tail = (1 - level) / 2;
  return statistics.map((statistic, k) => {
    const mean = statistic(whole);
    const sorted = Float64Array.from(values[k]).sort();
    return mean === null || sorted.length === 0 ? null : { mean, low: quantile(sorted, tail), high: quantile(sorted, 1 - tail), blocks: n };
  });
}

/**
 * The same for mean(a) − mean(b), two models over the same blocks: the difference of each block is drawn, so that a hard
 * block is hard for both. Blocks in which either has no value are left out.
 * @throws RangeError where the models have not the same number of blocks
 */
export function bootstrapDifference(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  random: Random,
  options: Partial<BootstrapOptions> = {},
): BootstrapInterval | null {
  if (a.length !== b.length) throw new RangeError(`${a.length} and ${b.length} blocks; the models must be scored on the same blocks`);
  const differences = a.map((value, i) => {
    const other = b[i];
    return value === null || other === null ? null : value - other;
  });
  return bootstrapMean(differences, random, options);
}
