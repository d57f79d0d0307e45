// Treatment minus control as it adds up over the trial, with what chance alone would give.

import { count, signed } from "../../inWords.ts";
import { isoDay } from "../../incidents/isoDay.ts";
import type { CumulativeDays } from "../evaluate/trialEvaluation.ts";
import { bottomAxis, leftAxis, linearAxis, px } from "./axes.ts";
import { INK, LINE, TREATMENT } from "./chartColours.ts";
import { trialFigure, type TrialFigure } from "./trialFigure.ts";

interface Options {
  readonly days: CumulativeDays;
  /** Midnight of the first trial day's date, ms. */
  readonly first: number;
  readonly width: number;
}

const DAY = 86_400_000;
const LEFT = 46, TOP = 22, HEIGHT = 200, FOOT = 38;

export function cumulativeDifference({ days: { outcome, treatment, control, difference, band }, first, width }: Options): TrialFigure {
  const days = difference.length;
  const bottom = HEIGHT - FOOT;
  const x = linearAxis(`day of the trial, the first ${isoDay(first)}`, [0, Math.max(1, days)], [LEFT, width - 6], 5);
  const y = linearAxis("incidents, treatment − control", endsOf([...difference, ...band, ...band.map((half) => -half)]), [bottom, TOP]);
  const start = `${px(x.at(0))} ${px(y.at(0))}`;
  const points = (values: Float64Array, sign = 1): string[] => Array.from(values, (value, i) => `${px(x.at(i + 1))} ${px(y.at(sign * value))}`);
  const last = days - 1;
  return trialFigure({
    title: `Cumulative difference: ${outcome}, treatment − control`,
    description:
      days === 0
        ? "No day yet."
        : `After ${days} days ${count(treatment[last])} incidents on treatment days and ${count(control[last])} on control days: ${signed(difference[last], Number.isInteger(difference[last]) ? 0 : 1)}. Shaded: where chance alone puts the line, each day taken by itself; leaving it on some day is no test.`,
    width,
    height: HEIGHT,
    marks: [
      `<path d="M${[start, ...points(band), ...points(band, -1).toReversed()].join("L")}Z" fill="${LINE}" fill-opacity=".6"/>`,
      leftAxis(y, LEFT, width - 6), bottomAxis(x, bottom, bottom),
      `<path d="M${LEFT} ${px(y.at(0))}H${px(width - 6)}" stroke="${INK}" stroke-dasharray="3 2"/>`,
      `<path d="M${[start, ...points(difference)].join("L")}" fill="none" stroke="${TREATMENT}" stroke-width="1.8" stroke-linejoin="round"/>`,
    ],
    columns: ["date", "treatment", "control", "difference", "band"],
    rows: Array.from(difference, (value, i) => [isoDay(first + i * DAY), treatment[i], control[i], value, band[i]]),
  });
}

/** Around the values and 0, with a little room. */
function endsOf(values: readonly number[]): readonly [number, number] {
  const all = [0, ...values];
  const least = all.reduce((a, b) => Math.min(a, b)), greatest = all.reduce((a, b) => Math.max(a, b));
  const margin = 0.05 * (greatest - least || 1);
  return [least - margin, greatest + margin];
}
