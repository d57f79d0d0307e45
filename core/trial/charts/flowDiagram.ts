// The flow of location-days through the trial, as CONSORT draws it: taken, drawn, treated, analysed.

import { count } from "../../inWords.ts";
import type { TrialFlow } from "../evaluate/trialEvaluation.ts";
import { px, words } from "./axes.ts";
import { MUTED, SURFACE } from "./chartColours.ts";
import { trialFigure, type TrialFigure } from "./trialFigure.ts";

interface Options {
  readonly flow: TrialFlow;
  readonly width: number;
}

const LINE = 15, GAP = 22;

export function flowDiagram({ flow, width }: Options): TrialFigure {
  const { units, daysPlanned, daysAnalysed, allocated, delivered, analysed } = flow;
  const drawn = allocated.treatment + allocated.control;
  const half = (width - 16) / 2;
  const top = ["Location-days of the schedule", `${count(units)} hotspots × ${count(daysPlanned)} days = ${count(units * daysPlanned)}`];
  const steps = (arm: "treatment" | "control"): string[][] => [
    [`Drawn to ${arm}`, `${count(allocated[arm])} of ${count(drawn)} location-days`],
    delivered === null
      ? ["Delivery", "no patrol logs were given"]
      : [arm === "treatment" ? "Had a full patrol" : "Had a full patrol all the same", `${count(delivered[arm])} of ${count(delivered.logged[arm])} that the logs reach over`],
    ["Analysed as drawn", `${count(analysed[arm])} location-days`, left(allocated[arm] - analysed[arm])],
  ];
  const heights = [2, 2, 3].map((lines) => lines * LINE + 12);
  const marks = [box(width / 4, 2, width / 2, top)];
  const first = 2 + 2 * LINE + 12;
  marks.push(arrow(width / 2, first, half / 2 + 2, first + GAP), arrow(width / 2, first, width - half / 2 - 2, first + GAP));
  (["treatment", "control"] as const).forEach((arm, i) => {
    const x = i === 0 ? 2 : width - half - 2;
    let y = first + GAP;
    steps(arm).forEach((lines, at) => {
      marks.push(box(x, y, half, lines, heights[at]));
      if (at < 2) marks.push(arrow(x + half / 2, y + heights[at], x + half / 2, y + heights[at] + GAP));
      y += heights[at] + GAP;
    });
  });
  const height = first + GAP + heights.reduce((sum, tall) => sum + tall + GAP, 0) - GAP + 4;
  return trialFigure({
    title: "Flow of location-days",
    description: `${count(allocated.treatment)} location-days were drawn to treatment and ${count(allocated.control)} to control; ${count(analysed.treatment)} and ${count(analysed.control)} were analysed, on ${count(daysAnalysed)} of ${count(daysPlanned)} days.`,
    width,
    height,
    marks,
    columns: ["step", "treatment", "control"],
    rows: [
      ["drawn", allocated.treatment, allocated.control],
      ["logs reach over", delivered?.logged.treatment ?? null, delivered?.logged.control ?? null],
      ["had a full patrol", delivered?.treatment ?? null, delivered?.control ?? null],
      ["analysed", analysed.treatment, analysed.control],
    ],
  });
}

const left = (n: number): string => (n === 0 ? "none was left out" : `${count(n)} not analysed: days without data`);

const box = (x: number, y: number, wide: number, lines: readonly string[], tall = lines.length * LINE + 12): string =>
  `<rect x="${px(x)}" y="${px(y)}" width="${px(wide)}" height="${px(tall)}" fill="${SURFACE}" stroke="${MUTED}"/>` +
  lines.map((text, i) => words(x + wide / 2, y + 17 + i * LINE, text, { anchor: "middle", bold: i === 0, ...(i > 1 && { fill: MUTED }) })).join("");

const arrow = (x1: number, y1: number, x2: number, y2: number): string =>
  `<path d="M${px(x1)} ${px(y1)}V${px(y1 + 8)}H${px(x2)}V${px(y2)}M${px(x2 - 3)} ${px(y2 - 5)}L${px(x2)} ${px(y2)}L${px(x2 + 3)} ${px(y2 - 5)}" fill="none" stroke="${MUTED}"/>`;
