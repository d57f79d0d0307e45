// Rate ratios with their intervals on an axis of equal factors; a line where nothing has changed.

import { decimal } from "../../inWords.ts";
import type { Interval, RateEstimate } from "../evaluate/trialEvaluation.ts";
import { bottomAxis, logAxis, px, shortened, words } from "./axes.ts";
import { INK, MUTED, TREATMENT } from "./chartColours.ts";
import { trialFigure, type TrialFigure } from "./trialFigure.ts";

export interface ForestRow {
  readonly name: string;
  /** Treatment / control. */
  readonly ratio: number;
  readonly interval: Interval | null;
  readonly primary?: boolean;
  /** Below the name, such as the model. */
  readonly detail?: string;
}

interface Options {
  readonly rows: readonly ForestRow[];
  /** "incidents", "incidents in the evening". */
  readonly what: string;
  readonly width: number;
}

const FOOT = 38;
/** A letter of 11 px in bold, px. */
const LETTER = 6.4;

export const ratioRows = (rates: readonly RateEstimate[], primary?: string): ForestRow[] =>
  rates.map(({ outcome, model, ratio, interval }, i) => ({
    name: outcome, ratio, interval, detail: model.replace(/, errors clustered.*$/, ""),
    // Of several models of an outcome the first is the one that was chosen.
    primary: outcome === primary && rates.findIndex((rate) => rate.outcome === outcome) === i,
  }));

/** A name above its line, its numbers at the end of the line; an interval that leaves the axis ends in an arrow. */
export function forestPlot({ rows, what, width }: Options): TrialFigure {
  const drawable = (value: number | undefined): value is number => value !== undefined && value > 0 && Number.isFinite(value);
  const seen = rows.flatMap(({ ratio, interval }) => [ratio, interval?.low, interval?.high]).filter(drawable);
  const from = Math.max(0.05, Math.min(0.8, ...seen) / 1.05), to = Math.min(20, Math.max(1.25, ...seen) * 1.05);
  const axis = logAxis(`rate ratio of ${what}, treatment / control`, [from, to], [12, width - 12]);
  const step = rows.some(({ detail }) => detail) ? 48 : 36;
  const bottom = rows.length * step + 4;
  const marks = rows.map(({ name, ratio, interval, primary = false, detail = "" }, i) => {
    const y = (i + 1) * step - 9, top = i * step + 14;
    const line = interval === null ? "" : whisker(axis.at(clamp(interval.low, from, to)), axis.at(clamp(interval.high, from, to)), y, interval.low < from, interval.high > to);
    const x = axis.at(clamp(ratio, from, to));
    const half = primary ? 5 : 4;
    return (
      words(2, top, shortened(name, (width - 12) / LETTER - told(ratio, interval).length), { bold: primary, halo: true }) + (detail ? words(2, top + 13, detail, { fill: MUTED, halo: true }) : "") + words(width - 2, top, told(ratio, interval), { anchor: "end", bold: primary, halo: true }) + line +
      (drawable(ratio) ? `<rect x="${px(x - half)}" y="${px(y - half)}" width="${2 * half}" height="${2 * half}" fill="${TREATMENT}"/>` : "")
    );
  });
  const one = axis.at(1);
  return trialFigure({
    title: `Rate ratios of ${what}, treatment / control`,
    description: `Left of 1: fewer on treatment. ${rows.map(({ name, ratio, interval }) => `${name} ${told(ratio, interval)}.`).join(" ")}${methodsOf(rows)}`,
    width,
    height: bottom + FOOT,
    marks: [bottomAxis(axis, 4, bottom), `<path d="M${px(one)} 4V${px(bottom)}" stroke="${INK}" stroke-dasharray="3 2"/>`, ...marks],
    columns: ["outcome", "detail", "rate ratio", "low", "high", "interval"],
    rows: rows.map(({ name, detail, ratio, interval }) => [name, detail ?? "", ratio, interval?.low ?? null, interval?.high ?? null, interval?.method ?? ""]),
  });
}

function methodsOf(rows: readonly ForestRow[]): string {
  const methods = [...new Set(rows.flatMap(({ interval }) => interval?.method ?? []))];
  return methods.length === 0 ? "" : ` Intervals: ${methods.join("; ")}.`;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

const told = (ratio: number, interval: Interval | null): string =>
  `${decimal(ratio, 3)}${interval ? ` (${decimal(interval.low, 3)} to ${Number.isFinite(interval.high) ? decimal(interval.high, 3) : "∞"})` : ""}`;

function whisker(low: number, high: number, y: number, opensLow: boolean, opensHigh: boolean): string {
  const end = (x: number, open: boolean, way: number): string => (open ? `M${px(x - 5 * way)} ${px(y - 4)}L${px(x)} ${px(y)}L${px(x - 5 * way)} ${px(y + 4)}` : `M${px(x)} ${px(y - 4)}V${px(y + 4)}`);
  return `<path d="M${px(low)} ${px(y)}H${px(high)}${end(low, opensLow, -1)}${end(high, opensHigh, 1)}" fill="none" stroke="${MUTED}" stroke-width="1.4"/>`;
}
