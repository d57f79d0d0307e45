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
  return bootstrapSums([known, new Float64Array(known.length).fill(1)], ratio, random, options);
}

/** Of sums over blocks: the first by the second; null where that is 0. */
export const ratio = ([sum, count]: Float64Array): number | null => (count === 0 ? null : sum / count);

/**
 * The same for any number made of sums over the blocks, such as a share of all events, to which a block with more events
 * adds more: the blocks are drawn, their columns summed, and the number is worked out of the sums.
 * @param columns - each with one value a block
 * @param statistic - of the sums of the columns; null where it has no value (such draws are left out)
 * @returns null where the blocks themselves give no value
 * @throws InputError as bootstrapMean
 */
export function bootstrapSums(
  columns: readonly Float64Array[],
  statistic: (sums: Float64Array) => number | null,
  random: Random,
  options: Partial<BootstrapOptions> = {},
): BootstrapInterval | null {
  const { samples, level } = { ...BOOTSTRAP_DEFAULTS, ...options };
  if (!(Number.isInteger(samples) && samples >= 1)) throw new InputError(`The bootstrap has ${samples} samples; it needs a whole number of at least 1. 2000 is usual.`);
  if (!(level > 0 && level < 1)) throw new InputError(`The interval's level is ${level}; it must be between 0 and 1. 0.95 is usual.`);
  const n = columns[0].length;
  const mean = statistic(Float64Array.from(columns, (column) => column.reduce((a, b) => a + b, 0)));
  if (n === 0 || mean === null) return null;
  const drawn: number[] = [];
  const sums = new Float64Array(columns.length);
  for (let s = 0; s < samples; s++) {
    sums.fill(0);
    for (let i = 0; i < n; i++) {
      const block = random.integer(n);
      for (let c = 0; c < columns.length; c++) sums[c] += columns[c][block];
    }
    const value = statistic(sums);
    if (value !== null) drawn.push(value);
  }
  const sorted = Float64Array.from(drawn).sort();
  const tail = (1 - level) / 2;
  return sorted.length === 0 ? null : { mean, low: quantile(sorted, tail), high: quantile(sorted, 1 - tail), blocks: n };
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
