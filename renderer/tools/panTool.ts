// Pan: the map has the pointer to itself.

import type { Tool } from "./tool.ts";

export const panTool: Tool = {
  name: "pan",
  cursor: () => "grab",
  onDown: () => false,
  onMove: () => undefined,
  onUp: () => undefined,
  cancel: () => false,
};
