// Is a point in an area of many polygons? Prepared once, then asked a million times.

import type { Polygon } from "../geo/types.ts";

const BANDS = 1024;

/**
 * Even-odd rule over all rings, so that holes are left out and polygons must not overlap one another to be united:
 * each polygon is asked by itself. Edges lie in horizontal bands, so that a question looks at few of them.
 *
 * @returns a test in metres; the southern and western sides of the boundary belong to the area.
 */
export function insideArea(area: readonly Polygon[]): (x: number, y: number) => boolean {
  const tests = area.map(insidePolygon);
  if (tests.length === 1) return tests[0];
  return (x, y) => {
    for (let i = 0; i < tests.length; i++) if (tests[i](x, y)) return true;
    return false;
  };
}

function insidePolygon({ rings }: Polygon): (x: number, y: number) => boolean {
  let minX = Infinity, minY = Infinity, maxX = -Infinity, maxY = -Infinity;
  for (const { x, y } of rings[0]) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  const height = (maxY - minY) / BANDS || 1;
  const bandOf = (y: number): number => Math.min(BANDS - 1, Math.max(0, Math.floor((y - minY) / height)));
  const bands: number[][] = Array.from({ length: BANDS }, () => []);
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const a = ring[i], b = ring[(i + 1) % ring.length];
      if (a.y === b.y) continue;
      const top = bandOf(Math.max(a.y, b.y));
      for (let band = bandOf(Math.min(a.y, b.y)); band <= top; band++) bands[band].push(a.x, a.y, b.x, b.y);
    }
  }
  const edges = bands.map((band) => Float64Array.from(band));
  return (x, y) => {
    if (!(x >= minX && x <= maxX && y >= minY && y <= maxY)) return false;
    const band = edges[bandOf(y)];
    let inside = false;
    for (let k = 0; k < band.length; k += 4) {
      const ay = band[k + 1], by = band[k + 3];
      if (ay > y !== by > y && x < band[k] + ((y - ay) / (by - ay)) * (band[k + 2] - band[k])) inside = !inside;
    }
    return inside;
  };
}
