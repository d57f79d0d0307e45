// Whether a hexagon may stand somewhere, prepared for millions of questions: the obstacles by cells of a grid.

import { grown } from "../../geo/bounds.ts";
import type { Bounds } from "../../geo/types.ts";
import { areaTest } from "../latticeCells.ts";
import { clearAbout, isClear, obstaclesIn, type Obstacle } from "../obstacles.ts";
import type { PlacementProblem } from "./placementProblem.ts";

export interface Clearance {
  /** Whether a hexagon about x, y is allowed in every rotation, in none, or must be asked with its rotation. */
  about(x: number, y: number): "always" | "never" | "depends";
  /** Centre in the region, and every obstacle as far off as it asks. */
  allows(x: number, y: number, rotation: number): boolean;
}

/** Centres up to this many sides apart share their list of obstacles. */
const CELL = 2;

export function createClearance({ side, obstacles, region }: Pick<PlacementProblem, "side" | "obstacles" | "region">): Clearance {
  const inRegion = region && areaTest(region);
  const cell = CELL * side;
  const cells = new Map<number, readonly Obstacle[]>();
  function nearTo(x: number, y: number): readonly Obstacle[] {
    const column = Math.floor(x / cell), row = Math.floor(y / cell);
    const key = column * 1e7 + row;
    let near = cells.get(key);
    if (!near) {
      const box: Bounds = { minX: column * cell, minY: row * cell, maxX: (column + 1) * cell, maxY: (row + 1) * cell };
      cells.set(key, (near = obstaclesIn(obstacles, grown(box, side))));
    }
    return near;
  }
  const about: Clearance["about"] = (x, y) => {
    if (inRegion && !inRegion(x, y)) return "never";
    return obstacles.length > 0 ? clearAbout(nearTo(x, y), { x, y }, side) : "always";
  };
  return {
    about,
    allows(x, y, rotation) {
      const clear = about(x, y);
      if (clear !== "depends") return clear === "always";
      return isClear(nearTo(x, y), { kind: "hexagon", centre: { x, y }, side, rotation });
    },
  };
}
