// The streets on which the incidents of a concentration happen, as one area.

import { bufferLines } from "../../geo/buffer.ts";
import { fillHoles } from "../../geo/fillHoles.ts";
import { hexagonArea } from "../../geo/hexagon.ts";
import type { Locations } from "../../geo/mergeStacks.ts";
import type { Polygon } from "../../geo/types.ts";
import type { RoadLines } from "../../patrol/roads/roadLines.ts";
import { crimeStreets } from "./crimeStreets.ts";

/** @throws InputError where no incident lies within the width of a street */
export function streetOutline(incidents: Locations, roads: RoadLines, side: number, width: number): Polygon[] {
  return bufferLines(crimeStreets(incidents, roads, side, width), width).map((polygon) => fillHoles(polygon, hexagonArea(side)));
}
