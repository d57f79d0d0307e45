// Neighbour lists for tests: from lists, and from distances between points.

import type { Neighbours } from "../../../core/stats/neighbours.ts";

export function neighboursOf(lists: readonly (readonly number[])[]): Neighbours {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => (starts[i + 1] = starts[i] + list.length));
  return { starts, members: Uint32Array.from(lists.flat()) };
}

export const neighboursWithin = (points: readonly (readonly [number, number])[], distance: number): Neighbours =>
  neighboursOf(
    points.map(([x, y], i) => points.flatMap(([u, v], j) => (i !== j && Math.hypot(x - u, y - v) <= distance ? [j] : []))),
  );
