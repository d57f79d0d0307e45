// How a model's class maps change in the course of a hold-out: from window to window, and from block to block.

import type { Backtest } from "./backtest.ts";
import type { ModelNumber } from "../models.ts";
import { summariseTransitions, transitionMatrix, type Transition, type TransitionSummary } from "./transitionMatrix.ts";

export interface BacktestTransitions {
  readonly model: ModelNumber;
  /** From each window to the next of the same block; from each block to the next in the same window; and both together. */
  readonly windows: TransitionSummary;
  readonly blocks: TransitionSummary;
  readonly all: TransitionSummary;
}

/** Table 11 of the Delhi paper does not say whether its successive maps are of windows or of weeks, so that each is given. */
export function backtestTransitions({ rows, settings }: Pick<Backtest, "rows" | "settings">): BacktestTransitions[] {
  return settings.models.map((model) => {
    const maps = new Map(rows.filter((row) => row.model === model).map(({ block, window, classes }) => [`${block} ${window}`, classes]));
    const windows: Transition[] = [];
    const blocks: Transition[] = [];
    for (let block = 0; block < settings.testBlocks; block++) {
      for (const window of settings.windows.keys()) {
        const before = maps.get(`${block} ${window}`);
        const nextWindow = maps.get(`${block} ${window + 1}`);
        const nextBlock = maps.get(`${block + 1} ${window}`);
        if (before && nextWindow) windows.push(transitionMatrix(before, nextWindow));
        if (before && nextBlock) blocks.push(transitionMatrix(before, nextBlock));
      }
    }
    return { model, windows: summariseTransitions(windows), blocks: summariseTransitions(blocks), all: summariseTransitions([...windows, ...blocks]) };
  });
}
