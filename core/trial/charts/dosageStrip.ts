// What was patrolled where and when: a heat strip of hotspots by days, in which control days that were patrolled stand out.

import { decimal } from "../../inWords.ts";
import { isoDay } from "../../incidents/isoDay.ts";
import type { Dosage } from "../dosage/dosage.ts";
import { ARMS, armColour } from "./arms.ts";
import { px, shortened, words } from "./axes.ts";
import { LINE, MUTED } from "./chartColours.ts";
import { dateMarks } from "./dateMarks.ts";
import { trialFigure, type TrialFigure } from "./trialFigure.ts";

interface Options {
  readonly dosage: Pick<Dosage, "first" | "arms" | "units" | "series">;
  /** Index of the series. */
  readonly series: number;
  readonly width: number;
}

const DAY = 86_400_000;
const LEFT = 62, TOP = 4, KEY = 52;
/** Of the colour by class: none, and four steps up to the greatest value. */
const STRENGTH = [0.1, 0.5, 0.65, 0.8, 1] as const;

/** Treatment days are tall and blue, control days short and vermilion; the more, the stronger. Days that the files do not reach over are left open. */
export function dosageStrip({ dosage: { first, arms, units, series: all }, series, width }: Options): TrialFigure {
  const { name: what, values, from, until } = all[series];
  const n = units.length, days = n === 0 ? 0 : arms.length / n;
  const reached = (at: number): boolean => at >= from * n && at < until * n;
  const most = values.reduce((a, b, at) => (reached(at) ? Math.max(a, b) : a), 0);
  const step = Math.max(1, Math.ceil(most / 4));
  const cell = (width - LEFT - 4) / Math.max(1, days), row = n > 30 ? 12 : 15;
  const gap = cell > 3 ? 0.4 : 0;
  const paths = ARMS.map(() => STRENGTH.map((): string[] => []));
  const sums = ARMS.map(() => ({ total: 0, locationDays: 0 }));
  for (let at = from * n; at < until * n; at++) {
    const day = Math.floor(at / n), unit = at % n, arm = arms[at] === 1 ? 0 : 1;
    const tall = arm === 0 ? row - 2 : (row - 2) / 2;
    sums[arm].total += values[at];
    sums[arm].locationDays++;
    paths[arm][classOf(values[at], step)].push(`M${px(LEFT + day * cell)} ${px(TOP + (unit + 1) * row - 1)}h${px(cell - gap)}v${px(-tall)}h${px(gap - cell)}z`);
  }
  const bottom = TOP + n * row;
  const cells = paths.flatMap((classes, arm) => classes.map((path, i) => (path.length === 0 ? "" : `<path d="${path.join("")}" fill="${armColour(ARMS[arm])}" fill-opacity="${STRENGTH[i]}"/>`)));
  const [treatment, control] = sums.map(({ total, locationDays }) => decimal(locationDays === 0 ? 0 : total / locationDays, 3));
  return trialFigure({
    title: `${what}: delivery by hotspot and day`,
    description: `${n} hotspots × ${until - from} days. Mean per location-day: treatment ${treatment}, control ${control}. Tall blue cells are treatment days, short vermilion ones control days.`,
    width,
    height: bottom + 22 + KEY,
    marks: [
      ...units.map(({ name }, unit) => words(LEFT - 6, TOP + (unit + 1) * row - row / 2 + 3.5, shortened(name, 9), { anchor: "end", fill: MUTED })),
      ...cells, `<path d="M${LEFT} ${bottom}H${px(LEFT + days * cell)}" stroke="${LINE}"/>`, ...dateMarks(first, days, cell, { left: LEFT, y: bottom, width }), key(bottom + 36, step),
    ],
    columns: ["date", "hotspot", "arm", what],
    rows: Array.from(arms, (arm, at) => [isoDay(first + Math.floor(at / n) * DAY), units[at % n].name, arm === 1 ? "treatment" : "control", reached(at) ? values[at] : null]),
  });
}

const classOf = (value: number, step: number): number => (value <= 0 ? 0 : Math.min(4, Math.ceil(value / step)));

/** How strong the colour of how many is, for each arm. */
function key(y: number, step: number): string {
  const labels = STRENGTH.map((_, i) => (i === 0 ? "0" : i === 4 ? `${step === 1 ? 4 : 3 * step + 1}+` : step === 1 ? String(i) : `${(i - 1) * step + 1}–${i * step}`));
  const rows = ARMS.map((arm, j) => {
    const tall = arm === "treatment" ? 12 : 6;
    return (
      words(2, y + 10 + 16 * j, arm) +
      STRENGTH.map((strength, i) => `<rect x="${LEFT + 40 * i}" y="${px(y + 12 - tall + 16 * j)}" width="36" height="${tall}" fill="${armColour(arm)}" fill-opacity="${strength}" stroke="${MUTED}" stroke-width=".4"/>`).join("")
    );
  });
  return `${labels.map((text, i) => words(LEFT + 40 * i + 18, y - 7, text, { anchor: "middle", fill: MUTED })).join("")}${rows.join("")}`;
}
