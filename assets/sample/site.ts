// Where the invented town of Harrowmere lies: in the open North Sea, on British National Grid, so that it is no real place.

import { planeProjection, type Plane } from "../../core/geo/plane.ts";
import type { LonLat, Point } from "../../core/geo/types.ts";

export const TOWN = "Harrowmere";
export const RIVER = "River Ossel";
export const SEED = "Harrowmere 1";

export const PLANE: Plane = { kind: "british-national-grid" };

/** The middle of the town on the grid, m. All other coordinates of the generator are metres from here. */
export const CENTRE: Point = { x: 608000, y: 506000 };

const projection = planeProjection(PLANE);

/** Degrees with the given decimals: 5 are about 1 m, enough for an address; 6 for outlines. */
export function lonLat(p: Point, decimals: number): LonLat {
  const [lon, lat] = projection.inverse({ x: CENTRE.x + p.x, y: CENTRE.y + p.y });
  return [Number(lon.toFixed(decimals)), Number(lat.toFixed(decimals))];
}

/** A polygon ring in plane metres, to the centimetre. */
export const onGrid = (p: Point): Point => ({ x: round2(CENTRE.x + p.x), y: round2(CENTRE.y + p.y) });

const round2 = (value: number): number => Math.round(value * 100) / 100;
