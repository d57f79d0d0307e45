// The context layers that have lines, such as roads.

import { useMemo } from "react";
import type { ContextLayer } from "../layerState.ts";
import { useStore } from "../store.ts";

export function useLineLayers(): readonly ContextLayer[] {
  const layers = useStore((state) => state.contextLayers);
  return useMemo(() => layers.filter(({ data }) => data.features.some(({ geometry }) => hasLine(geometry))), [layers]);
}

const hasLine = (geometry: GeoJSON.Geometry | null): boolean =>
  geometry !== null && (geometry.type === "GeometryCollection" ? geometry.geometries.some(hasLine) : geometry.type.endsWith("LineString"));
