// The colour that stands for a layer in the layer tree, and in which a context layer is drawn.

import type { Scheme } from "../map/scheme.ts";
import type { ContextLayer, LayerState } from "../layerState.ts";
import { MAP_COLOURS } from "./mapColours.ts";
import { rgb, type Rgb } from "./ramps.ts";

/** Context layers have the colour that the person chose, or take the muted ones in turn; measured layers have their legend. */
export function layerColour(layer: LayerState, contextLayers: readonly ContextLayer[], scheme: Scheme): Rgb {
  const colours = MAP_COLOURS[scheme];
  switch (layer.kind) {
    case "proposed":
      return colours.proposed;
    case "hotspots":
      return colours.hotspot;
    case "patrol-areas":
      return colours.patrolArea;
    case "exclusions":
      return colours.exclusion;
    case "vehicles":
      return colours.vehicles[0];
    case "trial":
      return colours.treatment;
    case "expert-points":
      return colours.expertPoint;
    case "context": {
      if (layer.colour) return rgb(layer.colour);
      const n = contextLayers.findIndex(({ id }) => id === layer.id);
      return colours.context[Math.max(n, 0) % colours.context.length];
    }
    case "just-outside":
      return colours.violation;
    case "target-cells":
    case "incidents":
    case "find":
    case "cells":
    case "forecast":
    case "slots":
    case "density":
    case "uncertainty":
      return colours.text;
  }
}
