// What a simulated expert's knowledge is worth: the table of AUC by how much is known and how exactly.

import type { Grid } from "../../geo/types.ts";
import type { Events } from "../events.ts";
import type { ForecastSettings } from "../forecast.ts";

export interface ExpertValueSettings extends ForecastSettings {
  /** Past blocks that each forecast is made from. */
  readonly history: number;
  /** How many of the last blocks are forecast with and without the expert. */
  readonly testBlocks: number;
  /** Shares of the events that the expert knows of; the Delhi paper takes 0.1, 0.2, 0.3 and 0.5. */
  readonly shares: readonly number[];
  /** Radii within which the expert knows where, m; the paper takes 100, 500 and 1000. */
  readonly radii: readonly number[];
  /** Experts simulated for each share, radius and block. */
  readonly repetitions: number;
  /** The expert block's weight where the expert had said nothing of the latest block to learn it from. */
  readonly expertWeight?: number;
}

export interface ExpertValueRequest extends ExpertValueSettings {
  /** Consecutive, oldest first: history + 1 + testBlocks of them, or more. */
  readonly blocks: readonly Events[];
  readonly grid: Grid;
  /** Indices of the grid's cells that count. */
  readonly cells: Uint32Array;
}

/** AUC of one forecast in one window; share and radius null: without an expert. */
export interface ExpertRow {
  readonly share: number | null;
  readonly radius: number | null;
  readonly repetition: number;
  readonly block: number;
  readonly window: number;
  readonly auc: number | null;
  /** The mean weight of the expert block, learned from what the same expert had said of the block before; null without one. */
  readonly expertWeight: number | null;
}

export interface ExpertValueEntry {
  readonly share: number | null;
  readonly radius: number | null;
  /** Index into the windows; null: all of them. */
  readonly window: number | null;
  /** Mean over blocks and repetitions; null where no block had an event. */
  readonly auc: number | null;
  /** AUC less that without an expert, on the same blocks: 0.01 is one point, what the paper's Table 6 calls 1 %. */
  readonly gain: number | null;
}

export interface ExpertValue {
  readonly settings: ExpertValueSettings;
  readonly rows: readonly ExpertRow[];
  readonly entries: readonly ExpertValueEntry[];
}

/** Means by share, radius and window, and over all windows (Table 6 of the Delhi paper, arXiv 2602.23750). */
export function expertValueEntries(rows: readonly ExpertRow[], { shares, radii, windows }: Pick<ExpertValueSettings, "shares" | "radii" | "windows">): ExpertValueEntry[] {
  const kinds = [{ share: null, radius: null }, ...shares.flatMap((share) => radii.map((radius) => ({ share, radius })))];
  const baseline = new Map(rows.filter(({ share }) => share === null).map(({ block, window, auc }) => [`${block} ${window}`, auc]));
  return kinds.flatMap(({ share, radius }) => {
    const own = rows.filter((row) => row.share === share && row.radius === radius);
    return [...windows.keys(), null].map((window) => {
      const wanted = own.filter((row) => window === null || row.window === window);
      const gains = wanted.map(({ block, window: at, auc }) => {
        const without = baseline.get(`${block} ${at}`) ?? null;
        return auc === null || without === null ? null : auc - without;
      });
      return { share, radius, window, auc: mean(wanted.map(({ auc }) => auc)), gain: share === null ? null : mean(gains) };
    });
  });
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : null;
}
