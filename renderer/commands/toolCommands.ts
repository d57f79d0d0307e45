// The pointer tools: one key each.

import {
  IconBan, IconHandMove, IconHexagonPlus, IconLineDashed, IconPointer, IconPolygon, IconRulerMeasure, IconUserPin, IconVector,
} from "@tabler/icons-react";
import { useStore, type ToolName } from "../store.ts";
import type { Command } from "./command.ts";
import { all, needsIncidents, needsPlane, needsProject } from "./unavailable.ts";

const tool = (name: ToolName, title: string, key: string, icon: Command["icon"], hint: string, drawing = false): Command => ({
  ...inHand(name),
  title,
  hint,
  section: drawing ? 1 : 0,
  icon,
  toolbar: drawing ? "draw" : "point",
  keys: [key],
  unavailable: drawing ? all(needsProject, needsPlane) : undefined,
});

const inHand = (name: ToolName): Pick<Command, "id" | "menu" | "checked" | "run"> => ({
  id: `tool.${name}`,
  menu: "Tools",
  checked: (state) => state.tool === name,
  run: () => useStore.setState({ tool: name }),
});

/** Of the Allocation panel, which has a button for it. */
const placeRule = (name: "fixed" | "forbidden", title: string, hint: string): Command => ({
  ...inHand(name),
  title,
  hint,
  section: 2,
  unavailable: all(needsProject, needsIncidents),
});

export const toolCommands: readonly Command[] = [
  tool("select", "Select and move", "V", IconPointer, "Drag moves, the round handle rotates, Shift adds, Alt-drag duplicates"),
  tool("pan", "Pan", "H", IconHandMove, "Also: middle button or Space"),
  tool("measure", "Measure", "M", IconRulerMeasure, "Click points; the length and the area are shown"),
  tool("hexagon", "Place hexagons", "X", IconHexagonPlus, "Click where the centre is to be", true),
  tool("polygon", "Draw a patrol area", "P", IconPolygon, "Click corners; Enter or double-click finishes, Backspace takes one back", true),
  tool("exclusion", "Draw an exclusion", "E", IconBan, "An area that is to hold no hotspot", true),
  tool("expert", "Place expert points", "I", IconUserPin, "Click where you expect crime; the forecast counts it as an event", true),
  tool("vertices", "Edit corners", "A", IconVector, "Drag a corner, click a midpoint to add one, Alt-click takes one away", true),
  tool("split", "Split a patrol area", "K", IconLineDashed, "Draw a line across it", true),
  placeRule("fixed", "Fix places of vehicles", "Click on tiles in which the next allocation must post one"),
  placeRule("forbidden", "Forbid places to vehicles", "Click on tiles in which the next allocation must post none"),
];
