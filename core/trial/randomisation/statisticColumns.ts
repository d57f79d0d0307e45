// What statistics of the arms are made of: y, y² and the number of location-days, by row and as sums over drawn items.

import type { ArmSums } from "./armStatistic.ts";
import type { RandomisedBlock } from "./randomisedBlocks.ts";
import { type ValueBlocks, valueBlocks } from "./valueBlocks.ts";

export interface StatisticColumn {
  /** day × units + unit. */
  readonly rows: Float64Array;
  readonly sums: ValueBlocks;
}

export interface StatisticColumns {
  readonly y: StatisticColumn;
  readonly squares: StatisticColumn;
  /** 1 in each row: their sum is the number of treated location-days. */
  readonly ones: StatisticColumn;
  /** Of both arms. */
  readonly total: ArmSums;
}

export function statisticColumns(blocks: readonly RandomisedBlock[], y: Float64Array): StatisticColumns {
  const taken = blocks.flatMap(({ items }) => items.flatMap(({ on, off }) => [...on, ...off]));
  const column = (rows: Float64Array): StatisticColumn => ({ rows, sums: valueBlocks(blocks, rows) });
  const sum = (values: Float64Array): number => taken.reduce((total, row) => total + values[row], 0);
  const squares = y.map((value) => value * value);
  return { y: column(y), squares: column(squares), ones: column(new Float64Array(y.length).fill(1)), total: { n: taken.length, y: sum(y), squares: sum(squares) } };
}

/** Whether as many location-days are treated whatever is drawn: all items of a block change as many. */
export const fixedNumber = ({ sums }: StatisticColumn): boolean =>
  sums.blocks.every(({ values }) => Array.from(values).every((value) => value === values[0]));
