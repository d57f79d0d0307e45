// What has changed since a forecast was made: it then says so, and stays as it is until it is made again.

import { expertEvents } from "../core/forecast/expert/expertEvents.ts";
import type { ExpertPoint } from "../core/plan/plan.ts";
import { changedSince } from "./madeFrom.ts";
import type { ShownForecast } from "./shownResults.ts";
import { committedPlan, type State } from "./store.ts";

/** Each in words; empty where it would come out the same today. */
export function staleReasons(
  { plan, block, filter, known, expertPoints }: Pick<ShownForecast, "plan" | "block" | "filter" | "known" | "expertPoints">,
  state: Pick<State, "filter" | "incidents" | "history">,
): string[] {
  const { days } = plan;
  const span = { start: block.from, days }, before = { start: block.from - days * DAY, days };
  const spoken = (points: readonly ExpertPoint[]): string =>
    JSON.stringify([span, before].map((of) => Object.values(expertEvents(points, of)).map((column: Float64Array) => [...column])));
  return [
    ...changedSince({ filter, known }, state),
    ...(spoken(expertPoints) === spoken(committedPlan(state as State).expertPoints) ? [] : ["the expert points"]),
  ];
}

const DAY = 86_400_000;
