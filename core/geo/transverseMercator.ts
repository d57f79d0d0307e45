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
 * Journal of Geodesy 85 (2011), eqs. (7)-(11), (35), (36); α, β, and δ (geodetic from conformal latitude) to order n⁶.
 * A million incidents go through it at import, so the trigonometry is the least there can be: multiple angles come from
 * the tangents at hand, and the series are summed by Clenshaw's recurrence.
 *
 * @returns a Projection between degrees on the ellipsoid and metres.
 */
export function transverseMercator(p: TransverseMercatorParameters): Projection {
  const f = 1 / p.ellipsoid.inverseFlattening;
  const n = f / (2 - f);
  const e2 = f * (2 - f);
  const n2 = n * n;
  const radius = (p.ellipsoid.a / (1 + n)) * (1 + n2 / 4 + n2 ** 2 / 64 + n2 ** 3 / 256) * p.scale;
  const alpha = ALPHA.map((powers) => polynomial(powers, n));
  const beta = BETA.map((powers) => -polynomial(powers, n));
  const delta = DELTA.map((powers) => polynomial(powers, n));

  /** Tangent of the conformal latitude from sine and cosine of the geodetic one, Karney eqs. (7), (9). */
  const conformal = (sin: number, cos: number): number => {
    // e atanh(e sin φ) and its sinh by their series: both are below 0.007, so these terms reach 1e-17.
    const q = e2 * sin * sin;
    const psi = e2 * sin * (1 + q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q / 13))))));
    const sigma = psi * (1 + (psi * psi / 6) * (1 + (psi * psi / 20) * (1 + psi * psi / 42)));
    return (sin * Math.sqrt(1 + sigma * sigma) - sigma) / cos;
  };

  const meridian = (lat: number): number => {
    const tau = conformal(Math.sin(lat * RADIANS), Math.cos(lat * RADIANS));
    const norm = 1 + tau * tau;
    return Math.atan(tau) + clenshaw(alpha, (2 * tau) / norm, (1 - tau * tau) / norm);
  };
  const xi0 = meridian(p.lat0);

  return {
    forward([lon, lat]) {
      const phi = lat * RADIANS, lambda = (lon - p.lon0) * RADIANS;
      const tau = conformal(Math.sin(phi), Math.cos(phi));
      const cos = Math.cos(lambda), sin = Math.sin(lambda);
      const h2 = tau * tau + cos * cos;
      const sinhEta = sin / Math.sqrt(h2);
      complexClenshaw(
        alpha,
        (2 * tau * cos) / h2,
        (cos * cos - tau * tau) / h2,
        2 * sinhEta * Math.sqrt(1 + sinhEta * sinhEta),
        1 + 2 * sinhEta * sinhEta,
      );
      const xi = Math.atan2(tau, cos) + real, eta = Math.asinh(sinhEta) + imaginary;
      return { x: p.falseEasting + radius * eta, y: p.falseNorthing + radius * (xi - xi0) };
    },
    inverse({ x, y }) {
      const xi = (y - p.falseNorthing) / radius + xi0;
      const eta = (x - p.falseEasting) / radius;
      complexClenshaw(beta, Math.sin(2 * xi), Math.cos(2 * xi), Math.sinh(2 * eta), Math.cosh(2 * eta));
      const xi1 = xi + real, sinh = Math.sinh(eta + imaginary), cos = Math.cos(xi1);
      const tau = Math.sin(xi1) / Math.sqrt(sinh * sinh + cos * cos);
      const norm = 1 + tau * tau;
      const phi = Math.atan(tau) + clenshaw(delta, (2 * tau) / norm, (1 - tau * tau) / norm);
      return [p.lon0 + Math.atan2(sinh, cos) / RADIANS, phi / RADIANS];
    },
  };
}

// Coefficients of n, n², … n⁶; row j multiplies the 2j-fold angle.
const ALPHA = [
  [1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800],
  [0, 13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1983433 / 1935360],
  [0, 0, 61 / 240, -103 / 140, 15061 / 26880, 167603 / 181440],
  [0, 0, 0, 49561 / 161280, -179 / 168, 6601661 / 7257600],
  [0, 0, 0, 0, 34729 / 80640, -3418889 / 1995840],
  [0, 0, 0, 0, 0, 212378941 / 319334400],
];
const BETA = [
  [1 / 2, -2 / 3, 37 / 96, -1 / 360, -81 / 512, 96199 / 604800],
  [0, 1 / 48, 1 / 15, -437 / 1440, 46 / 105, -1118711 / 3870720],
  [0, 0, 17 / 480, -37 / 840, -209 / 4480, 5569 / 90720],
  [0, 0, 0, 4397 / 161280, -11 / 504, -830251 / 7257600],
  [0, 0, 0, 0, 4583 / 161280, -108847 / 3991680],
  [0, 0, 0, 0, 0, 20648693 / 638668800],
];
const DELTA = [
  [2, -2 / 3, -2, 116 / 45, 26 / 45, -2854 / 675],
  [0, 7 / 3, -8 / 5, -227 / 45, 2704 / 315, 2323 / 945],
  [0, 0, 56 / 15, -136 / 35, -1262 / 105, 73814 / 2835],
  [0, 0, 0, 4279 / 630, -332 / 35, -399572 / 14175],
  [0, 0, 0, 0, 4174 / 315, -144838 / 6237],
  [0, 0, 0, 0, 0, 601676 / 22275],
];

const polynomial = (powers: readonly number[], n: number): number => powers.reduceRight((sum, c) => (sum + c) * n, 0);

/** Σ cⱼ sin 2jχ from sin 2χ and cos 2χ. */
function clenshaw(c: readonly number[], sin: number, cos: number): number {
  let b1 = 0, b2 = 0;
  for (let j = c.length - 1; j >= 0; j--) {
    const b0 = 2 * cos * b1 - b2 + c[j];
    b2 = b1;
    b1 = b0;
  }
  return b1 * sin;
}

// The two parts of the last complex sum: a pair returned for each of a million points would be garbage.
let real = 0;
let imaginary = 0;

/** Σ cⱼ sin 2j(ξ + iη) from sin 2ξ, cos 2ξ, sinh 2η, cosh 2η. */
function complexClenshaw(c: readonly number[], sin: number, cos: number, sinh: number, cosh: number): void {
  const re = 2 * cos * cosh, im = -2 * sin * sinh;
  let r1 = 0, i1 = 0, r2 = 0, i2 = 0;
  for (let j = c.length - 1; j >= 0; j--) {
    const r0 = re * r1 - im * i1 - r2 + c[j], i0 = re * i1 + im * r1 - i2;
    r2 = r1;
    i2 = i1;
    r1 = r0;
    i1 = i0;
  }
  real = r1 * sin * cosh - i1 * cos * sinh;
  imaginary = r1 * cos * sinh + i1 * sin * cosh;
}
