// The seven-parameter datum shift between WGS 84 and OSGB36 (EPSG:1314), good to about 3.5 m; not OSTN15.

import { AIRY_1830, WGS84, type Ellipsoid } from "./transverseMercator.ts";
import type { LonLat } from "./types.ts";

type Vector = readonly [x: number, y: number, z: number];

const RADIANS = Math.PI / 180;
const SECONDS = RADIANS / 3600;

// EPSG:1314 OSGB36 to WGS 84 (6), position vector convention: metres, arc seconds, parts per million.
const SHIFT: Vector = [446.448, -125.157, 542.06];
const ROTATION: Vector = [0.15 * SECONDS, 0.247 * SECONDS, 0.842 * SECONDS];
const SCALE = 1 - 20.489e-6;

/** Degrees on the Airy ellipsoid (OSGB36) → degrees on WGS 84. */
export function osgb36ToWgs84(lonLat: LonLat): LonLat {
  const [x, y, z] = toCartesian(lonLat, AIRY_1830);
  const [rx, ry, rz] = ROTATION;
  return toGeodetic(
    [
      SHIFT[0] + SCALE * (x - rz * y + ry * z),
      SHIFT[1] + SCALE * (rz * x + y - rx * z),
      SHIFT[2] + SCALE * (-ry * x + rx * y + z),
    ],
    WGS84,
  );
}

/** Degrees on WGS 84 → degrees on the Airy ellipsoid (OSGB36): the exact inverse of the linear shift. */
export function wgs84ToOsgb36(lonLat: LonLat): LonLat {
  const [X, Y, Z] = toCartesian(lonLat, WGS84);
  const a = (X - SHIFT[0]) / SCALE, b = (Y - SHIFT[1]) / SCALE, c = (Z - SHIFT[2]) / SCALE;
  const [rx, ry, rz] = ROTATION;
  // Solves (I + R) v = w with R skew-symmetric of the axis r: v = (w - r×w + r (r·w)) / (1 + r·r).
  const dot = rx * a + ry * b + rz * c;
  const norm = 1 + rx * rx + ry * ry + rz * rz;
  return toGeodetic(
    [
      (a - (ry * c - rz * b) + rx * dot) / norm,
      (b - (rz * a - rx * c) + ry * dot) / norm,
      (c - (rx * b - ry * a) + rz * dot) / norm,
    ],
    AIRY_1830,
  );
}

function toCartesian([lon, lat]: LonLat, { a, inverseFlattening }: Ellipsoid): Vector {
  const f = 1 / inverseFlattening;
  const e2 = f * (2 - f);
  const phi = lat * RADIANS, lambda = lon * RADIANS;
  const sin = Math.sin(phi), cos = Math.cos(phi);
  const nu = a / Math.sqrt(1 - e2 * sin * sin);
  return [nu * cos * Math.cos(lambda), nu * cos * Math.sin(lambda), nu * (1 - e2) * sin];
}

/**
 * Bowring (1976), "Transformation from spatial to geographical coordinates", in tangents; the shifts leave a height
 * under 100 m, for which the second round is already below a nanometre.
 */
function toGeodetic([x, y, z]: Vector, { a, inverseFlattening }: Ellipsoid): LonLat {
  const f = 1 / inverseFlattening;
  const e2 = f * (2 - f);
  const b = a * (1 - f);
  const p = Math.sqrt(x * x + y * y);
  let tan = z / (p * (1 - e2));
  for (let round = 0; round < 2; round++) {
    const reduced = (1 - f) * tan;
    const cos = 1 / Math.sqrt(1 + reduced * reduced), sin = reduced * cos;
    tan = (z + (e2 / (1 - e2)) * b * sin * sin * sin) / (p - e2 * a * cos * cos * cos);
  }
  return [Math.atan2(y, x) / RADIANS, Math.atan(tan) / RADIANS];
}
