// The outlines of a tessellation's cells in degrees, for the map.

import { hexagonRing } from "../geo/hexagon.ts";
import { planeProjection, type Plane } from "../geo/plane.ts";
import type { Point } from "../geo/types.ts";
import type { Tessellation } from "./tessellate.ts";

export interface CellOutlines {
  /** lon, lat of every corner; each cell's first corner stands again at its end. */
  readonly lonLats: Float64Array;
  /** Where each cell's corners start, counted in corners; one more than cells. */
  readonly starts: Uint32Array;
}

/** What an outline follows from; square cells turn about their centres, which `x` and `y` are. */
export type OutlinedCells = Pick<Tessellation, "kind" | "side" | "rotation" | "x" | "y" | "corners">;

export function cellOutlines(cells: OutlinedCells, plane: Plane): CellOutlines {
  const { x, y, corners } = cells;
  const shape = outlineOf(cells);
  const size = (cell: number): number => (corners ? corners.starts[cell + 1] - corners.starts[cell] : shape.length);
  const corner = (cell: number, k: number): Point => {
    if (!corners) return { x: x[cell] + shape[k].x, y: y[cell] + shape[k].y };
    const at = corners.starts[cell] + k;
    return { x: corners.x[at], y: corners.y[at] };
  };
  const projection = planeProjection(plane);
  const starts = new Uint32Array(x.length + 1);
  for (let cell = 0; cell < x.length; cell++) starts[cell + 1] = starts[cell] + size(cell) + 1;
  const lonLats = new Float64Array(2 * starts[x.length]);
  for (let cell = 0; cell < x.length; cell++) {
    const first = starts[cell], n = size(cell);
    for (let k = 0; k < n; k++) {
      const [lon, lat] = projection.inverse(corner(cell, k));
      lonLats[2 * (first + k)] = lon;
      lonLats[2 * (first + k) + 1] = lat;
    }
    lonLats[2 * (first + n)] = lonLats[2 * first];
    lonLats[2 * (first + n) + 1] = lonLats[2 * first + 1];
  }
  return { lonLats, starts };
}

/** One cell about the origin; H3 cells differ and bring their own corners. */
function outlineOf({ kind, side, rotation }: OutlinedCells): readonly Point[] {
  if (kind === "hexagon") return hexagonRing({ kind: "hexagon", centre: { x: 0, y: 0 }, side, rotation });
  return [0, 1, 2, 3].map((quarter) => {
    const angle = rotation + ((2 * quarter - 3) * Math.PI) / 4;
    return { x: side * Math.SQRT1_2 * Math.cos(angle), y: side * Math.SQRT1_2 * Math.sin(angle) };
  });
}
