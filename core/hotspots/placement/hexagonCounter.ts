// The weight in a hexagon of one size, anywhere and however turned: asked millions of times in a search.

import type { PointIndex } from "../../geo/pointIndex.ts";

/** Weight inside or on the boundary of the hexagon about x, y: as countInside, but for the order of the sum. */
export type HexagonCounter = (x: number, y: number, rotation: number) => number;

/** Cells this near to the edge are asked location by location, so that rounding decides nothing; m. */
const HAIR = 1e-6;

/**
 * A hexagon is three strips across its flats. In a row of cells each strip leaves a range that surely is inside for every height
 * of the row, and a wider one that may be: the cells of the first are summed at once, those between the two location by location.
 */
export function createHexagonCounter({ x, y, weight, before, starts, originX, originY, cell, columns, rows }: PointIndex, side: number): HexagonCounter {
  const root = Math.sqrt(3), flat = (root / 2) * side, slant = root * side;
  return (centreX, centreY, rotation) => {
    const left = originX - centreX, low = originY - centreY;
    const bottom = Math.max(0, Math.floor((-side - low) / cell)), top = Math.min(rows - 1, Math.floor((side - low) / cell));
    const cos = Math.cos(rotation), sin = Math.sin(rotation);
    let sum = 0;
    for (let row = bottom; row <= top; row++) {
      const south = low + row * cell, north = south + cell;
      let from = -side, to = side, surelyFrom = -side, surelyTo = side;
      for (let strip = 0; strip < 3; strip++) {
        // Across the flats at 30°, 90° and 150° from the first corner.
        const across = strip === 1 ? -sin : (root / 2) * (strip === 0 ? cos : -cos) - sin / 2;
        const up = strip === 1 ? cos : (root / 2) * (strip === 0 ? sin : -sin) + cos / 2;
        const least = Math.min(up * south, up * north), most = Math.max(up * south, up * north);
        if (Math.abs(across) < HAIR) {
          if (least > flat + HAIR * side || most < -flat - HAIR * side) to = -Infinity;
          if (most > flat - HAIR * side || least < -flat + HAIR * side) surelyTo = -Infinity;
          continue;
        }
        const slope = Math.abs(across), sign = across > 0 ? 1 : -1;
        const one = sign > 0 ? least : -most, other = sign > 0 ? most : -least;
        from = Math.max(from, (-flat - other) / slope);
        to = Math.min(to, (flat - one) / slope);
        surelyFrom = Math.max(surelyFrom, (-flat - one) / slope);
        surelyTo = Math.min(surelyTo, (flat - other) / slope);
      }
      const first = Math.max(0, Math.floor((from - HAIR - left) / cell)), last = Math.min(columns - 1, Math.floor((to + HAIR - left) / cell));
      if (!(first <= last)) continue;
      const base = row * columns;
      // Cells wholly inside; none where the first is past the last.
      const inner = Math.max(first, Math.ceil((surelyFrom + HAIR - left) / cell));
      const past = Math.min(last + 1, Math.floor((surelyTo - HAIR - left) / cell));
      const whole = inner < past;
      if (whole) sum += before[starts[base + past]] - before[starts[base + inner]];
      const end = starts[base + last + 1], skipFrom = whole ? starts[base + inner] : end, skipTo = whole ? starts[base + past] : end;
      for (let i = starts[base + first]; i < end; i++) {
        if (i === skipFrom) {
          i = skipTo;
          if (i >= end) break;
        }
        const dx = x[i] - centreX, dy = y[i] - centreY;
        const v = Math.abs(dy * cos - dx * sin);
        if (v <= flat && root * Math.abs(dx * cos + dy * sin) + v <= slant) sum += weight[i];
      }
    }
    return sum;
  };
}
