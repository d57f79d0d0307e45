// A context layer as it was loaded: points, lines and areas that the person reads beside the work.

import type { Layer } from "@deck.gl/core";
import { GeoJsonLayer } from "@deck.gl/layers";
import type { ContextLayer } from "../layerState.ts";
import { FLAT } from "./flat.ts";
import { withAlpha } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";
import type { Rgb } from "./ramps.ts";

const made = new Map<string, typeof make>();

/** One memory for each layer: a drag does not make any of them anew. */
export function contextLayer(layer: ContextLayer, colour: Rgb, opacity: number): Layer {
  let known = made.get(layer.id);
  if (!known) made.set(layer.id, (known = memoLast(make)));
  return known(layer, colour, opacity);
}

function make({ id, data }: ContextLayer, colour: Rgb, opacity: number): Layer {
  return new GeoJsonLayer({
    id: `context-${id}`,
    data,
    stroked: true,
    filled: true,
    getFillColor: withAlpha(colour, 0.14),
    getLineColor: withAlpha(colour, 0.9),
    getLineWidth: 1.25,
    lineWidthUnits: "pixels",
    pointType: "circle",
    getPointRadius: 3.5,
    pointRadiusUnits: "pixels",
    opacity,
    parameters: FLAT,
    updateTriggers: { getFillColor: [colour], getLineColor: [colour] },
  });
}
