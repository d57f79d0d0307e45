// A context layer as it was loaded: points, lines and areas that the person reads beside the work.

import type { Layer } from "@deck.gl/core";
import { GeoJsonLayer } from "@deck.gl/layers";
import type { ContextLayer } from "../store.ts";
import type { Scheme } from "../map/scheme.ts";
import { FLAT } from "./flat.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";

export function contextLayer({ id, data }: ContextLayer, scheme: Scheme, opacity: number): Layer {
  const colour = MAP_COLOURS[scheme].context;
  return new GeoJsonLayer({
    id: `context-${id}`,
    data,
    stroked: true,
    filled: true,
    getFillColor: withAlpha(colour, 0.06),
    getLineColor: withAlpha(colour, 0.9),
    getLineWidth: 1.25,
    lineWidthUnits: "pixels",
    pointType: "circle",
    getPointRadius: 3.5,
    pointRadiusUnits: "pixels",
    opacity,
    parameters: FLAT,
  });
}
