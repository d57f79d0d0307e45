// How the two arms are told apart in every chart: treatment a blue disc and a full line, control a hollow vermilion square and dashes.

import { CONTROL, SURFACE, TREATMENT } from "./chartColours.ts";
import { px, words } from "./axes.ts";

export const ARMS = ["treatment", "control"] as const;
export type Arm = (typeof ARMS)[number];

export const armColour = (arm: Arm): string => (arm === "treatment" ? TREATMENT : CONTROL);

export const armMark = (arm: Arm, x: number, y: number): string =>
  arm === "treatment"
    ? `<circle cx="${px(x)}" cy="${px(y)}" r="4" fill="${TREATMENT}"/>`
    : `<rect x="${px(x - 3.5)}" y="${px(y - 3.5)}" width="7" height="7" fill="${SURFACE}" stroke="${CONTROL}" stroke-width="1.6"/>`;

/** A point that is null leaves the line open there. */
export const armLine = (arm: Arm, points: readonly (readonly [x: number, y: number] | null)[]): string =>
  `<path d="${points.map((point, i) => point && `${i > 0 && points[i - 1] ? "L" : "M"}${px(point[0])} ${px(point[1])}`).join("")}" fill="none" stroke="${armColour(arm)}" stroke-width="1.6" stroke-linejoin="round"${arm === "control" ? ' stroke-dasharray="5 2"' : ""}/>`;

/** Both marks with their names, to the left of `right`. */
export const armsKey = (right: number, y: number): string =>
  `${armMark("treatment", right - 112, y)}${words(right - 104, y + 4, "treatment")}${armMark("control", right - 44, y)}${words(right - 36, y + 4, "control")}`;
