// The set of hexagons that one takes without moving any: the best cells of the fixed tessellation, kept apart.

import type { Hexagon } from "../../geo/types.ts";
import { gapTooSmall } from "../gapTooSmall.ts";
import { byRank, cellShape } from "../promote.ts";
import { tessellate } from "../tessellate.ts";
import type { Clearance } from "./clearance.ts";
import type { PlacementProblem } from "./placementProblem.ts";

/** The first k cells by rank that are clear and keep 2 · buffer from those taken before; cells without weight are never taken. */
export function greedyCells(problem: PlacementProblem, clearance: Clearance): Hexagon[] {
  const { buffer, k, region } = problem;
  const cells = tessellate({ ...problem, kind: "hexagon", area: region });
  const taken: Hexagon[] = [];
  for (const cell of byRank(cells)) {
    if (taken.length === k) break;
    const hexagon = cellShape(cells, cell) as Hexagon;
    if (clearance.allows(hexagon.centre.x, hexagon.centre.y, hexagon.rotation) && taken.every((other) => gapTooSmall(hexagon, other, 2 * buffer) === null)) taken.push(hexagon);
  }
  return taken;
}
