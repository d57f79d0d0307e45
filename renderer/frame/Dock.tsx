// The docked panels: they resize, move, close, come back from View, and are remembered.

import { DockviewReact, type DockviewApi, type DockviewReadyEvent, type IDockviewPanelProps, type SerializedDockview } from "dockview-react";
import type { FunctionComponent } from "react";
import type { JsonValue } from "../../core/json.ts";
import { keepPreferences, preferences } from "../actions/preferences.ts";
import { MapView } from "../map/MapView.tsx";
import { AllocationPanel } from "../panels/AllocationPanel.tsx";
import { DensityPanel } from "../panels/DensityPanel.tsx";
import { FilterPanel } from "../panels/FilterPanel.tsx";
import { HistoryPanel } from "../panels/HistoryPanel.tsx";
import { HotspotsPanel } from "../panels/HotspotsPanel.tsx";
import { IncidentsPanel } from "../panels/IncidentsPanel.tsx";
import { InspectorPanel } from "../panels/InspectorPanel.tsx";
import { LayersPanel } from "../panels/LayersPanel.tsx";

const body = (Panel: FunctionComponent): FunctionComponent<IDockviewPanelProps> => () => <div className="panel"><Panel /></div>;

const components: Record<string, FunctionComponent<IDockviewPanelProps>> = {
  map: () => <div className="map-panel"><MapView /></div>,
  layers: body(LayersPanel),
  incidents: body(IncidentsPanel),
  filter: body(FilterPanel),
  hotspots: body(HotspotsPanel),
  inspector: body(InspectorPanel),
  density: body(DensityPanel),
  allocation: body(AllocationPanel),
  history: body(HistoryPanel),
};

interface Place {
  readonly id: PanelName;
  readonly title: string;
  readonly beside: PanelName | "map";
  readonly direction: "left" | "right" | "below" | "within";
  readonly size?: number;
}

export type PanelName = "layers" | "incidents" | "filter" | "hotspots" | "inspector" | "density" | "allocation" | "history";

/** Left: what is looked at. Right: what is designed and computed. */
export const PANELS: readonly Place[] = [
  { id: "layers", title: "Layers", beside: "map", direction: "left", size: 280 },
  { id: "filter", title: "Filter", beside: "layers", direction: "below", size: 420 },
  { id: "incidents", title: "Incidents", beside: "filter", direction: "within" },
  { id: "hotspots", title: "Hotspots", beside: "map", direction: "right", size: 330 },
  { id: "density", title: "Density", beside: "hotspots", direction: "within" },
  { id: "allocation", title: "Allocation", beside: "hotspots", direction: "within" },
  { id: "inspector", title: "Selected", beside: "hotspots", direction: "below", size: 330 },
  { id: "history", title: "History", beside: "inspector", direction: "within" },
];

let api: DockviewApi | null = null;

export function Dock() {
  return (
    <div className="dock">
      <DockviewReact className="dockview-hexbeat" components={components} onReady={onReady} singleTabMode="default" />
    </div>
  );
}

function onReady(event: DockviewReadyEvent): void {
  api = event.api;
  if (!restore(event.api)) arrange(event.api);
  event.api.onDidLayoutChange(() => keepPreferences({ layout: event.api.toJSON() as unknown as JsonValue }));
}

/** A layout that this version cannot read is dropped: the default comes back. */
function restore(dock: DockviewApi): boolean {
  const { layout } = preferences();
  if (layout === null) return false;
  try {
    dock.fromJSON(layout as unknown as SerializedDockview);
    return dock.getPanel("map") !== undefined;
  } catch {
    dock.clear();
    return false;
  }
}

function arrange(dock: DockviewApi): void {
  // The map's group shows no tab and is always rendered: moving it would lose its graphics context.
  const map = dock.addPanel({ id: "map", component: "map", title: "Map", renderer: "always" });
  map.group.header.hidden = true;
  map.group.locked = "no-drop-target";
  for (const place of PANELS) add(dock, place);
  for (const front of ["filter", "hotspots", "inspector"]) dock.getPanel(front)?.api.setActive();
}

function add(dock: DockviewApi, place: Place): void {
  const reference = dock.getPanel(place.beside) ? place.beside : "map";
  const direction = reference === "map" && place.direction === "within" ? "right" : place.direction;
  const sideways = direction === "left" || direction === "right";
  dock.addPanel({
    id: place.id,
    component: place.id,
    title: place.title,
    position: { referencePanel: reference, direction },
    initialWidth: sideways ? place.size : undefined,
    initialHeight: direction === "below" ? place.size : undefined,
    inactive: direction === "within",
  });
}

/** Shows a panel, adding it again if it was closed. */
export function showPanel(name: PanelName): void {
  if (!api) return;
  const place = PANELS.find((candidate) => candidate.id === name);
  if (!api.getPanel(name) && place) add(api, place);
  api.getPanel(name)?.api.setActive();
}

export function resetLayout(): void {
  if (!api) return;
  api.clear();
  arrange(api);
}
