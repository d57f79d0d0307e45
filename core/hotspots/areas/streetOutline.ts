// The streets on which the incidents of a concentration happen, as one area.

import { bufferLines, bufferShapes } from "../../geo/buffer.ts";
import { fillHoles } from "../../geo/fillHoles.ts";
import { hexagonArea } from "../../geo/hexagon.ts";
import type { Locations } from "../../geo/mergeStacks.ts";
import { simplifyPolygon } from "../../geo/simplifyPolygon.ts";
import type { Polygon } from "../../geo/types.ts";
import type { RoadLines } from "../../patrol/roads/roadLines.ts";
import { crimeStreets } from "./crimeStreets.ts";

/** Shares of the width: by which the outline is drawn wider, and may then move when corners are taken away. */
const WIDER = 0.15;
const SIMPLER = 0.1;

/**
 * Everything within the width of the streets with incidents, and hardly more: gaps between streets that are narrower than twice the
 * width are closed, and blocks smaller than a hexagon are filled.
 * @param width - on each side of a line, m
 * @throws InputError where no street is near an incident
 */
export function streetOutline(incidents: Locations, roads: RoadLines, side: number, width: number): Polygon[] {
  const wide = bufferLines(crimeStreets(incidents, roads, side, width), (2 + WIDER) * width);
  return bufferShapes(wide, -width).map((polygon) => simplifyPolygon(fillHoles(polygon, hexagonArea(side)), SIMPLER * width));
}
