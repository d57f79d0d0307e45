// Delivery week by week: what treatment days had against control days.

import { decimal } from "../../inWords.ts";
import { isoDay } from "../../incidents/isoDay.ts";
import type { Dosage } from "../dosage/dosage.ts";
import { ARMS, armLine, armMark, armsKey } from "./arms.ts";
import { bottomAxis, leftAxis, linearAxis } from "./axes.ts";
import { trialFigure, type TrialFigure } from "./trialFigure.ts";

interface Options {
  readonly dosage: Pick<Dosage, "first" | "byWeek" | "series">;
  /** Index of the series. */
  readonly series: number;
  readonly width: number;
}

const DAY = 86_400_000;

const LEFT = 40, TOP = 34, HEIGHT = 190, FOOT = 38;

/** Weeks that the files do not reach over are left open. */
export function weeklyDosage({ dosage, series, width }: Options): TrialFigure {
  const { name } = dosage.series[series];
  const weeks = dosage.byWeek.map(({ from, ratios }) => ({ start: dosage.first + from * DAY, treatment: ratios[series]?.treatment ?? null, control: ratios[series]?.control ?? null }));
  const bottom = HEIGHT - FOOT;
  const values = weeks.flatMap(({ treatment, control }) => [treatment ?? 0, control ?? 0]);
  const x = linearAxis(weeks.length === 0 ? "week of the trial" : `week of the trial, the first from ${isoDay(weeks[0].start)}`, [0.5, Math.max(1, weeks.length) + 0.5], [LEFT, width - 6], 6, (n) => (Number.isInteger(n) ? String(n) : ""));
  const y = linearAxis(`${name} per location-day`, [0, Math.max(1e-9, ...values) * 1.06], [bottom, TOP]);
  const lines = ARMS.map((arm) => {
    const points = weeks.map((week, i) => (week[arm] === null ? null : ([x.at(i + 1), y.at(week[arm])] as const)));
    return `${armLine(arm, points)}${points.map((point) => point && armMark(arm, ...point)).join("")}`;
  });
  const widest = weeks.reduce<number | null>((least, { treatment, control }) => (treatment === null || control === null ? least : Math.min(least ?? Infinity, treatment - control)), null);
  return trialFigure({
    title: `${name} week by week`,
    description: `Mean per location-day in ${weeks.filter(({ treatment }) => treatment !== null).length} weeks.${widest === null ? "" : ` In the week with the least difference, treatment minus control is ${decimal(widest, 3).replace("-", "−")}.`}`,
    width,
    height: HEIGHT,
    marks: [leftAxis(y, LEFT, width - 6), bottomAxis(x, bottom, bottom), ...lines.toReversed(), armsKey(width, 8)],
    columns: ["week from", "treatment", "control"],
    rows: weeks.map(({ start, treatment, control }) => [isoDay(start), treatment, control]),
  });
}
