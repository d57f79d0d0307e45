// Moves the map to what is asked for.

import { bbox } from "@turf/turf";
import { bounds, columnBounds } from "../../core/geo/bounds.ts";
import { planeProjection } from "../../core/geo/plane.ts";
import { robustBounds } from "../../core/geo/robustBounds.ts";
import type { Bounds, Hexagon, Shape } from "../../core/geo/types.ts";
import { zoomTo } from "../map/mapHandle.ts";
import { siteAt, type ShownAllocation } from "../shownAllocation.ts";
import { committedPlan, useStore } from "../store.ts";
import { boundsOf, selectedOf } from "../tools/handles.ts";

/** Ground shown around what is zoomed to, m. */
const MARGIN = 300;

export function zoomToIncidents(): void {
  const { incidents, filtered } = useStore.getState();
  const points = filtered && filtered.x.length > 0 ? filtered : incidents?.table;
  if (points && points.x.length > 0) zoomTo(grow(robustBounds(points.x, points.y), MARGIN));
}

export function zoomToSelection(): void {
  const state = useStore.getState();
  const selected = selectedOf(committedPlan(state), state.selection);
  if (selected.length > 0) zoomTo(grow(boundsOf(selected), MARGIN));
}

export function zoomToFeature(id: string): void {
  useStore.setState({ selection: [id] });
  zoomToSelection();
}

export function zoomToHexagons(hexagons: readonly Hexagon[]): void {
  if (hexagons.length === 0) return;
  const column = (axis: "x" | "y"): Float64Array => Float64Array.from(hexagons, ({ centre }) => centre[axis]);
  zoomTo(grow(columnBounds(column("x"), column("y")), hexagons[0].side + MARGIN));
}

export function zoomToShape(shape: Shape): void {
  zoomTo(grow(bounds(shape), MARGIN));
}

export function zoomToVehicle({ request, chosen }: ShownAllocation, vehicle: number): void {
  const { x, y } = siteAt(request, chosen[vehicle]);
  zoomTo(grow({ minX: x, minY: y, maxX: x, maxY: y }, request.plan.radius + MARGIN));
}

const grow = ({ minX, minY, maxX, maxY }: Bounds, by: number): Bounds => ({
  minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by,
});

export function zoomToContextLayer(id: string): void {
  const { contextLayers, plane } = useStore.getState();
  const layer = contextLayers.find((candidate) => candidate.id === id);
  if (!layer || !plane || layer.data.features.length === 0) return;
  const [west, south, east, north] = bbox(layer.data);
  const projection = planeProjection(plane);
  const a = projection.forward([west, south]);
  const b = projection.forward([east, north]);
  zoomTo({ minX: a.x, minY: a.y, maxX: b.x, maxY: b.y });
}
