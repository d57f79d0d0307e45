// What a rolling hold-out comes to: means, spreads and bootstrap intervals over its blocks, one model's lead over another, the cost of skipping updates.

import { quantile } from "../../stats/quantile.ts";
import { defineJob } from "../../job.ts";
import { z } from "../../schema.ts";
import { createRandom, type Random } from "../../stats/random.ts";
import type { BacktestRow, BacktestSettings, BacktestSummaries, BacktestSummary, Measure, ModelDifference, SkippedRow, SkipSummary } from "./backtest.ts";
import { bootstrapDifference, bootstrapMean } from "./bootstrap.ts";
import { windowSchema } from "../events.ts";
import type { ModelName } from "./peers.ts";
import type { CellScore } from "./scoreForecast.ts";
import { SCORE_SHARES } from "./scoreSurface.ts";

export const AUC: Measure = { name: "auc", share: null };

export const MEASURES: readonly Measure[] = [
  AUC,
  { name: "centreAuc", share: null },
  { name: "truncatedAuc", share: null },
  ...(["captured", "hitRate", "pai", "peiStar"] as const).flatMap((name) => SCORE_SHARES.map((share) => ({ name, share }) as const)),
];

type Values = readonly (number | null)[];

/** What of a hold-out is summarised. */
interface Scored {
  readonly rows: readonly Pick<BacktestRow, "model" | "block" | "window" | "score">[];
  readonly skipped: readonly SkippedRow[];
  /** Models and peers together. */
  readonly settings: Pick<BacktestSettings, "windows" | "testBlocks" | "skipUpdates" | "seed"> & { readonly models: readonly ModelName[] };
}

/** @returns one value a block, null where it has none; `window` null: the mean over the windows that have one. */
export function valuesByBlock({ rows, settings }: { readonly rows: Scored["rows"]; readonly settings: Pick<BacktestSettings, "testBlocks"> }, model: ModelName, window: number | null, measure: Measure): Values {
  const wanted = rows.filter((row) => row.model === model && (window === null || row.window === window));
  return byBlock(settings.testBlocks, wanted, (row) => measureOf(row.score, measure));
}

/** Means, spreads and intervals of every measure, by model, by window and over all windows. */
function summariesOf(backtest: Scored): BacktestSummary[] {
  return eachModelAndWindow(backtest).flatMap(({ model, window }) =>
    MEASURES.map((measure) => {
      const values = valuesByBlock(backtest, model, window, measure);
      const known = values.filter((value) => value !== null);
      return { model, window, measure, blocks: known.length, mean: mean(known), sd: sd(known), interval: bootstrapMean(values, streamOf(backtest, model, window, measure)) };
    }),
  );
}

function differencesOf(backtest: Scored, against: ModelName): ModelDifference[] {
  return eachModelAndWindow(backtest)
    .filter(({ model }) => model !== against)
    .flatMap(({ model, window }) =>
      MEASURES.map((measure) => ({
        model,
        window,
        measure,
        against,
        difference: bootstrapDifference(
          valuesByBlock(backtest, model, window, measure),
          valuesByBlock(backtest, against, window, measure),
          streamOf(backtest, model, window, measure).stream("difference"),
        ),
      })),
    );
}

function skipsOf(backtest: Scored): SkipSummary[] {
  const { models, skipUpdates, testBlocks } = backtest.settings;
  return models.flatMap((model) => {
    const updated = valuesByBlock(backtest, model, null, AUC);
    return [0, ...skipUpdates].map((skip) => {
      const values = skip === 0 ? updated : byBlock(testBlocks, backtest.skipped.filter((row) => row.model === model && row.skip === skip), ({ auc }) => auc);
      const known = values.filter((value) => value !== null).sort((a, b) => a - b);
      const at = (p: number): number | null => (known.length > 0 ? quantile(known, p) : null);
      const loss = skip === 0 ? null : bootstrapDifference(updated, values, streamOf(backtest, model, null, AUC).stream(skip));
      return { model, skip, blocks: known.length, mean: mean(known), p10: at(0.1), p90: at(0.9), loss };
    });
  });
}

const modelName = z.literal([1, 2, 3, 4, 5, "selfExciting", "random"]);
const place = { model: modelName, block: z.int().nonnegative(), window: z.int().nonnegative() };

export const summariseBacktest = defineJob({
  title: "Means, spreads, bootstrap intervals and differences of models over the blocks of a hold-out",
  params: z.strictObject({
    rows: z.array(z.strictObject({ ...place, score: z.custom<CellScore>((value) => typeof value === "object" && value !== null, "must be a score").describe("from scoreForecast") })),
    skipped: z.array(z.strictObject({ ...place, skip: z.int().positive(), auc: z.number().nullable() })).default([]),
    settings: z.strictObject({
      models: z.array(modelName).min(1),
      windows: z.array(windowSchema).min(1),
      testBlocks: z.int().positive(),
      skipUpdates: z.array(z.int().positive()).default([]),
      seed: z.union([z.number(), z.string()]),
    }),
  }),
  run: (backtest): BacktestSummaries => {
    const { models } = backtest.settings;
    return {
      summaries: summariesOf(backtest),
      differences: differencesOf(backtest, models.reduce((a, b) => (rank(b) > rank(a) ? b : a))),
      skips: skipsOf(backtest),
    };
  },
});

/** Peers come after every model. */
const rank = (model: ModelName): number => (typeof model === "number" ? model : 0);

export function measureOf(score: CellScore, { name, share }: Measure): number | null {
  if (share === null) return score[name];
  return score.shares.find((at) => at.share === share)?.[name] ?? null;
}

function eachModelAndWindow({ settings }: Pick<Scored, "settings">): { model: ModelName; window: number | null }[] {
  return settings.models.flatMap((model) => [...settings.windows.keys(), null].map((window) => ({ model, window })));
}

function byBlock<Row extends Pick<BacktestRow, "block">>(blocks: number, rows: readonly Row[], valueOf: (row: Row) => number | null): Values {
  const found: number[][] = Array.from({ length: blocks }, () => []);
  for (const row of rows) {
    const value = valueOf(row);
    if (value !== null) found[row.block].push(value);
  }
  return found.map(mean);
}

/** A stream for each number, so that asking for fewer of them changes none. */
const streamOf = ({ settings }: Pick<Scored, "settings">, model: ModelName, window: number | null, { name, share }: Measure): Random =>
  createRandom(settings.seed).stream(`bootstrap ${model} ${window} ${name} ${share}`);

const mean = (values: readonly number[]): number | null => (values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : null);

function sd(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const middle = mean(values) ?? 0;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}
