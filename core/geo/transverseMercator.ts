// The transverse Mercator projection by Krüger's series to the sixth order: nanometres within 3000 km of the meridian.

import type { LonLat, Point } from "./types.ts";

/** An ellipsoid of revolution: semi-major axis in metres, inverse flattening. */
export interface Ellipsoid {
  readonly a: number;
  readonly inverseFlattening: number;
}

export const WGS84: Ellipsoid = { a: 6378137, inverseFlattening: 298.257223563 };
export const AIRY_1830: Ellipsoid = { a: 6377563.396, inverseFlattening: 299.3249646 };

/** Degrees and metres; `scale` is k0, the scale on the central meridian. */
export interface TransverseMercatorParameters {
  readonly ellipsoid: Ellipsoid;
  readonly lon0: number;
  readonly lat0: number;
  readonly scale: number;
  readonly falseEasting: number;
  readonly falseNorthing: number;
}

export interface Projection {
  forward(lonLat: LonLat): Point;
  inverse(point: Point): LonLat;
}

const RADIANS = Math.PI / 180;

/**
 * Krüger (1912) in the form of Karney, "Transverse Mercator with an accuracy of a few nanometers",
 * Journal of Geodesy 85 (2011), eqs. (7)-(11), (35), (36); α and β to order n⁶.
 *
 * @returns a Projection between degrees on the ellipsoid and metres.
 */
export function transverseMercator(p: TransverseMercatorParameters): Projection {
  const f = 1 / p.ellipsoid.inverseFlattening;
  const n = f / (2 - f);
  const e2 = f * (2 - f);
  const e = Math.sqrt(e2);
  const n2 = n * n, n3 = n2 * n, n4 = n3 * n, n5 = n4 * n, n6 = n5 * n;
  const radius = (p.ellipsoid.a / (1 + n)) * (1 + n2 / 4 + n4 / 64 + n6 / 256) * p.scale;
  const alpha = [
    n / 2 - (2 / 3) * n2 + (5 / 16) * n3 + (41 / 180) * n4 - (127 / 288) * n5 + (7891 / 37800) * n6,
    (13 / 48) * n2 - (3 / 5) * n3 + (557 / 1440) * n4 + (281 / 630) * n5 - (1983433 / 1935360) * n6,
    (61 / 240) * n3 - (103 / 140) * n4 + (15061 / 26880) * n5 + (167603 / 181440) * n6,
    (49561 / 161280) * n4 - (179 / 168) * n5 + (6601661 / 7257600) * n6,
    (34729 / 80640) * n5 - (3418889 / 1995840) * n6,
    (212378941 / 319334400) * n6,
  ];
  const beta = [
    n / 2 - (2 / 3) * n2 + (37 / 96) * n3 - (1 / 360) * n4 - (81 / 512) * n5 + (96199 / 604800) * n6,
    (1 / 48) * n2 + (1 / 15) * n3 - (437 / 1440) * n4 + (46 / 105) * n5 - (1118711 / 3870720) * n6,
    (17 / 480) * n3 - (37 / 840) * n4 - (209 / 4480) * n5 + (5569 / 90720) * n6,
    (4397 / 161280) * n4 - (11 / 504) * n5 - (830251 / 7257600) * n6,
    (4583 / 161280) * n5 - (108847 / 3991680) * n6,
    (20648693 / 638668800) * n6,
  ];

  const conformal = (tau: number): number => {
    const sigma = Math.sinh(e * Math.atanh((e * tau) / Math.sqrt(1 + tau * tau)));
    return tau * Math.sqrt(1 + sigma * sigma) - sigma * Math.sqrt(1 + tau * tau);
  };

  const meridian = (lat: number): number => series(alpha, Math.atan(conformal(Math.tan(lat * RADIANS))), 0)[0];
  const xi0 = meridian(p.lat0);

  return {
    forward([lon, lat]) {
      const tau = conformal(Math.tan(lat * RADIANS));
      const lambda = (lon - p.lon0) * RADIANS;
      const xi = Math.atan2(tau, Math.cos(lambda));
      const eta = Math.asinh(Math.sin(lambda) / Math.hypot(tau, Math.cos(lambda)));
      const [northing, easting] = series(alpha, xi, eta);
      return { x: p.falseEasting + radius * easting, y: p.falseNorthing + radius * (northing - xi0) };
    },
    inverse({ x, y }) {
      const xi = (y - p.falseNorthing) / radius + xi0;
      const eta = (x - p.falseEasting) / radius;
      const [xi1, eta1] = series(beta.map((b) => -b), xi, eta);
      const target = Math.sin(xi1) / Math.hypot(Math.sinh(eta1), Math.cos(xi1));
      // Newton's method on Karney's eq. (19); two steps reach double precision, three are safe.
      let tau = target;
      for (let step = 0; step < 4; step++) {
        const now = conformal(tau);
        tau +=
          ((target - now) / Math.sqrt(1 + now * now)) *
          ((1 + (1 - e2) * tau * tau) / ((1 - e2) * Math.sqrt(1 + tau * tau)));
      }
      const lon = p.lon0 + Math.atan2(Math.sinh(eta1), Math.cos(xi1)) / RADIANS;
      return [lon, Math.atan(tau) / RADIANS];
    },
  };
}

/** ξ + Σ cⱼ sin 2jξ cosh 2jη and η + Σ cⱼ cos 2jξ sinh 2jη. */
function series(c: readonly number[], xi: number, eta: number): readonly [number, number] {
  let a = xi, b = eta;
  for (let j = 0; j < c.length; j++) {
    const k = 2 * (j + 1);
    a += c[j] * Math.sin(k * xi) * Math.cosh(k * eta);
    b += c[j] * Math.cos(k * xi) * Math.sinh(k * eta);
  }
  return [a, b];
}
