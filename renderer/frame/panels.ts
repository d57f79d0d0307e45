// The docked panels and where they stand at first. Left: what is looked at. Right: what is designed and computed.

export type PanelName = "layers" | "incidents" | "filter" | "hotspots" | "inspector" | "density" | "forecast" | "allocation" | "trial" | "history" | "expert";

export interface Place {
  readonly id: PanelName;
  readonly title: string;
  readonly beside: PanelName | "map";
  readonly direction: "left" | "right" | "below" | "within";
  /** px */
  readonly size?: number;
}

export const PANELS: readonly Place[] = [
  { id: "layers", title: "Layers", beside: "map", direction: "left", size: 280 },
  { id: "filter", title: "Filter", beside: "layers", direction: "below", size: 420 },
  { id: "incidents", title: "Incidents", beside: "filter", direction: "within" },
  { id: "hotspots", title: "Hotspots", beside: "map", direction: "right", size: 330 },
  { id: "density", title: "Density", beside: "hotspots", direction: "within" },
  { id: "forecast", title: "Forecast", beside: "hotspots", direction: "within" },
  { id: "allocation", title: "Allocation", beside: "hotspots", direction: "within" },
  { id: "trial", title: "Trial", beside: "hotspots", direction: "within" },
  { id: "inspector", title: "Selected", beside: "hotspots", direction: "below", size: 330 },
  { id: "history", title: "History", beside: "inspector", direction: "within" },
  { id: "expert", title: "Expert points", beside: "inspector", direction: "within" },
];
