// The docked panels: they resize, move, close, come back from View, and are remembered.

import { DockviewReact, type DockviewApi, type DockviewReadyEvent, type IDockviewPanelHeaderProps, type IDockviewPanelProps, type SerializedDockview } from "dockview-react";
import type { FunctionComponent } from "react";
import type { JsonValue } from "../../core/json.ts";
import { keepPreferences, preferences } from "../actions/preferences.ts";
import { MapView } from "../map/MapView.tsx";
import { AllocationPanel } from "../panels/AllocationPanel.tsx";
import { DensityPanel } from "../panels/DensityPanel.tsx";
import { ExpertPointsSection } from "../panels/ExpertPointsSection.tsx";
import { FilterPanel } from "../panels/FilterPanel.tsx";
import { ForecastPanel } from "../panels/ForecastPanel.tsx";
import { HistoryPanel } from "../panels/HistoryPanel.tsx";
import { HotspotsPanel } from "../panels/HotspotsPanel.tsx";
import { TrialPanel } from "../panels/TrialPanel.tsx";
import { IncidentsPanel } from "../panels/IncidentsPanel.tsx";
import { InspectorPanel } from "../panels/InspectorPanel.tsx";
import { LayersPanel } from "../panels/LayersPanel.tsx";
import { arrange, setDock } from "./dockHandle.ts";

const body = (Panel: FunctionComponent): FunctionComponent<IDockviewPanelProps> => () => <div className="panel"><Panel /></div>;

const components: Record<string, FunctionComponent<IDockviewPanelProps>> = {
  map: () => <div className="map-panel"><MapView /></div>,
  layers: body(LayersPanel),
  incidents: body(IncidentsPanel),
  filter: body(FilterPanel),
  hotspots: body(HotspotsPanel),
  trial: body(TrialPanel),
  inspector: body(InspectorPanel),
  density: body(DensityPanel),
  forecast: body(ForecastPanel),
  allocation: body(AllocationPanel),
  history: body(HistoryPanel),
  expert: body(ExpertPointsSection),
};

/** Just the title: a cross inside a tab is a control inside a control. The context menu closes, View brings back. */
const Tab = ({ api }: IDockviewPanelHeaderProps) => <span className="tab">{api.title}</span>;

export function Dock() {
  return (
    <div className="dock">
      <DockviewReact
        className="dockview-hexbeat"
        components={components}
        defaultTabComponent={Tab}
        getTabContextMenuItems={() => ["close"]}
        onReady={onReady}
      />
    </div>
  );
}

function onReady(event: DockviewReadyEvent): void {
  setDock(event.api);
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
