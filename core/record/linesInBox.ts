// The stretches of lines that are in a box.

import type { Bounds, Point } from "../geo/types.ts";
import type { RoadLines } from "../patrol/roads/roadLines.ts";

/** Lines are cut between segments, not within them: one that may cross the box is kept whole. */
export function linesInBox({ x, y, starts }: RoadLines, { minX, minY, maxX, maxY }: Bounds): Point[][] {
  const found: Point[][] = [];
  for (let line = 0; line + 1 < starts.length; line++) {
    let stretch: Point[] = [];
    for (let i = starts[line], last = starts[line + 1] - 1; i < last; i++) {
      const outside =
        (x[i] < minX && x[i + 1] < minX) || (x[i] > maxX && x[i + 1] > maxX) || (y[i] < minY && y[i + 1] < minY) || (y[i] > maxY && y[i + 1] > maxY);
      if (outside) {
        stretch = [];
        continue;
      }
      if (stretch.length === 0) found.push((stretch = [{ x: x[i], y: y[i] }]));
      stretch.push({ x: x[i + 1], y: y[i + 1] });
    }
  }
  return found;
}
