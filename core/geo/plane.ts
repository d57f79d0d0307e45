// The project's Plane: the one flat metre system in which all geometry is done.

import { osgb36ToWgs84, wgs84ToOsgb36 } from "./helmert.ts";
import { AIRY_1830, transverseMercator, WGS84, type Projection } from "./transverseMercator.ts";
import type { Bounds, LonLat, Point } from "./types.ts";

/**
 * Either a local transverse Mercator on WGS 84 whose origin is the middle of the data (degrees), or British
 * National Grid (EPSG:27700 through the Helmert shift EPSG:1314, not OSTN15: good to about 3.5 m).
 */
export type Plane =
  | { readonly kind: "local"; readonly lon0: number; readonly lat0: number }
  | { readonly kind: "british-national-grid" };

/** A stored plane carries no functions; this makes them. */
export function planeProjection(plane: Plane): Projection {
  if (plane.kind === "local") {
    return transverseMercator({
      ellipsoid: WGS84,
      lon0: plane.lon0,
      lat0: plane.lat0,
      scale: 1,
      falseEasting: 0,
      falseNorthing: 0,
    });
  }
  const grid = transverseMercator({
    ellipsoid: AIRY_1830,
    lon0: -2,
    lat0: 49,
    scale: 0.9996012717,
    falseEasting: 400000,
    falseNorthing: -100000,
  });
  return {
    forward: (lonLat) => grid.forward(wgs84ToOsgb36(lonLat)),
    inverse: (point) => osgb36ToWgs84(grid.inverse(point)),
  };
}

/** British National Grid for data inside Great Britain, otherwise a local plane about the middle, to 0.01°. */
export function choosePlane(west: number, south: number, east: number, north: number): Plane {
  const inBritain = west > -8.7 && east < 1.9 && south > 49.7 && north < 61;
  if (inBritain) return { kind: "british-national-grid" };
  const round = (degrees: number) => Math.round(degrees * 100) / 100;
  return { kind: "local", lon0: round((west + east) / 2), lat0: round((south + north) / 2) };
}

/**
 * The largest scale error of the plane within the bounds, as a share (0.0004 = 1 in 2,500):
 * k = k0 (1 + x²/2R²), with x the distance from the central meridian.
 */
export function scaleError(plane: Plane, bounds: Bounds): number {
  const [scale, meridian] = plane.kind === "local" ? [1, 0] : [0.9996012717, 400000];
  const radius = 6371000;
  const far = Math.max(Math.abs(bounds.minX - meridian), Math.abs(bounds.maxX - meridian));
  const near = bounds.minX <= meridian && meridian <= bounds.maxX
    ? 0
    : Math.min(Math.abs(bounds.minX - meridian), Math.abs(bounds.maxX - meridian));
  const k = (x: number) => scale * (1 + (x * x) / (2 * radius * radius));
  return Math.max(Math.abs(k(far) - 1), Math.abs(k(near) - 1));
}

/** What the status bar and every export say about the plane. */
export function describePlane(plane: Plane): string {
  return plane.kind === "local"
    ? `Local transverse Mercator about ${plane.lon0}°, ${plane.lat0}° (WGS 84)`
    : "British National Grid (EPSG:27700, Helmert ±3.5 m)";
}

/** Interleaved lon, lat of many points, for the map: degrees, length 2n. */
export function toLonLats(plane: Plane, x: Float64Array, y: Float64Array): Float64Array {
  const projection = planeProjection(plane);
  const out = new Float64Array(2 * x.length);
  for (let i = 0; i < x.length; i++) {
    const [lon, lat] = projection.inverse({ x: x[i], y: y[i] });
    out[2 * i] = lon;
    out[2 * i + 1] = lat;
  }
  return out;
}

export function ringToLonLats(projection: Projection, ring: readonly Point[]): LonLat[] {
  return ring.map((point) => projection.inverse(point));
}
