// How often a test that takes location-days as independent rejects by chance under the trial's own draw.

import { percent } from "../../inWords.ts";
import { normalQuantile } from "../../stats/normalQuantile.ts";
import { normalTail } from "../../stats/normalTail.ts";
import type { RandomisedBlock } from "./randomisedBlocks.ts";
import { observedSum, sumMoments, valueBlocks } from "./valueBlocks.ts";

export interface PlainTestSize {
  /** Of the difference of means: as if location-days were independent, √(s² (1/n₁ + 1/n₀)), and over the draws that could have been made. */
  readonly plainError: number;
  readonly designError: number;
  /** P(plain test rejects) over those draws, were treatment without effect: the level it really has. */
  readonly size: number;
  /** A caution where it is off by more than a fifth; null where it holds. */
  readonly caution: string | null;
}

/**
 * A plain t-test (or chi-squared test, of 0 and 1) rejects beyond z of its own standard error; over the scheme's draws the difference is
 * about normal with the mean and variance that the scheme gives exactly. Hotspots drawn once for a whole period, or in groups, make the
 * plain test liberal; blocks of days that differ make it conservative.
 * @param arms - one a row of y: 1 treatment, 0 control
 */
export function plainTestSize(blocks: readonly RandomisedBlock[], y: Float64Array, level: number): PlainTestSize {
  const rows = blocks.flatMap(({ items }) => items.flatMap(({ on, off }) => [...on, ...off]));
  const n = rows.length, centre = rows.reduce((sum, row) => sum + y[row], 0) / n;
  const treated = observedSum(valueBlocks(blocks, new Float64Array(y.length).fill(1)));
  const squares = rows.reduce((sum, row) => sum + (y[row] - centre) ** 2, 0);
  // The difference of means is this many times the sum of y − ȳ over the treated (where groups differ in size: to first order).
  const factor = 1 / treated + 1 / (n - treated);
  const { mean, variance } = sumMoments(valueBlocks(blocks, y.map((value) => value - centre)));
  const plainError = Math.sqrt((squares / (n - 1)) * factor), designError = Math.sqrt(variance) * factor, bias = mean * factor;
  const z = normalQuantile(1 - level / 2);
  const size = designError === 0 ? 0 : normalTail((z * plainError - bias) / designError) + normalTail((z * plainError + bias) / designError);
  return { plainError, designError, size, caution: cautionOf(size, level) };
}

function cautionOf(size: number, level: number): string | null {
  if (size > 1.2 * level) {
    return `A test that takes location-days as independent is too lenient here: under this trial's draw it rejects ${percent(size)} of the time by chance instead of ${percent(level, 0)}. Go by the randomisation test.`;
  }
  if (size < 0.8 * level) {
    return `A test that takes location-days as independent is too strict here: under this trial's draw it rejects ${percent(size)} of the time by chance instead of ${percent(level, 0)}, and finds less than it could. Go by the randomisation test.`;
  }
  return null;
}
