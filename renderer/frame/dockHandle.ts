// The dock, for commands: panels are added, brought to the front, put back in their first places.

import type { DockviewApi } from "dockview-react";
import { PANELS, type PanelName, type Place } from "./panels.ts";

let api: DockviewApi | null = null;

export function setDock(dock: DockviewApi): void {
  api = dock;
}

/** The first layout. */
export function arrange(dock: DockviewApi): void {
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
