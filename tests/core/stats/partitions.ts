// Comparing clusterings: what is told of locations as labels of points, and equality up to names.

import type { PointIndex } from "../../../core/geo/pointIndex.ts";

export function labelsOfPoints(index: PointIndex, label: Int32Array, points: readonly (readonly [number, number])[]): number[] {
  const at = new Map<string, number>();
  index.x.forEach((x, i) => at.set(`${x},${index.y[i]}`, label[i]));
  return points.map(([x, y]) => at.get(`${x},${y}`)!);
}

/** The same clusters under other numbers; -1 is noise in both. */
export function samePartition(a: readonly number[], b: readonly number[]): boolean {
  const there = new Map<number, number>([[-1, -1]]), back = new Map<number, number>([[-1, -1]]);
  return (
    a.length === b.length &&
    a.every((label, i) => {
      if (!there.has(label) && !back.has(b[i])) {
        there.set(label, b[i]);
        back.set(b[i], label);
      }
      return there.get(label) === b[i] && back.get(b[i]) === label;
    })
  );
}
