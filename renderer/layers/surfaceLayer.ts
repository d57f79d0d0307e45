// A raster of the project's plane as a map layer: an image whose first row is the north.

import type { Grid } from "../../core/geo/types.ts";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import { FLAT } from "./flat.ts";
import { memoLast } from "./memoLast.ts";
import { WarpedBitmapLayer } from "./WarpedBitmapLayer.ts";

export interface Surface {
  readonly id: string;
  readonly grid: Grid;
  readonly image: ImageData;
  /** Blended from cell to cell, or each cell with its own edges. */
  readonly smooth: boolean;
  readonly opacity: number;
  /** Shares of the map's width between which it is drawn; not given: everywhere. */
  readonly between?: readonly [number, number];
  /** The map layer to be drawn beneath. */
  readonly beforeId?: string;
}

/** One for each place that draws a surface: each remembers the bounds of its own grid, so that its mesh is made once. */
export function createSurface(): (surface: Surface, projection: Projection) => WarpedBitmapLayer {
  const boundsOf = memoLast(gridBounds);
  return ({ id, grid, image, smooth, opacity, between, beforeId }, projection) => {
    const filter = smooth ? "linear" : "nearest";
    const props = {
      id,
      image,
      bounds: boundsOf(grid, projection),
      locate: (east: number, north: number) =>
        projection.inverse({
          x: grid.origin.x + east * grid.cell * grid.columns,
          y: grid.origin.y + north * grid.cell * grid.rows,
        }),
      ...(between && { between }),
      opacity,
      textureParameters: { minFilter: filter, magFilter: filter, addressModeU: "clamp-to-edge", addressModeV: "clamp-to-edge" } as const,
      parameters: FLAT,
      // MapLibreOverlay's own property.
      beforeId,
    };
    return new WarpedBitmapLayer(props);
  };
}

function gridBounds({ origin, cell, columns, rows }: Grid, projection: Projection): [number, number, number, number] {
  const [west, south] = projection.inverse(origin);
  const [east, north] = projection.inverse({ x: origin.x + cell * columns, y: origin.y + cell * rows });
  return [west, south, east, north];
}
