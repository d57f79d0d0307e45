// The centre of mass of a shape: what it is turned about.

import { area, signedArea } from "./area.ts";
import type { Point, Ring, Shape } from "./types.ts";

/** m; holes are taken off. It may lie outside the shape (a crescent): interiorPoint does not. */
export function centroid(shape: Shape): Point {
  if (shape.kind === "hexagon") return shape.centre;
  const whole = area(shape);
  if (!(whole > 0)) return shape.rings[0][0];
  let x = 0, y = 0;
  shape.rings.forEach((ring, i) => {
    const moment = ringMoment(ring);
    const sign = i === 0 ? 1 : -1;
    x += sign * moment.x;
    y += sign * moment.y;
  });
  return { x: x / whole, y: y / whole };
}

/** |Area| times centroid, m³; sums are taken about the first corner to lose no digits. */
function ringMoment(ring: Ring): Point {
  const { x, y } = ring[0];
  let mx = 0, my = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    const ax = ring[i].x - x, ay = ring[i].y - y, bx = ring[i + 1].x - x, by = ring[i + 1].y - y;
    const cross = ax * by - bx * ay;
    mx += cross * (ax + bx);
    my += cross * (ay + by);
  }
  const signed = signedArea(ring), sign = Math.sign(signed);
  return { x: Math.abs(signed) * x + (sign * mx) / 6, y: Math.abs(signed) * y + (sign * my) / 6 };
}
