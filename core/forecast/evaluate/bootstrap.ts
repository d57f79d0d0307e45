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
  const { samples, level } = { ...BOOTSTRAP_DEFAULTS, ...options };
  if (!(Number.isInteger(samples) && samples >= 1)) throw new InputError(`The bootstrap has ${samples} samples; it needs a whole number of at least 1. 2000 is usual.`);
  if (!(level > 0 && level < 1)) throw new InputError(`The interval's level is ${level}; it must be between 0 and 1. 0.95 is usual.`);
  const known = values.filter((value) => value !== null);
  const n = known.length;
  if (n === 0) return null;
  const means = new Float64Array(samples);
  for (let s = 0; s < samples; s++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += known[random.integer(n)];
    means[s] = sum / n;
  }
  means.sort();
  const tail = (1 - level) / 2;
  return { mean: known.reduce((a, b) => a + b, 0) / n, low: quantile(means, tail), high: quantile(means, 1 - tail), blocks: n };
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
