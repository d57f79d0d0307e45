// The randomisation test of one outcome of a trial: exact where it can be, with the ratios that it does not reject.

import { normalQuantile } from "../../stats/normalQuantile.ts";
import type { RandomisationResult } from "../evaluate/trialEvaluation.ts";
import { STATISTICS, type StatisticName } from "./armStatistic.ts";
import { type DrawSettings, drawnRandomisation } from "./drawnRandomisation.ts";
import { type ExactRandomisation, exactRandomisation } from "./exactRandomisation.ts";
import type { RandomisedBlock } from "./randomisedBlocks.ts";
import { randomisationInterval } from "./randomisationInterval.ts";
import { fixedNumber, type StatisticColumns, statisticColumns } from "./statisticColumns.ts";
import { observedSum } from "./valueBlocks.ts";

export interface RandomisationSettings extends DrawSettings {
  readonly statistic?: StatisticName;
}

export interface RandomisationTest {
  /** In words. */
  readonly statistic: string;
  readonly observed: number;
  /** Under the scheme, were treatment without effect. */
  readonly expected: number;
  /** Two-sided about what is expected, ties counted; P(statistic ≤ observed), P(statistic ≥ observed). */
  readonly p: number;
  readonly less: number;
  readonly greater: number;
  /** "exact" by convolution, or from so many seeded draws. */
  readonly draws: "exact" | number;
}

/**
 * With as many location-days treated whatever is drawn, the difference of means is a linear function of the sum over the treated, and its
 * distribution is exact by convolution where outcomes are multiples of a step and no schedule was drawn again. Where groups differ in
 * size the number treated varies: there the total over the treated takes the place of the difference.
 */
export function testRandomisation(columns: StatisticColumns, { statistic = "difference", ...settings }: RandomisationSettings): RandomisationTest {
  if (statistic === "difference" && !settings.schedules) {
    const exact = exactRandomisation(columns.y.sums);
    if (exact) return { ...inWords(exact, columns), draws: "exact" };
  }
  return { statistic: STATISTICS[statistic].inWords, ...drawnRandomisation(columns, statistic, settings) };
}

function inWords({ observed, expected, p, less, greater }: ExactRandomisation, { ones, total }: StatisticColumns): Omit<RandomisationTest, "draws"> {
  if (!fixedNumber(ones)) return { statistic: "total over treatment location-days", observed, expected, p, less, greater };
  const treated = observedSum(ones.sums);
  const difference = (sum: number): number => sum / treated - (total.y - sum) / (total.n - treated);
  return { statistic: STATISTICS.difference.inWords, observed: difference(observed), expected: difference(expected), p, less, greater };
}

/** @param level - of the interval: 0.05 for 95 % */
export function randomisationResult(
  outcome: Pick<RandomisationResult, "outcome" | "measure">,
  blocks: readonly RandomisedBlock[],
  y: Float64Array,
  { level, ...settings }: RandomisationSettings & { readonly level: number },
): RandomisationResult {
  const { statistic, observed, expected, p, draws } = testRandomisation(statisticColumns(blocks, y), settings);
  const limits = randomisationInterval(blocks, y, normalQuantile(1 - level / 2));
  const again = settings.schedules ? "; schedules that would have been drawn again are taken in, which makes it wider" : "";
  return {
    ...outcome, statistic, observed, expected, p, draws,
    interval: limits && { low: limits.low - 1, high: limits.high - 1, method: `inversion of the randomisation test for a constant ratio of means, normal approximation${again}` },
  };
}
