// Which shape or expert point is under the pointer.

import { pointDistance } from "../../core/geo/distance.ts";
import { area } from "../../core/geo/area.ts";
import { bounds } from "../../core/geo/bounds.ts";
import type { Point } from "../../core/geo/types.ts";
import type { ExpertPoint, Plan } from "../../core/plan/plan.ts";
import type { LayerState } from "../layerState.ts";
import type { Placed, PlacedShape } from "./handles.ts";

/** Pixels by which an outline may be missed, and a point: its mark is as large. */
const REACH = 4;
const POINT_REACH = 9;

/**
 * Of all on visible layers under the pointer: the nearest expert point, for it is smaller than any shape; else a shape, one that is selected, else the smallest (so that a patrol area
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
  const pointUnder = visible("expert-points") ? nearestPoint(plan, selection, point, POINT_REACH * metresPerPixel) : null;
  if (pointUnder) return pointUnder;
  const candidates: readonly PlacedShape[] = [
    ...(visible("hotspots") ? plan.hotspots : []),
    ...(visible("patrol-areas") ? plan.patrolAreas : []),
    ...(visible("exclusions") ? plan.exclusions : []),
  ];
  let best: PlacedShape | null = null, bestSize = Infinity;
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

/** One that is selected before the others: where points lie on each other, the one in hand stays in hand. */
function nearestPoint({ expertPoints }: Plan, selection: readonly string[], { x, y }: Point, reach: number): ExpertPoint | null {
  let best: ExpertPoint | null = null, least = reach;
  for (const candidate of expertPoints) {
    const away = Math.hypot(candidate.place.x - x, candidate.place.y - y);
    if (away > reach) continue;
    if (selection.includes(candidate.id)) return candidate;
    if (away <= least) [best, least] = [candidate, away];
  }
  return best;
}
