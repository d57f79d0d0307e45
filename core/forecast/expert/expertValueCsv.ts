// What an expert's knowledge is worth as CSV (RFC 4180): one line for each share, radius, expert, block and window.

import { isoDay } from "../../incidents/isoDay.ts";
import type { ExpertValue } from "./expertValue.ts";

const HEAD = ["share_known", "radius_m", "expert", "block_start", "window_from_h", "window_to_h", "auc", "auc_without_expert", "expert_weight"];

/**
 * Lines end with CR LF; a number that has no value is an empty cell, as are share and radius without an expert.
 * @param starts - of the blocks, ms of local civil time read as UTC
 */
export function expertValueCsv({ rows, settings: { windows } }: Pick<ExpertValue, "rows" | "settings">, starts: readonly number[]): string {
  const without = new Map(rows.filter(({ share }) => share === null).map(({ block, window, auc }) => [`${block} ${window}`, auc]));
  const lines = rows.map(({ share, radius, repetition, block, window, auc, expertWeight }) => [
    share ?? "",
    radius ?? "",
    share === null ? "" : repetition + 1,
    isoDay(starts[block]),
    ...windows[window],
    auc ?? "",
    without.get(`${block} ${window}`) ?? "",
    expertWeight ?? "",
  ]);
  return [HEAD, ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}
