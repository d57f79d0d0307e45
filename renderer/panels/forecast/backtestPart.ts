// A test and the window of it that is looked at.

import type { BacktestSummary, Measure } from "../../../core/forecast/backtest.ts";
import type { ShownBacktest } from "../../shownResults.ts";

export interface Part {
  readonly backtest: ShownBacktest;
  /** null: the mean over windows. */
  readonly window: number | null;
}

export const summaryOf = ({ backtest, window }: Part, model: number, { name, share }: Measure): BacktestSummary | undefined =>
  backtest.summaries.find((one) => one.model === model && one.window === window && one.measure.name === name && one.measure.share === share);
