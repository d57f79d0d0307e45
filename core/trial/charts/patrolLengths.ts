// How long patrols were: a histogram with the minutes at which the timer turns amber and green.

import { count, percent } from "../../inWords.ts";
import type { Dosage } from "../dosage/dosage.ts";
import { bottomAxis, leftAxis, linearAxis, px, words } from "./axes.ts";
import { AMBER, GREEN, INK, MUTED, SURFACE } from "./chartColours.ts";
import { trialFigure, type TrialFigure } from "./trialFigure.ts";

interface Options extends Pick<Dosage, "amber" | "green" | "longEnough"> {
  /** Patrols by length: index = whole minutes. */
  readonly lengths: ArrayLike<number>;
  readonly width: number;
}

const LEFT = 40, TOP = 34, HEIGHT = 190, FOOT = 38;

/** Bars of one minute; the last holds all that are longer. A bar is hollow before amber, hatched up to green, full from green. */
export function patrolLengths({ lengths, amber, green, longEnough, width }: Options): TrialFigure {
  const last = Math.min(lengths.length - 1, Math.max(Math.ceil(2 * green), 20));
  const bins = Array.from(lengths).slice(0, last + 1);
  bins[last] = Array.from(lengths).slice(last).reduce((sum, n) => sum + n, 0);
  const bottom = HEIGHT - FOOT;
  const x = linearAxis("length of the patrol, minutes", [0, last + 1], [LEFT, width - 6], 6);
  const y = linearAxis("patrols", [0, Math.max(1, ...bins) * 1.04], [bottom, TOP], 4, count);
  const bar = x.at(1) - x.at(0) - 1;
  const bars = bins.map((n, minute) => {
    if (n === 0) return "";
    const timer = timerAt(minute, amber, green);
    const left = x.at(minute) + 0.5, tall = bottom - y.at(n);
    const hatch = timer === "amber" ? Array.from({ length: Math.floor(tall / 4) }, (_, i) => `M${px(left)} ${px(bottom - 4 * i - 2)}h${px(bar)}`).join("") : "";
    return `<rect x="${px(left)}" y="${px(y.at(n))}" width="${px(bar)}" height="${px(tall)}" ${LOOK[timer]}/>${hatch ? `<path d="${hatch}" stroke="${INK}" stroke-width=".5"/>` : ""}`;
  });
  const threshold = (at: number, name: string, row: number): string =>
    `<path d="M${px(x.at(at))} ${px(row === 0 ? TOP - 14 : TOP - 8)}V${px(bottom)}" stroke="${INK}" stroke-dasharray="3 2"/>${words(x.at(at) + (row === 0 ? -3 : 3), TOP - 8 + 4 * row, `${name}, ${at} min`, row === 0 ? { anchor: "end" } : {})}`;
  const all = bins.reduce((sum, n) => sum + n, 0);
  return trialFigure({
    title: "Lengths of patrols",
    description:
      all === 0 || longEnough === null
        ? "No patrol has a length."
        : `${count(all)} patrols: ${percent(longEnough.amber.share)} of at least ${amber} minutes, ${percent(longEnough.green.share)} of at least ${green}. The last bar is ${last} minutes and longer.`,
    width,
    height: HEIGHT,
    marks: [leftAxis(y, LEFT, width - 6), bottomAxis(x, bottom, bottom), ...bars, threshold(amber, "amber", 0), threshold(green, "green", 1)],
    columns: ["minutes from", "minutes to", "timer", "patrols"],
    rows: bins.map((n, minute) => [minute, minute === last ? null : minute + 1, timerAt(minute, amber, green), n]),
  });
}

/** Of patrols of `minute` to `minute` + 1: what the timer shows at the end of the minute. */
const timerAt = (minute: number, amber: number, green: number): keyof typeof LOOK => (minute >= green ? "green" : minute + 1 > amber ? "amber" : "short");

const LOOK = { short: `fill="${SURFACE}" stroke="${MUTED}"`, amber: `fill="${AMBER}"`, green: `fill="${GREEN}"` } as const;
