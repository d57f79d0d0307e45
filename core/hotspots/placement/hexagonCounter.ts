// The weight in a hexagon of one size, anywhere and however turned: asked millions of times in a search.

import type { PointIndex } from "../../geo/pointIndex.ts";

/** Weight inside or on the boundary of the hexagon about x, y: as countInside, but for the order of the sum. */
export type HexagonCounter = (x: number, y: number, rotation: number) => number;

/** @param index - with cells of about half a side: smaller ones take more rows, larger ones more locations outside */
export function createHexagonCounter({ x, y, weight, starts, originX, originY, cell, columns, rows }: PointIndex, side: number): HexagonCounter {
  const root = Math.sqrt(3), flat = (root / 2) * side, slant = root * side;
  return (centreX, centreY, rotation) => {
    const first = Math.max(0, Math.floor((centreX - side - originX) / cell)), last = Math.min(columns - 1, Math.floor((centreX + side - originX) / cell));
    const bottom = Math.max(0, Math.floor((centreY - side - originY) / cell)), top = Math.min(rows - 1, Math.floor((centreY + side - originY) / cell));
    if (first > last) return 0;
    const cos = Math.cos(rotation), sin = Math.sin(rotation);
    let sum = 0;
    for (let row = bottom; row <= top; row++) {
      for (let i = starts[row * columns + first], to = starts[row * columns + last + 1]; i < to; i++) {
        const dx = x[i] - centreX, dy = y[i] - centreY;
        const v = Math.abs(dy * cos - dx * sin);
        if (v <= flat && root * Math.abs(dx * cos + dy * sin) + v <= slant) sum += weight[i];
      }
    }
    return sum;
  };
}
