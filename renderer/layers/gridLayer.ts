// A faint grid under everything on the plain ground: whole kilometres of the plane, so that distances can be judged.

import type { Layer } from "@deck.gl/core";
import { PathLayer } from "@deck.gl/layers";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { LonLat } from "../../core/geo/types.ts";
import type { Scheme } from "../map/scheme.ts";
import { FLAT } from "./flat.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";

/** Lines stand between this many pixels and 2.5 times as many apart. */
const LEAST_PIXELS = 90;
/** Beyond this from the plane's middle its metres mean little, and lines would bend. */
const MOST_METRES = 400_000;
const PIECES = 8;

/** 1, 2 or 5 times a power of ten, so that lines are at least LEAST_PIXELS apart; m. */
export function gridStep(metresPerPixel: number): number {
  const least = LEAST_PIXELS * metresPerPixel;
  const ten = 10 ** Math.floor(Math.log10(least));
  return ten * (least <= ten ? 1 : least <= 2 * ten ? 2 : least <= 5 * ten ? 5 : 10);
}

/** @param west, south, east, north - what is seen, degrees */
export const gridLayer = memoLast(
  (projection: Projection, step: number, west: number, south: number, east: number, north: number, scheme: Scheme): Layer | null => {
    const corners = [
      projection.forward([west, south]),
      projection.forward([east, south]),
      projection.forward([east, north]),
      projection.forward([west, north]),
    ];
    const xs = corners.map(({ x }) => x), ys = corners.map(({ y }) => y);
    const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (!(maxX - minX < MOST_METRES && maxY - minY < MOST_METRES)) return null;
    const paths: [number, number][][] = [];
    const line = (from: [number, number], to: [number, number]): void => {
      paths.push(
        Array.from({ length: PIECES + 1 }, (_, k): [number, number] => {
          const t = k / PIECES;
          const at: LonLat = projection.inverse({ x: from[0] + t * (to[0] - from[0]), y: from[1] + t * (to[1] - from[1]) });
          return [at[0], at[1]];
        }),
      );
    };
    for (let x = Math.ceil(minX / step) * step; x <= maxX; x += step) line([x, minY], [x, maxY]);
    for (let y = Math.ceil(minY / step) * step; y <= maxY; y += step) line([minX, y], [maxX, y]);
    return new PathLayer<[number, number][]>({
      id: "grid",
      data: paths,
      getPath: (path) => path,
      getColor: withAlpha(MAP_COLOURS[scheme].grid, 0.35),
      getWidth: 1,
      widthUnits: "pixels",
      parameters: FLAT,
    });
  },
);
