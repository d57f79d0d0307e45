// The rows of a rolling hold-out as CSV (RFC 4180): one line for each model, block and window, every score in its column.

import { isoDay } from "../../incidents/isoDay.ts";
import type { Backtest, Measure } from "./backtest.ts";
import { measureOf, MEASURES } from "./summariseBacktest.ts";

const HEAD = ["model", "block_start", "window_from_h", "window_to_h", "events", "events_outside", "cells"];

/** Lines end with CR LF; a number that has no value is an empty cell. */
export function backtestCsv({ rows, settings }: Pick<Backtest, "rows" | "settings">): string {
  const lines = rows.map(({ model, start, window, score, outside, bound, classes }) => [
    model,
    isoDay(start),
    ...settings.windows[window],
    score.events,
    outside,
    classes.length,
    ...MEASURES.map((measure) => measureOf(score, measure) ?? ""),
    bound ?? "",
  ]);
  return [[...HEAD, ...MEASURES.map(columnName), "error_bound_share_of_peak"], ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

/** captured at 0.2 → captured_20pc; no percent sign, which some readers of headers drop. */
function columnName({ name, share }: Measure): string {
  const words = { auc: "auc", truncatedAuc: "auc_truncated", centreAuc: "auc_at_centres", captured: "captured", hitRate: "hit_rate", pai: "pai", peiStar: "pei_star" }[name];
  return share === null ? words : `${words}_${Math.round(100 * share)}pc`;
}
