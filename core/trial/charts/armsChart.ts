// Treatment against control: the mean of each arm per location-day with its interval.

import { decimal, percent } from "../../inWords.ts";
import type { ArmSummary, Comparison } from "../evaluate/trialEvaluation.ts";
import { ARMS, armColour, armMark, type Arm } from "./arms.ts";
import { bottomAxis, linearAxis, px, words, type Axis } from "./axes.ts";
import { MUTED } from "./chartColours.ts";
import { trialFigure, type TrialFigure } from "./trialFigure.ts";

interface Options {
  readonly comparisons: readonly Comparison[];
  /** Only these are drawn: counts, days of harm and shares have no common axis. */
  readonly measure: Comparison["measure"];
  readonly width: number;
}

const AXIS = {
  count: "incidents per location-day",
  harm: "days of harm per location-day",
  prevalence: "location-days with an incident, %",
  dosage: "mean per location-day",
} as const;

const LEFT = 66, VALUE = 54, BLOCK = 54, FOOT = 38;

/** Means from 0; measures of delivery differ in kind, so that each has an axis of its own. */
export function armsChart({ comparisons, measure, width }: Options): TrialFigure {
  const drawn = comparisons.filter((one) => one.measure === measure);
  const scale = measure === "prevalence" ? 100 : 1;
  const axisOf = (list: readonly Comparison[]): Axis =>
    linearAxis(AXIS[measure], [0, Math.max(1e-9, ...list.flatMap(({ treatment, control }) => [topOf(treatment), topOf(control)])) * scale], [LEFT, width - VALUE], 6);
  const shared = axisOf(drawn);
  const own = measure === "dosage";
  const step = BLOCK + (own ? 20 : 0);
  const marks = drawn.flatMap((comparison, i) => {
    const top = i * step;
    const axis = own ? axisOf([comparison]) : shared;
    return [
      ...(own ? [bottomAxis({ ...axis, label: "" }, top + 18, top + BLOCK)] : []),
      words(2, top + 12, comparison.outcome, { size: 12, bold: true }),
      ...ARMS.map((arm, j) => row(arm, comparison[arm], top + 25 + 17 * j, axis, scale, width)),
    ];
  });
  const height = drawn.length * step + (own ? 0 : FOOT);
  return trialFigure({
    title: `Treatment against control: ${AXIS[measure]}`,
    description: drawn.map((one) => sentence(one)).join(" "),
    width,
    height: Math.max(height, FOOT),
    marks: [own ? "" : bottomAxis(shared, 4, drawn.length * BLOCK), ...marks],
    columns: ["outcome", "measure", "arm", "location-days", "total", "mean", "low", "high", "interval"],
    rows: drawn.flatMap((one) => ARMS.map((arm) => {
      const { locationDays, total, mean, interval } = one[arm];
      return [one.outcome, measure, arm, locationDays, total, mean, interval?.low ?? null, interval?.high ?? null, interval?.method ?? ""];
    })),
  });
}

const topOf = ({ mean, interval }: ArmSummary): number => 1.04 * Math.max(mean, interval?.high ?? 0);

function row(arm: Arm, { mean, interval }: ArmSummary, y: number, axis: Axis, scale: number, width: number): string {
  const at = (value: number): string => px(axis.at(scale * value));
  const whisker = interval === null ? "" : `<path d="M${at(Math.max(0, interval.low))} ${px(y)}H${at(interval.high)}" stroke="${armColour(arm)}" stroke-width="1.6"/>`;
  return `<g>${words(LEFT - 8, y + 4, arm, { anchor: "end", fill: MUTED })}${whisker}${armMark(arm, axis.at(scale * mean), y)}${words(width - 2, y + 4, numberOf(mean, scale), { anchor: "end" })}</g>`;
}

const numberOf = (mean: number, scale: number): string => (scale === 100 ? percent(mean) : decimal(mean, mean < 10 ? 3 : 1));

function sentence({ outcome, measure, treatment, control, change }: Comparison): string {
  const scale = measure === "prevalence" ? 100 : 1;
  const told = change === null || measure === "dosage" ? "" : ` (${change > 0 ? "+" : "−"}${percent(Math.abs(change))}, ${measure})`;
  return `${outcome}: treatment ${numberOf(treatment.mean, scale)}, control ${numberOf(control.mean, scale)}${told}.`;
}
