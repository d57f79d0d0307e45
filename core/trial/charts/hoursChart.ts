// Hour by hour: incidents on treatment and on control days.

import type { HourComparison } from "../evaluate/trialEvaluation.ts";
import { ARMS, armLine, armMark, armsKey } from "./arms.ts";
import { bottomAxis, leftAxis, linearAxis } from "./axes.ts";
import { trialFigure, type TrialFigure } from "./trialFigure.ts";

interface Options {
  readonly outcome: string;
  /** Incidents per location-day. */
  readonly hours: readonly Pick<HourComparison, "hour" | "treatment" | "control">[];
  readonly width: number;
}

const LEFT = 40, TOP = 34, HEIGHT = 190, FOOT = 38;

export function hoursChart({ outcome, hours, width }: Options): TrialFigure {
  const bottom = HEIGHT - FOOT;
  const most = 1000 * Math.max(1e-9, ...hours.flatMap(({ treatment, control }) => [treatment, control]));
  const x = { ...linearAxis("hour of the day", [0, 24], [LEFT, width - 16]), ticks: [0, 6, 12, 18, 24].map((hour) => [hour, `${String(hour).padStart(2, "0")}:00`] as const) };
  const y = linearAxis("incidents per 1,000 location-days", [0, most * 1.06], [bottom, TOP]);
  const lines = ARMS.map((arm) => {
    const points = hours.map((one) => [x.at(one.hour + 0.5), y.at(1000 * one[arm])] as const);
    return `${armLine(arm, points)}${points.map(([px, py]) => armMark(arm, px, py)).join("")}`;
  });
  return trialFigure({
    title: `Hour by hour: ${outcome}`,
    description: "By the clock hour in which they began. Exploratory: of 24 hours one is beyond a 95 % interval by chance alone.",
    width,
    height: HEIGHT,
    marks: [leftAxis(y, LEFT, width - 16), bottomAxis(x, bottom, bottom), ...lines.toReversed(), armsKey(width, 8)],
    columns: ["hour", "treatment per location-day", "control per location-day"],
    rows: hours.map(({ hour, treatment, control }) => [hour, treatment, control]),
  });
}
