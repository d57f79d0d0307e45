// Which shape is under the pointer.

import { pointDistance } from "../../core/geo/distance.ts";
import { area } from "../../core/geo/area.ts";
import { bounds } from "../../core/geo/bounds.ts";
import type { Point } from "../../core/geo/types.ts";
import type { Plan } from "../../core/plan/plan.ts";
import type { LayerState } from "../store.ts";
import type { Placed } from "./handles.ts";

/** Pixels by which an outline may be missed. */
const REACH = 4;

/**
 * Of all shapes on visible layers under the pointer: one that is selected, else the smallest (so that a patrol area
 * can be reached inside its hotspot), else the nearest within reach; null on empty ground.
 */
export function shapeAt(
  plan: Plan,
  layers: readonly LayerState[],
  selection: readonly string[],
  point: Point,
  metresPerPixel: number,
): Placed | null {
  const visible = (kind: LayerState["kind"]): boolean => layers.some((layer) => layer.kind === kind && layer.visible);
  const reach = REACH * metresPerPixel;
  const candidates: readonly Placed[] = [
    ...(visible("hotspots") ? plan.hotspots : []),
    ...(visible("patrol-areas") ? plan.patrolAreas : []),
    ...(visible("exclusions") ? plan.exclusions : []),
  ];
  let best: Placed | null = null, bestSize = Infinity;
  for (const candidate of candidates) {
    const box = bounds(candidate.shape);
    if (point.x < box.minX - reach || point.x > box.maxX + reach || point.y < box.minY - reach || point.y > box.maxY + reach) continue;
    const away = pointDistance(candidate.shape, point);
    if (away > reach) continue;
    if (away === 0 && selection.includes(candidate.id)) return candidate;
    // What is only near comes after everything that holds the point.
    const size = away === 0 ? area(candidate.shape) : 1e12 + away;
    if (size < bestSize) [best, bestSize] = [candidate, size];
  }
  return best;
}
