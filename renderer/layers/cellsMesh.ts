// The outlines of a tessellation's cells in degrees.

import { hexagonRing } from "../../core/geo/hexagon.ts";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Point } from "../../core/geo/types.ts";
import type { Cells } from "../store.ts";
import { cellMesh, type CellMesh } from "./cellMesh.ts";
import { memoLast } from "./memoLast.ts";

export const cellsMesh = memoLast((cells: Cells["result"], projection: Projection): CellMesh => {
  const { x, y, side, rotation, corners } = cells;
  if (corners) {
    return cellMesh(
      x.length,
      (cell) => corners.starts[cell + 1] - corners.starts[cell],
      (cell, k) => projection.inverse({ x: corners.x[corners.starts[cell] + k], y: corners.y[corners.starts[cell] + k] }),
    );
  }
  const about = { x: 0, y: 0 };
  const half = side / 2;
  const outline: readonly Point[] = cells.kind === "square"
    ? [{ x: -half, y: -half }, { x: half, y: -half }, { x: half, y: half }, { x: -half, y: half }]
    : hexagonRing({ kind: "hexagon", centre: about, side, rotation });
  return cellMesh(
    x.length,
    () => outline.length,
    (cell, k) => projection.inverse({ x: x[cell] + outline[k].x, y: y[cell] + outline[k].y }),
  );
});
