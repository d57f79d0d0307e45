// Expert points as events: a person's expectation enters the forecast as one event at its place and the middle of its window.

import type { ExpertPoint } from "../../plan/plan.ts";
import { windowHours, type Events, type Window } from "../events.ts";

const DAY = 86_400_000;

/** The temporal block that a forecast is for: ms of local civil time read as UTC, and its length in days. */
export interface BlockSpan {
  readonly start: number;
  readonly days: number;
}

/** What of an expert point the forecast reads. */
export type ExpertEvent = Pick<ExpertPoint, "place" | "window" | "block">;

/** A point speaks of the block that holds its date, so that a date within the block counts as well as its first day. */
export const speaksOf = ({ block }: Pick<ExpertPoint, "block">, { start, days }: BlockSpan): boolean =>
  block >= start && block < start + days * DAY;

/** The hour half way through a window, in [0, 24): [20, 4] → 0, [22, 4] → 1, [0, 24] → 12. */
export const windowMiddle = (window: Window): number => (window[0] + windowHours(window) / 2) % 24;

/** The points that speak of the block, in their order. */
export function expertEvents(points: readonly ExpertEvent[], block: BlockSpan): Events {
  const spoken = points.filter((point) => speaksOf(point, block));
  return {
    x: Float64Array.from(spoken, ({ place }) => place.x),
    y: Float64Array.from(spoken, ({ place }) => place.y),
    hours: Float64Array.from(spoken, ({ window }) => windowMiddle(window)),
  };
}
