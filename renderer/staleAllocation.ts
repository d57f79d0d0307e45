// What has changed since an allocation was made: it then says so, and stays as it is until it is made again.

import { changedSince } from "./madeFrom.ts";
import type { Demand } from "./shownAllocation.ts";
import type { State } from "./store.ts";

type Surfaces = Pick<State, "forecast" | "forecastView" | "slots" | "slotAt" | "density">;

/** Tells one surface on the map from another; null where none is there. */
export function surfaceMark(choice: Demand["choice"], { forecast, forecastView, slots, slotAt, density }: Surfaces): string | null {
  switch (choice) {
    case "incidents":
      return "";
    case "forecast":
      return forecast && `${forecast.block.from} ${forecastView.window} ${forecast.windows[forecastView.window].peak}`;
    case "slot":
      return slots && `${slots.firstDay} ${slotAt} ${slots.peak}`;
    case "prediction":
      return null;
    case "density":
      return density && `${density.bandwidthX} ${density.bandwidthY} ${density.peak}`;
  }
}

/** Each in words; empty where it would come out the same today. A surface that was taken off the map is not another one. */
export function staleReasons({ choice, filter, known, mark }: Demand, state: Surfaces & Pick<State, "filter" | "incidents">): string[] {
  const now = surfaceMark(choice, state);
  return [
    ...(choice === "incidents" ? changedSince({ filter, known }, state) : []),
    ...(now === null || now === mark ? [] : [`the ${choice} on the map`]),
  ];
}
