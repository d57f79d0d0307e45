// The locations of an index within a distance of a place.

import type { PointIndex } from "./pointIndex.ts";

/** Visits each location at most `distance` from x, y, a location there included: its position in the index, and the distance squared. */
export function withinDistance(
  { originX, originY, cell, columns, rows, starts, x, y }: PointIndex,
  atX: number,
  atY: number,
  distance: number,
  visit: (location: number, squared: number) => void,
): void {
  // A hair wider, so that rounding in the choice of cells loses nobody on the rim.
  const reach = distance * (1 + 1e-9) + 1e-9;
  const first = Math.max(0, Math.floor((atX - reach - originX) / cell));
  const last = Math.min(columns - 1, Math.floor((atX + reach - originX) / cell));
  const bottom = Math.max(0, Math.floor((atY - reach - originY) / cell));
  const top = Math.min(rows - 1, Math.floor((atY + reach - originY) / cell));
  if (first > last) return;
  const limit = distance * distance;
  for (let row = bottom; row <= top; row++) {
    for (let i = starts[row * columns + first], end = starts[row * columns + last + 1]; i < end; i++) {
      const dx = x[i] - atX, dy = y[i] - atY, squared = dx * dx + dy * dy;
      if (squared <= limit) visit(i, squared);
    }
  }
}
