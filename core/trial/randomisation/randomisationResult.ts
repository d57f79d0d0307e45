// The randomisation test of one outcome of a trial: exact where it can be, with the ratios that it does not reject.

import { normalQuantile } from "../../stats/normalQuantile.ts";
import type { RandomisationResult } from "../evaluate/trialEvaluation.ts";
import { STATISTICS, type StatisticName } from "./armStatistic.ts";
import { drawnRandomisation, fixedNumber, type StatisticColumns } from "./drawnRandomisation.ts";
import type { Redraw } from "./drawnSums.ts";
import { exactRandomisation } from "./exactRandomisation.ts";
import type { RandomisedBlock } from "./randomisedBlocks.ts";
import { randomisationInterval } from "./randomisationInterval.ts";
import { observedSum, valueBlocks } from "./valueBlocks.ts";

export interface RandomisationSettings {
  readonly statistic?: StatisticName;
  readonly draws: number;
  readonly seed: string;
  /** Where the scheme draws again until schedules are balanced: then the test draws with the same rule. */
  readonly redraw?: Redraw | undefined;
  readonly progress?: (fraction: number) => void;
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

export function statisticColumns(blocks: readonly RandomisedBlock[], y: Float64Array): StatisticColumns {
  const rows = blocks.flatMap(({ items }) => items.flatMap(({ on, off }) => [...on, ...off]));
  const squares = y.map((value) => value * value);
  const sum = (values: Float64Array): number => rows.reduce((total, row) => total + values[row], 0);
  return {
    y: valueBlocks(blocks, y),
    squares: valueBlocks(blocks, squares),
    ones: valueBlocks(blocks, new Float64Array(y.length).fill(1)),
    total: { n: rows.length, y: sum(y), squares: sum(squares) },
  };
}

/**
 * With as many location-days treated whatever is drawn, the difference of means is a linear function of the sum over the treated, and its
 * distribution is exact by convolution where outcomes are multiples of a step and no schedule was drawn again. Where groups differ in
 * size the number treated varies: there the total over the treated takes the place of the difference.
 */
export function testRandomisation(columns: StatisticColumns, { statistic = "difference", ...settings }: RandomisationSettings): RandomisationTest {
  if (statistic === "difference" && !settings.redraw) {
    const exact = exactRandomisation(columns.y);
    if (exact) return { ...inWords(exact, columns), draws: "exact" };
  }
  return { statistic: STATISTICS[statistic].inWords, ...drawnRandomisation(columns, statistic, settings), draws: settings.draws };
}

function inWords({ observed, expected, p, less, greater }: NonNullable<ReturnType<typeof exactRandomisation>>, { ones, total }: StatisticColumns): Omit<RandomisationTest, "draws"> {
  if (!fixedNumber(ones)) return { statistic: "total over treatment location-days", observed, expected, p, less, greater };
  const treated = observedSum(ones);
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
  const again = settings.redraw ? "; schedules that would have been drawn again are taken in, which makes it wider" : "";
  return {
    ...outcome, statistic, observed, expected, p, draws,
    interval: limits && { low: limits.low - 1, high: limits.high - 1, method: `inversion of the randomisation test for a constant ratio of means, normal approximation${again}` },
  };
}
