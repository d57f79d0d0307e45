// What is shown, and how.

import { IconFocusCentered, IconMoon, IconZoomIn, IconZoomOut, IconZoomScan } from "@tabler/icons-react";
import { zoomToIncidents, zoomToSelection } from "../actions/zoom.ts";
import { panelCommands } from "./panelCommands.ts";
import { zoomBy } from "../map/mapHandle.ts";
import { schemeOf } from "../map/scheme.ts";
import { useStore } from "../store.ts";
import type { Command } from "./command.ts";
import { needsIncidents, needsSelection } from "./unavailable.ts";

export const viewCommands: readonly Command[] = [
  {
    id: "view.palette",
    title: "Search commands …",
    menu: "View",
    section: 0,
    keys: ["Ctrl+K", "Ctrl+Shift+P"],
    run: () => useStore.setState({ palette: true }),
  },
  {
    id: "view.zoom-in",
    title: "Zoom in",
    menu: "View",
    section: 1,
    icon: IconZoomIn,
    toolbar: "zoom",
    keys: ["+", "="],
    run: () => zoomBy(1),
  },
  {
    id: "view.zoom-out",
    title: "Zoom out",
    menu: "View",
    section: 1,
    icon: IconZoomOut,
    toolbar: "zoom",
    keys: ["-"],
    run: () => zoomBy(-1),
  },
  {
    id: "view.zoom-incidents",
    title: "Zoom to the incidents",
    menu: "View",
    section: 1,
    icon: IconZoomScan,
    toolbar: "zoom",
    keys: ["0"],
    unavailable: needsIncidents,
    run: zoomToIncidents,
  },
  {
    id: "view.zoom-selection",
    title: "Zoom to the selection",
    menu: "View",
    section: 1,
    icon: IconFocusCentered,
    toolbar: "zoom",
    keys: ["Z"],
    unavailable: needsSelection,
    run: zoomToSelection,
  },
  ...panelCommands,
  {
    id: "view.dark",
    title: "Dark theme",
    menu: "View",
    section: 3,
    icon: IconMoon,
    toolbar: "theme",
    checked: (state) => schemeOf(state.theme) === "dark",
    run: () => useStore.setState((state) => ({ theme: schemeOf(state.theme) === "dark" ? "light" : "dark" })),
  },
  {
    id: "view.system-theme",
    title: "Theme of the system",
    menu: "View",
    section: 3,
    checked: (state) => state.theme === "system",
    run: () => useStore.setState({ theme: "system" }),
  },
];
