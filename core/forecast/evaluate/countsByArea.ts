// How many events each jurisdiction had in each block: how much its share of the work moves from week to week.

import type { Polygon } from "../../geo/types.ts";
import { insideArea } from "../../incidents/insideArea.ts";

export interface NamedArea {
  readonly name: string;
  readonly polygons: readonly Polygon[];
}

export interface CountsByArea {
  /** One row an area, in their order: events in each block. */
  readonly counts: readonly (readonly number[])[];
  /** Events of each block in no area, and those that areas which overlap counted more than once. */
  readonly outside: readonly number[];
  readonly shared: readonly number[];
}

/**
 * Events by area and block (Sriram et al., arXiv 2602.23750, Table 7). An area counts all that lie in it; of a boundary it
 * owns the southern and western sides, so that neighbours never count one event twice.
 * @param blocks - places of the events of each block, m
 */
export function countsByArea(areas: readonly NamedArea[], blocks: readonly { readonly x: Float64Array; readonly y: Float64Array }[]): CountsByArea {
  const tests = areas.map(({ polygons }) => insideArea(polygons));
  const counts = areas.map(() => blocks.map(() => 0));
  const outside = blocks.map(() => 0), shared = blocks.map(() => 0);
  blocks.forEach(({ x, y }, block) => {
    for (let i = 0; i < x.length; i++) {
      let found = 0;
      for (let area = 0; area < tests.length; area++) {
        if (!tests[area](x[i], y[i])) continue;
        counts[area][block]++;
        found++;
      }
      if (found === 0) outside[block]++;
      if (found > 1) shared[block]++;
    }
  });
  return { counts, outside, shared };
}
