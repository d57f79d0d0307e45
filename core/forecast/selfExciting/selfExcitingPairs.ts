// What the fit of the self-exciting model reads from the history once: who could have triggered whom, and the background at each event.

import { InputError } from "../../errors.ts";
import { uniformBox, type TimedEvents } from "./selfExciting.ts";

/** Pairs further apart are taken as unrelated: that keeps their number, and the work, in proportion to the events. */
export interface Reach {
  readonly days: number;
  readonly metres: number;
}

/** Event i, in the order of time, has the pairs `first[i]` up to `first[i + 1]`. */
export interface Pairs {
  readonly first: Uint32Array;
  /** Days since the earlier event, > 0, and the squared distance, m². */
  readonly since: Float32Array;
  readonly distance2: Float32Array;
}

const MOST_PAIRS = 30_000_000;
/** Standard deviations from which on a Gaussian is left out: 1.5e-8 of its height. */
const CUT = 6;

/** Indices of the events in the order of time. */
export const inTime = ({ days }: TimedEvents): Uint32Array => Uint32Array.from(days.keys()).sort((a, b) => days[a] - days[b]);

/**
 * Events at the very same time are no pair: neither came first.
 * @throws InputError where there are too many pairs for the memory
 */
export function pairsWithin({ x, y, days }: TimedEvents, order: Uint32Array, reach: Reach): Pairs {
  const reach2 = reach.metres ** 2;
  const first = new Uint32Array(order.length + 1);
  const visit = (found: (since: number, distance2: number) => void): void => {
    for (let i = 0; i < order.length; i++) {
      const a = order[i];
      for (let k = i - 1; k >= 0; k--) {
        const b = order[k];
        const since = days[a] - days[b];
        if (since > reach.days) break;
        if (since === 0) continue;
        const distance2 = (x[a] - x[b]) ** 2 + (y[a] - y[b]) ** 2;
        if (distance2 <= reach2) found(since, distance2);
      }
      first[i + 1] = count;
    }
  };
  let count = 0;
  visit(() => count++);
  if (count > MOST_PAIRS) {
    throw new InputError(
      `${count} pairs of events lie within ${reach.days} days and ${reach.metres} m; at most ${MOST_PAIRS} fit. Shorten the reach, or take a shorter history.`,
    );
  }
  const since = new Float32Array(count), distance2 = new Float32Array(count);
  count = 0;
  visit((days, metres2) => {
    since[count] = days;
    distance2[count++] = metres2;
  });
  return { first, since, distance2 };
}

/**
 * b at each event from all others, per m², in the order of time: (Σ over j ≠ i of N(xᵢ; xⱼ, h² I) + u) / n, with u of uniformBox.
 * Leaving out the event itself keeps it from vouching for its own background.
 */
export function backgroundAtEvents(events: TimedEvents, order: Uint32Array, bandwidth: number): Float64Array {
  const { x, y } = events;
  const n = x.length;
  const sums = new Float64Array(n);
  const byX = Uint32Array.from(x.keys()).sort((a, b) => x[a] - x[b]);
  const reach = CUT * bandwidth, minus = -0.5 / bandwidth ** 2;
  for (let i = 0; i < n; i++) {
    const a = byX[i];
    for (let k = i + 1; k < n && x[byX[k]] - x[a] <= reach; k++) {
      const b = byX[k];
      const dy = y[b] - y[a];
      if (dy > reach || dy < -reach) continue;
      const height = Math.exp(minus * ((x[b] - x[a]) ** 2 + dy * dy));
      sums[a] += height;
      sums[b] += height;
    }
  }
  const scale = 1 / (2 * Math.PI * bandwidth ** 2), uniform = uniformBox(events, bandwidth).perM2;
  return Float64Array.from(order, (i) => (scale * sums[i] + uniform) / n);
}
