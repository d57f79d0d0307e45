// A randomisation test of any statistic of the arms' sums, from seeded draws of the trial's own scheme.

import { InputError } from "../../errors.ts";
import { createRandom } from "../../stats/random.ts";
import { STATISTICS, type StatisticName } from "./armStatistic.ts";
import { type DrawnSchedules, scheduledSums } from "./drawnSchedules.ts";
import { drawnSums } from "./drawnSums.ts";
import { fixedNumber, type StatisticColumns } from "./statisticColumns.ts";
import { observedSum, requireChoice, sumMoments } from "./valueBlocks.ts";

export interface DrawnRandomisation {
  readonly observed: number;
  /** Under the scheme, of a difference of means; else the mean over the draws. */
  readonly expected: number;
  readonly p: number;
  readonly less: number;
  readonly greater: number;
  readonly draws: number;
}

export interface DrawSettings {
  readonly draws: number;
  readonly seed: string;
  /** In the place of draws: of a scheme that draws again until arms are balanced. */
  readonly schedules?: DrawnSchedules | undefined;
  readonly progress?: (fraction: number) => void;
}

/**
 * p = (1 + draws at least as far out as the observed) / (1 + draws): the schedule that was made is one of those that could have been,
 * so that the test never rejects more often than its level (Phipson and Smyth 2010). Two-sided about what is expected, ties counted.
 * @throws InputError where no other assignment was possible
 */
export function drawnRandomisation({ y, squares, ones, total }: StatisticColumns, statistic: StatisticName, { draws: asked, seed, schedules, progress }: DrawSettings): DrawnRandomisation {
  requireChoice(y.sums.blocks);
  const treated = observedSum(ones.sums);
  if (treated === 0 || treated === total.n) throw new InputError(`All ${total.n} location-days are of one arm. A comparison needs both.`);
  const columns = [y, ...(statistic === "t" ? [squares] : []), ...(fixedNumber(ones) ? [] : [ones])];
  const last = columns.length - 1, of = STATISTICS[statistic].of;
  const value = (sums: ArrayLike<number>, at: number): number => {
    const t = { n: columns[last] === ones ? sums[at + last] : treated, y: sums[at], squares: statistic === "t" ? sums[at + 1] : 0 };
    return of(t, { n: total.n - t.n, y: total.y - t.y, squares: total.squares - t.squares });
  };
  const draws = schedules?.draws ?? asked;
  const sums = schedules ? scheduledSums(schedules, columns.map(({ rows }) => rows)) : drawnSums(columns.map((column) => column.sums), draws, createRandom(seed).stream("randomisation"), progress);
  const drawn = Float64Array.from({ length: draws }, (_, draw) => value(sums, draw * columns.length));
  const observed = value(columns.map((column) => observedSum(column.sums)), 0);
  // A linear statistic's mean is known; about the mean of the draws a tie on the other side would count or not by chance.
  const known = statistic === "difference" && columns.length === 1 && !schedules;
  const expected = known ? value([sumMoments(y.sums).mean], 0) : drawn.reduce((sum, each) => sum + each, 0) / draws;
  // Sums in another order differ in the last digits; a tie is a tie.
  const tie = 1e-9 * drawn.reduce((most, each) => Math.max(most, Math.abs(each)), Math.abs(observed));
  const share = (test: (each: number) => boolean): number => (1 + drawn.reduce((n, each) => n + (test(each) ? 1 : 0), 0)) / (1 + draws);
  return {
    observed,
    expected,
    p: share((each) => Math.abs(each - expected) >= Math.abs(observed - expected) - tie),
    less: share((each) => each <= observed + tie),
    greater: share((each) => each >= observed - tie),
    draws,
  };
}
