// Hexagons that a search proposes: outlines with their buffers over those that stand, so that both are seen.

import type { Layer } from "@deck.gl/core";
import { PathLayer } from "@deck.gl/layers";
import { bufferRings } from "../../core/geo/bufferRings.ts";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Hexagon } from "../../core/geo/types.ts";
import type { Scheme } from "../map/scheme.ts";
import { FLAT } from "./flat.ts";
import { casedPaths } from "./hotspotLayers.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";
import { outlineOf, shapeOutline } from "./shapeOutline.ts";

export const proposedLayers = memoLast((hexagons: readonly Hexagon[], buffer: number, projection: Projection, scheme: Scheme, opacity: number): Layer[] => {
  const colour = MAP_COLOURS[scheme].proposed;
  const common = { opacity, parameters: FLAT, updateTriggers: { getColor: [scheme] } };
  const outlines = hexagons.flatMap((hexagon) => shapeOutline(projection, hexagon).map((path) => ({ path })));
  const buffers = hexagons.flatMap((hexagon) => {
    const rings = bufferRings(hexagon, buffer);
    return outlineOf(projection, rings, rings);
  });
  return [
    new PathLayer({ ...common, id: "proposed-buffer", data: buffers, getPath: (path) => path as unknown as [number, number][], getColor: withAlpha(colour, 0.7), getWidth: 1, widthUnits: "pixels" }),
    ...casedPaths("proposed", outlines, () => colour, () => 2.5, scheme, common),
  ];
});
