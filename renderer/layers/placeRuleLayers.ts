// Where the next allocation must or must not post a vehicle: the tiles of these places, framed, the forbidden ones crossed out.

import type { Layer } from "@deck.gl/core";
import { PathLayer } from "@deck.gl/layers";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Point } from "../../core/geo/types.ts";
import type { AllocationPlan } from "../../core/patrol/prepareAllocation.ts";
import type { Scheme } from "../map/scheme.ts";
import { FLAT } from "./flat.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";

interface Line {
  readonly points: readonly Point[];
  readonly forbidden: boolean;
}

export const placeRuleLayers = memoLast(({ fixed, forbidden, tile }: AllocationPlan, projection: Projection, scheme: Scheme, opacity: number): Layer[] => {
  const lines = [
    ...fixed.map((place): Line => ({ points: frame(place, tile), forbidden: false })),
    ...forbidden.flatMap((place): Line[] => {
      const corners = frame(place, tile);
      return [corners, [corners[0], corners[2]], [corners[1], corners[3]]].map((points) => ({ points, forbidden: true }));
    }),
  ];
  if (lines.length === 0) return [];
  const colours = MAP_COLOURS[scheme];
  return [
    new PathLayer<Line>({
      id: "vehicles-rules",
      data: lines,
      getPath: ({ points }) => points.map((point) => projection.inverse(point) as [number, number]),
      getColor: (line) => withAlpha(line.forbidden ? colours.violation : colours.vehicles[0], 1),
      getWidth: 2,
      widthUnits: "pixels",
      opacity,
      parameters: FLAT,
    }),
  ];
});

/** Of the tile that holds the place: tiles lie on multiples of their side. */
function frame({ x, y }: Point, tile: number): Point[] {
  const west = Math.floor(x / tile) * tile, south = Math.floor(y / tile) * tile;
  const corners = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]] as const;
  return corners.map(([column, row]) => ({ x: west + column * tile, y: south + row * tile }));
}
