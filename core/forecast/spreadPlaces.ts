// Places as good as they are known: recorded addresses repeat, and a kernel fitted to exact repeats is as narrow as a doorstep.

import type { Random } from "../stats/random.ts";
import type { Events } from "./events.ts";

/**
 * Each place moved to one drawn evenly from the disc of `radius` m around it: events recorded at one address or block
 * midpoint happened somewhere near it. Without this the likelihood (10) of repeated places rises without end as their
 * bandwidth goes to nothing, and chains end in different modes.
 */
export function spreadPlaces({ x, y, ...rest }: Events, radius: number, random: Random): Events {
  const moved = { x: new Float64Array(x.length), y: new Float64Array(x.length) };
  for (let i = 0; i < x.length; i++) {
    const angle = 2 * Math.PI * random.uniform();
    const distance = radius * Math.sqrt(random.uniform());
    moved.x[i] = x[i] + distance * Math.cos(angle);
    moved.y[i] = y[i] + distance * Math.sin(angle);
  }
  return { ...rest, ...moved };
}

/** Share of events at a place where another event was: above some percent, say how well places are known. */
export function repeatedPlaces(blocks: readonly Events[]): number {
  const seen = new Map<string, number>();
  let count = 0;
  for (const { x, y } of blocks)
    for (let i = 0; i < x.length; i++, count++) {
      const key = `${x[i]} ${y[i]}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  let repeated = 0;
  for (const times of seen.values()) if (times > 1) repeated += times;
  return count > 0 ? repeated / count : 0;
}
