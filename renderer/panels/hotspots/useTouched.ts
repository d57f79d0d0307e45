// The names of the exclusions that each of some cells touches; those overruled are none.

import { useMemo } from "react";
import { exclusionsOfCells } from "../../../core/hotspots/exclude/exclusionsOfCells.ts";
import { cellShape, type CellShapes } from "../../../core/hotspots/promote.ts";
import { committedPlan, useStore } from "../../store.ts";

export function useTouched(cells: CellShapes, chosen: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const exclusions = useStore((state) => committedPlan(state).exclusions);
  return useMemo(() => {
    const touched = exclusionsOfCells(chosen.map((cell) => cellShape(cells, cell)), exclusions);
    return new Map(chosen.map((cell, i) => [cell, touched[i].map(({ name }) => name)]));
  }, [cells, chosen, exclusions]);
}
