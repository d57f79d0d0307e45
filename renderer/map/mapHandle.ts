// The map that is on screen, for commands: where to look next.

import type { Map as MapLibreMap } from "maplibre-gl";
import { planeProjection } from "../../core/geo/plane.ts";
import type { Bounds } from "../../core/geo/types.ts";
import { useStore } from "../store.ts";

let shown: MapLibreMap | null = null;

/** null until MapView stands. */
export const theMap = (): MapLibreMap | null => shown;

export const setTheMap = (map: MapLibreMap | null): void => {
  shown = map;
};

/** Shows all of the bounds (metres in the project's plane) with a margin. */
export function zoomTo({ minX, minY, maxX, maxY }: Bounds): void {
  const { plane } = useStore.getState();
  if (!plane || !Number.isFinite(minX + minY + maxX + maxY)) return;
  const projection = planeProjection(plane);
  const corners = [
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ].map((corner) => projection.inverse(corner));
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  zoomToLonLat(Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats));
}

/** Degrees. Without a map yet, the view in the store is set and the map starts there. */
export function zoomToLonLat(west: number, south: number, east: number, north: number): void {
  if (!shown) return useStore.setState({ view: roughView(west, south, east, north) });
  shown.fitBounds([west, south, east, north], { padding: 48, maxZoom: 17, duration: 300 });
}

function roughView(west: number, south: number, east: number, north: number) {
  const widest = Math.max(east - west, (north - south) * 1.5, 1e-4);
  return { centre: [(west + east) / 2, (south + north) / 2] as const, zoom: Math.min(17, Math.log2(360 / widest)), bearing: 0 };
}

/** By so many zoom levels about the middle. */
export const zoomBy = (levels: number): void => {
  shown?.easeTo({ zoom: shown.getZoom() + levels, duration: 150 });
};
