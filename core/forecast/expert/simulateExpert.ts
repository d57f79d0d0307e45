// A simulated expert who knows of a share of the events to come, to within a radius: what such knowledge would be worth.

import { InputError } from "../../errors.ts";
import type { Random } from "../../stats/random.ts";
import { type Events, type Window, eventsInWindow, windowHours } from "../events.ts";

export interface SimulatedExpert {
  /** Share of each window's events that the expert knows of, 0 to 1 (the paper takes 0.1 to 0.5). */
  readonly share: number;
  /** Accuracy radius, m (the paper takes 100 to 1000). */
  readonly radius: number;
}

/**
 * Expert points for a block, from the events that really happen in it (Sriram et al., arXiv 2602.23750, section 4.2): of the n
 * events of each window ⌊n p⌋ are drawn without replacement; each point is uniform over the area of the disc of the radius
 * around its event; its time is the window's midpoint. Windows have streams of their own, so that one more or fewer changes no other.
 * @throws InputError for a share outside 0 … 1 or a radius below 0
 */
export function simulateExpert(events: Events, windows: readonly Window[], { share, radius }: SimulatedExpert, random: Random): Events {
  if (!(share >= 0 && share <= 1)) throw new InputError(`The expert knows of a share of ${share}; it must be 0 to 1, such as 0.2.`);
  if (!(radius >= 0 && Number.isFinite(radius))) throw new InputError(`The accuracy radius is ${radius} m; it must be 0 m or more.`);
  const x: number[] = [], y: number[] = [], hours: number[] = [];
  for (const window of windows) {
    const { x: east, y: north } = eventsInWindow(events, window);
    const own = random.stream(`${window[0]}-${window[1]}`);
    const middle = midpoint(window);
    const places = Uint32Array.from(east.keys());
    // n p as it is meant in decimals: 0.29 of 100 is 29, not 28.999999999999996.
    const known = Math.floor(places.length * share + 1e-9);
    for (let k = 0; k < known; k++) {
      const other = k + own.integer(places.length - k);
      [places[k], places[other]] = [places[other], places[k]];
      const distance = radius * Math.sqrt(own.uniform()), direction = 2 * Math.PI * own.uniform();
      x.push(east[places[k]] + distance * Math.cos(direction));
      y.push(north[places[k]] + distance * Math.sin(direction));
      hours.push(middle);
    }
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y), hours: Float64Array.from(hours) };
}

/** Hour of the day in the middle of a window: of 22 to 2 it is 0. */
function midpoint(window: Window): number {
  return (window[0] + windowHours(window) / 2) % 24;
}
