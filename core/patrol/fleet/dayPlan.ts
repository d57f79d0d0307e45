// The allocations of a day's windows as a plan for each vehicle: who goes where next, so that the metres moved are least.

import type { Point } from "../../geo/types.ts";
import { assignment } from "./assignment.ts";

/** A vehicle's place in a window. */
export interface Post extends Point {
  /** Index of its kind. */
  readonly kind: number;
}

export interface DayPlan {
  /** For each window, for each of its posts the number of the vehicle that stands there, from 0. */
  readonly vehicles: readonly Uint32Array[];
  /** For each window the metres moved to be there, straight; 0 for the first. Vehicles posted for the first time move none. */
  readonly metres: readonly number[];
}

/**
 * Between one window and the next the sum of the distances is least (an assignment problem for each kind). A vehicle that a
 * window needs no post for stays where it was.
 * @param fleet - vehicles of each kind; they are numbered kind by kind
 */
export function dayPlan(windows: readonly (readonly Post[])[], fleet: readonly number[]): DayPlan {
  const firstOf = fleet.map((_, kind) => fleet.slice(0, kind).reduce((sum, count) => sum + count, 0));
  const places: (Point | null)[] = Array.from({ length: fleet.reduce((a, b) => a + b, 0) }, () => null);
  const metres: number[] = [];
  const vehicles = windows.map((posts) => {
    const of = new Uint32Array(posts.length);
    let moved = 0;
    fleet.forEach((count, kind) => {
      const own = Array.from(posts.keys()).filter((i) => posts[i].kind === kind);
      const cost = Float64Array.from({ length: own.length * count }, (_, k) => {
        const from = places[firstOf[kind] + (k % count)], to = posts[own[Math.floor(k / count)]];
        return from ? Math.hypot(from.x - to.x, from.y - to.y) : 0;
      });
      assignment(cost, own.length, count).forEach((vehicle, k) => {
        of[own[k]] = firstOf[kind] + vehicle;
        moved += cost[k * count + vehicle];
      });
    });
    posts.forEach((post, i) => (places[of[i]] = post));
    metres.push(moved);
    return of;
  });
  return { vehicles, metres };
}
