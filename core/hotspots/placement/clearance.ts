// Whether a hexagon may stand somewhere, prepared for millions of questions: the obstacles by cells of a grid.

import { bounds } from "../../geo/bounds.ts";
import { areaTest } from "../latticeCells.ts";
import { clearAbout, isClear, type Obstacle } from "../obstacles.ts";
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
  const key = (column: number, row: number): number => column * 1e7 + row;
  const near = new Map<number, Obstacle[]>();
  for (const obstacle of obstacles) {
    const { minX, minY, maxX, maxY } = bounds(obstacle.shape);
    const reach = obstacle.needed + side;
    for (let row = Math.floor((minY - reach) / cell); row <= Math.floor((maxY + reach) / cell); row++) {
      for (let column = Math.floor((minX - reach) / cell); column <= Math.floor((maxX + reach) / cell); column++) {
        const list = near.get(key(column, row));
        if (list) list.push(obstacle);
        else near.set(key(column, row), [obstacle]);
      }
    }
  }
  const nearTo = (x: number, y: number): readonly Obstacle[] | undefined =>
    near.size > 0 ? near.get(key(Math.floor(x / cell), Math.floor(y / cell))) : undefined;
  const about: Clearance["about"] = (x, y) => {
    if (inRegion && !inRegion(x, y)) return "never";
    const close = nearTo(x, y);
    return close ? clearAbout(close, { x, y }, side) : "always";
  };
  return {
    about,
    allows(x, y, rotation) {
      const clear = about(x, y);
      if (clear !== "depends") return clear === "always";
      return isClear(nearTo(x, y) ?? [], { kind: "hexagon", centre: { x, y }, side, rotation });
    },
  };
}
