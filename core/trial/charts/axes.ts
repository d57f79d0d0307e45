// Axes of a trial's charts: round ticks, thin rules, and the unit.

import { escapeXml } from "../../formats/escapeXml.ts";
import { decimal } from "../../inWords.ts";
import { niceTicks } from "../../record/niceTicks.ts";
import { LINE, MUTED, SURFACE } from "./chartColours.ts";

export interface Axis {
  /** With its unit. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** Where a value stands, px. */
  readonly at: (value: number) => number;
  readonly ticks: readonly (readonly [value: number, text: string])[];
}

type Ends = readonly [from: number, to: number];

export function linearAxis(label: string, [from, to]: Ends, [start, end]: Ends, wanted = 4, words?: (value: number) => string): Axis {
  const span = to > from ? to - from : 1;
  const digits = Math.min(6, Math.max(0, Math.ceil(-Math.log10(span / (2 * wanted)))));
  return {
    label, from, to,
    at: (value) => start + ((value - from) / span) * (end - start),
    ticks: niceTicks(from, to, wanted).map((value) => [value, (words ?? ((n) => decimal(n, digits).replace("-", "−")))(value)]),
  };
}

const RATIOS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 5, 10, 20, 50, 100];

/** Of ratios: equal factors are equal lengths. */
export function logAxis(label: string, [from, to]: Ends, [start, end]: Ends): Axis {
  const at = (value: number): number => start + (Math.log(value / from) / Math.log(to / from)) * (end - start);
  // From 1 outwards, each where it leaves room for its own digits.
  const inside = RATIOS.filter((ratio) => ratio >= from * (1 - 1e-9) && ratio <= to * (1 + 1e-9)).sort((a, b) => Math.abs(Math.log(a)) - Math.abs(Math.log(b)));
  const kept = inside.reduce<number[]>((list, ratio) => (list.every((other) => Math.abs(at(other) - at(ratio)) >= 30) ? [...list, ratio] : list), []);
  return { label, from, to, at, ticks: kept.map((ratio) => [ratio, String(ratio)]) };
}

/** Under the marks: rules from `top` to `y`, ticks and, where there is one, the label below. */
export function bottomAxis({ label, from, to, at, ticks }: Axis, top: number, y: number): string {
  const rules = ticks.map(([value, text]) => `<path d="M${px(at(value))} ${px(top)}V${px(y)}" stroke="${LINE}"/>${words(at(value), y + 13, text, { anchor: "middle", fill: MUTED })}`);
  return `${rules.join("")}<path d="M${px(at(from))} ${px(y)}H${px(at(to))}" stroke="${MUTED}"/>${label === "" ? "" : words((at(from) + at(to)) / 2, y + 28, label, { anchor: "middle" })}`;
}

/** To the left of the marks: rules to `right`, the label above. */
export function leftAxis({ label, at, to, ticks }: Axis, x: number, right: number): string {
  const rules = ticks.map(([value, text]) => `<path d="M${px(x)} ${px(at(value))}H${px(right)}" stroke="${LINE}"/>${words(x - 5, at(value) + 4, text, { anchor: "end", fill: MUTED })}`);
  return `${rules.join("")}${words(2, at(to) - 9, label)}`;
}

interface Look {
  readonly anchor?: "middle" | "end";
  readonly bold?: boolean;
  readonly size?: number;
  readonly fill?: string;
  /** Over lines: with the ground's colour about its letters. */
  readonly halo?: boolean;
}

export const words = (x: number, y: number, text: string, { anchor, bold = false, size, fill, halo = false }: Look = {}): string =>
  `<text x="${px(x)}" y="${px(y)}"${anchor ? ` text-anchor="${anchor}"` : ""}${bold ? ' font-weight="700"' : ""}${size ? ` font-size="${size}"` : ""}${fill ? ` fill="${fill}"` : ""}${halo ? ` stroke="${SURFACE}" stroke-width="4" paint-order="stroke"` : ""}>${escapeXml(text)}</text>`;

/** Hundredths of a pixel. */
export const px = (length: number): string => String(Math.round(100 * length) / 100);

/** The beginning of a text where it is longer than so many letters. */
export const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, Math.max(1, Math.floor(most) - 1))}…` : text);
