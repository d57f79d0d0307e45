// A randomisation test of any statistic of the arms' sums, from seeded draws of the trial's own scheme.

import { InputError } from "../../errors.ts";
import { createRandom } from "../../stats/random.ts";
import { type ArmSums, STATISTICS, type StatisticName } from "./armStatistic.ts";
import { drawnSums, type Redraw } from "./drawnSums.ts";
import { observedSum, requireChoice, type ValueBlocks } from "./valueBlocks.ts";

export interface DrawnRandomisation {
  readonly observed: number;
  /** The mean over the draws. */
  readonly expected: number;
  readonly p: number;
  readonly less: number;
  readonly greater: number;
}

/** The columns that a statistic is made of: y, y² and the location-days themselves, and their sums over both arms. */
export interface StatisticColumns {
  readonly y: ValueBlocks;
  readonly squares: ValueBlocks;
  readonly ones: ValueBlocks;
  readonly total: ArmSums;
}

/**
 * p = (1 + draws at least as far out as the observed) / (1 + draws): the schedule that was made is one of those that could have been,
 * so that the test never rejects more often than its level (Phipson and Smyth 2010). Two-sided about the mean of the draws, ties counted.
 * @throws InputError where no other assignment was possible
 */
export function drawnRandomisation(
  { y, squares, ones, total }: StatisticColumns,
  statistic: StatisticName,
  { draws, seed, redraw, progress }: { readonly draws: number; readonly seed: string; readonly redraw?: Redraw | undefined; readonly progress?: (fraction: number) => void },
): DrawnRandomisation {
  requireChoice(y.blocks);
  const columns = [y, ...(statistic === "t" ? [squares] : []), ...(fixedNumber(ones) ? [] : [ones])];
  const last = columns.length - 1, of = STATISTICS[statistic].of;
  const treated = observedSum(ones);
  if (treated === 0 || treated === total.n) throw new InputError(`All ${total.n} location-days are of one arm. A comparison needs both.`);
  const value = (sums: ArrayLike<number>, at: number): number => {
    const t = { n: columns[last] === ones ? sums[at + last] : treated, y: sums[at], squares: statistic === "t" ? sums[at + 1] : 0 };
    return of(t, { n: total.n - t.n, y: total.y - t.y, squares: total.squares - t.squares });
  };
  const sums = drawnSums({ columns, draws, random: createRandom(seed).stream("randomisation"), ...(redraw && { redraw }), ...(progress && { progress }) });
  const drawn = Float64Array.from({ length: draws }, (_, draw) => value(sums, draw * columns.length));
  const observed = value(columns.map(observedSum), 0);
  const expected = drawn.reduce((sum, each) => sum + each, 0) / draws;
  // Sums in another order differ in the last digits; a tie is a tie.
  const tie = 1e-9 * drawn.reduce((most, each) => Math.max(most, Math.abs(each)), Math.abs(observed));
  const share = (test: (each: number) => boolean): number => (1 + drawn.reduce((n, each) => n + (test(each) ? 1 : 0), 0)) / (1 + draws);
  return {
    observed,
    expected,
    p: share((each) => Math.abs(each - expected) >= Math.abs(observed - expected) - tie),
    less: share((each) => each <= observed + tie),
    greater: share((each) => each >= observed - tie),
  };
}

/** Whether as many location-days are treated whatever is drawn: all items of a block change as many. */
export const fixedNumber = ({ blocks }: ValueBlocks): boolean =>
  blocks.every(({ values }) => Array.from(values).every((value) => value === values[0]));
