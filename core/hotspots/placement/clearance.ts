// Whether a hexagon may stand somewhere, prepared for millions of questions: the obstacles by cells of a grid.

import { bounds } from "../../geo/bounds.ts";
import type { Hexagon } from "../../geo/types.ts";
import { areaTest } from "../latticeCells.ts";
import { clearAbout, isClear, type Obstacle } from "../obstacles.ts";
import type { PlacementProblem } from "./placementProblem.ts";

export interface Clearance {
  /** Centre in the region, and every obstacle as far off as it asks. */
  allows(hexagon: Hexagon): boolean;
}

/** Centres up to this many sides apart share their list of obstacles. */
const CELL = 2;

export function createClearance({ side, obstacles, region }: Pick<PlacementProblem, "side" | "obstacles" | "region">): Clearance {
  const inRegion = region && areaTest(region);
  const cell = CELL * side;
  const near = new Map<string, Obstacle[]>();
  for (const obstacle of obstacles) {
    const { minX, minY, maxX, maxY } = bounds(obstacle.shape);
    const reach = obstacle.needed + side;
    for (let row = Math.floor((minY - reach) / cell); row <= Math.floor((maxY + reach) / cell); row++) {
      for (let column = Math.floor((minX - reach) / cell); column <= Math.floor((maxX + reach) / cell); column++) {
        const key = `${column} ${row}`;
        const list = near.get(key);
        if (list) list.push(obstacle);
        else near.set(key, [obstacle]);
      }
    }
  }
  return {
    allows(hexagon) {
      const { x, y } = hexagon.centre;
      if (inRegion && !inRegion(x, y)) return false;
      const close = near.size > 0 ? near.get(`${Math.floor(x / cell)} ${Math.floor(y / cell)}`) : undefined;
      if (!close) return true;
      const clear = clearAbout(close, hexagon.centre, side);
      return clear === "depends" ? isClear(close, hexagon) : clear === "always";
    },
  };
}
