// Which units a place lies in, or close to: asked of every incident, position and stop.

import { bounds, grown } from "../../geo/bounds.ts";
import { containsTest } from "../../geo/contains.ts";
import { pointDistance } from "../../geo/distance.ts";
import type { TrialUnit } from "../protocol.ts";

export interface UnitsAtPlace {
  /** Indices of units, ascending. */
  readonly inside: readonly number[];
  /** Within the ring; empty where it lies in a unit. */
  readonly near: readonly number[];
}

/** @param ring - m @returns for a place in m its units; null where it lies in none and near none */
export function unitsAt(units: readonly Pick<TrialUnit, "shapes">[], ring: number): (x: number, y: number) => UnitsAtPlace | null {
  const parts = units.flatMap(({ shapes }, unit) => shapes.map((shape) => ({ unit, shape, box: grown(bounds(shape), ring), contains: containsTest(shape) })));
  return (x, y) => {
    let place: { readonly inside: number[]; readonly near: number[] } | null = null;
    for (const { unit, shape, box, contains } of parts) {
      // Most shapes are far away: their boxes are asked first.
      if (x < box.minX || x > box.maxX || y < box.minY || y > box.maxY) continue;
      const isInside = contains(x, y);
      if (!isInside && !(ring > 0 && pointDistance(shape, { x, y }) <= ring)) continue;
      place ??= { inside: [], near: [] };
      const found = isInside ? place.inside : place.near;
      // Shapes of one unit stand together.
      if (found.at(-1) !== unit) found.push(unit);
    }
    return place && place.inside.length > 0 ? { inside: place.inside, near: [] } : place;
  };
}
