// The layers of the map as the layer tree has them.

import type { FeatureCollection } from "geojson";

/** The map's own layers, in the order of the layer tree from the top; context layers carry their own ids. */
export type LayerKind = "vehicles" | "trial" | "expert-points" | "proposed" | "hotspots" | "patrol-areas" | "exclusions" | "just-outside" | "target-cells" | "find" | "cells" | "incidents" | "forecast" | "slots" | "density" | "uncertainty" | "context";

export interface LayerState {
  readonly id: string;
  readonly kind: LayerKind;
  readonly name: string;
  readonly visible: boolean;
  /** 0 to 1. */
  readonly opacity: number;
  /** Context layers only: "#2266aa"; not given, they take muted colours in turn. */
  readonly colour?: string;
}

export interface ContextLayer {
  readonly id: string;
  readonly name: string;
  readonly data: FeatureCollection;
}

export const START_LAYERS: readonly LayerState[] = [
  { id: "vehicles", kind: "vehicles", name: "Patrol cars", visible: true, opacity: 1 },
  { id: "trial", kind: "trial", name: "Trial units", visible: true, opacity: 1 },
  { id: "expert-points", kind: "expert-points", name: "Expert points", visible: true, opacity: 1 },
  { id: "proposed", kind: "proposed", name: "Proposed hexagons", visible: true, opacity: 1 },
  { id: "hotspots", kind: "hotspots", name: "Hotspots", visible: true, opacity: 1 },
  { id: "patrol-areas", kind: "patrol-areas", name: "Patrol areas", visible: true, opacity: 1 },
  { id: "exclusions", kind: "exclusions", name: "Exclusions", visible: true, opacity: 1 },
  { id: "just-outside", kind: "just-outside", name: "Just outside", visible: false, opacity: 1 },
  { id: "target-cells", kind: "target-cells", name: "Cells of the target share", visible: true, opacity: 1 },
  { id: "incidents", kind: "incidents", name: "Incidents", visible: true, opacity: 0.8 },
  { id: "find", kind: "find", name: "Methods side by side", visible: true, opacity: 0.7 },
  { id: "cells", kind: "cells", name: "Cell counts", visible: true, opacity: 0.7 },
  { id: "uncertainty", kind: "uncertainty", name: "Places over draws", visible: true, opacity: 0.85 },
  { id: "forecast", kind: "forecast", name: "Forecast", visible: true, opacity: 0.75 },
  { id: "slots", kind: "slots", name: "Slots", visible: true, opacity: 0.75 },
  { id: "density", kind: "density", name: "Density", visible: true, opacity: 0.75 },
];
