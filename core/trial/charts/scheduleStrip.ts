// A schedule at a glance: a strip of units by days, treatment tall and control short.

import { datesOf } from "../schedule/datesOf.ts";
import { treatedDays } from "../schedule/imbalanceOf.ts";
import type { TrialProtocol } from "../protocol.ts";
import { armName } from "../schedule/scheduleCsv.ts";
import { ARMS, armColour } from "./arms.ts";
import { px, shortened, words } from "./axes.ts";
import { LINE, MUTED } from "./chartColours.ts";
import { dateMarks } from "./dateMarks.ts";
import { trialFigure, type TrialFigure } from "./trialFigure.ts";

interface Options {
  readonly protocol: Pick<TrialProtocol, "units" | "first" | "days">;
  /** 1 treatment, 0 control; day × units + unit. */
  readonly arms: Uint8Array;
  readonly width: number;
}

const LEFT = 62, RIGHT = 32, TOP = 4, FOOT = 22;

/** At the right the days on treatment of each unit. */
export function scheduleStrip({ protocol, arms, width }: Options): TrialFigure {
  const { units, first, days } = protocol;
  const n = units.length, row = n > 30 ? 9 : 12;
  const cell = (width - LEFT - RIGHT) / days, gap = cell > 3 ? 0.4 : 0;
  const paths = ARMS.map((): string[] => []);
  arms.forEach((arm, at) => {
    const tall = arm === 1 ? row - 2 : 2;
    paths[arm === 1 ? 0 : 1].push(`M${px(LEFT + Math.floor(at / n) * cell)} ${px(TOP + ((at % n) + 1) * row - 1)}h${px(cell - gap)}v${-tall}h${px(gap - cell)}z`);
  });
  const treated = treatedDays(n, days, arms), bottom = TOP + n * row;
  const size = n > 30 ? 8 : 10;
  const dates = datesOf(protocol);
  return trialFigure({
    title: "The schedule",
    description: `${n} units × ${days} days. Tall blue cells are treatment days, short vermilion ones control days; at the right the days on treatment.`,
    width,
    height: bottom + FOOT,
    marks: [
      ...units.flatMap(({ name }, unit) => {
        const y = TOP + (unit + 1) * row - (row - size) / 2 - 1;
        return [words(LEFT - 6, y, shortened(name, 9), { anchor: "end", fill: MUTED, size }), words(width - 2, y, String(treated[unit]), { anchor: "end", fill: MUTED, size })];
      }),
      ...paths.map((path, i) => `<path d="${path.join("")}" fill="${armColour(ARMS[i])}"/>`),
      `<path d="M${LEFT} ${bottom}H${px(LEFT + days * cell)}" stroke="${LINE}"/>`,
      ...dateMarks(first, days, cell, { left: LEFT, y: bottom, width: width - RIGHT + 20 }),
    ],
    columns: ["date", "hotspot", "arm"],
    rows: Array.from(arms, (arm, at) => [dates[Math.floor(at / n)], units[at % n].name, armName(arm)]),
  });
}
