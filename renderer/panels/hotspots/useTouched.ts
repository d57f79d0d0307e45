// Which exclusions each of some cells touches, by the exclusion's name; those overruled are none.

import { useMemo } from "react";
import { bounds } from "../../../core/geo/bounds.ts";
import { activeExclusions } from "../../../core/hotspots/activeExclusions.ts";
import { gapTooSmall } from "../../../core/hotspots/gapTooSmall.ts";
import { cellShape, type CellShapes } from "../../../core/hotspots/promote.ts";
import { committedPlan, useStore } from "../../store.ts";

export function useTouched(cells: CellShapes, chosen: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const exclusions = useStore((state) => committedPlan(state).exclusions);
  return useMemo(() => new Map(chosen.map((cell) => {
    const shape = cellShape(cells, cell);
    return [cell, activeExclusions(exclusions, bounds(shape)).filter((exclusion) => gapTooSmall(shape, exclusion.shape, 0) !== null).map(({ name }) => name)] as const;
  })), [cells, chosen, exclusions]);
}
