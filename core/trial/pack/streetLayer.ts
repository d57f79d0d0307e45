// Which layer of a project has the streets for the maps of a tasking pack.

import type { FeatureCollection } from "geojson";

/** The first whose name speaks of streets or roads and which has lines; null where there is none. */
export const streetLayer = <Layer extends { readonly name: string; readonly data: FeatureCollection }>(layers: readonly Layer[]): Layer | null =>
  layers.find(({ name, data }) => /street|road|highway/i.test(name) && data.features.some(({ geometry }) => geometry?.type.endsWith("LineString"))) ?? null;
