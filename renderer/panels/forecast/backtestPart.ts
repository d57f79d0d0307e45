// A test and the window of it that is looked at.

import type { BacktestSettings, BacktestSummary, Measure } from "../../../core/forecast/evaluate/backtest.ts";
import type { ModelName } from "../../../core/forecast/evaluate/peers.ts";
import type { ShownBacktest } from "../../shownResults.ts";

export interface Part {
  readonly backtest: ShownBacktest;
  /** null: the mean over windows. */
  readonly window: number | null;
}

export const summaryOf = ({ backtest, window }: Part, model: ModelName, { name, share }: Measure): BacktestSummary | undefined =>
  backtest.summaries.find((one) => one.model === model && one.window === window && one.measure.name === name && one.measure.share === share);

/** Models first, then the peers set beside them. */
export const contenders = ({ models, peers = [] }: Pick<BacktestSettings, "models" | "peers">): readonly ModelName[] => [...models, ...peers];

/** "5" as the head of a row, or the peer's name. */
export const shortName = (model: ModelName): string => (model === "selfExciting" ? "self-exciting" : `${model}`);

/** "model 5", or the peer's name. */
export const nameInWords = (model: ModelName): string => (typeof model === "number" ? `model ${model}` : shortName(model));
