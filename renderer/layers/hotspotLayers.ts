// Hotspots with their buffers: blue with a pale casing, orange when selected.

import type { Layer } from "@deck.gl/core";
import { PathLayer, SolidPolygonLayer } from "@deck.gl/layers";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Hotspot } from "../../core/plan/plan.ts";
import type { Scheme } from "../map/scheme.ts";
import { bufferRings } from "../../core/geo/bufferRings.ts";
import { FLAT } from "./flat.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { outlineOf, shapeOutline } from "./shapeOutline.ts";

export interface HotspotStyle {
  readonly buffer: number;
  readonly selection: ReadonlySet<string>;
  readonly scheme: Scheme;
  readonly opacity: number;
}

export function hotspotLayers(id: string, hotspots: readonly Hotspot[], projection: Projection, style: HotspotStyle): Layer[] {
  if (hotspots.length === 0) return [];
  const { buffer, selection, scheme, opacity } = style;
  const colours = MAP_COLOURS[scheme];
  const colourOf = (hotspot: Hotspot) => (selection.has(hotspot.id) ? colours.selected : colours.hotspot);
  const updateTriggers = { getColor: [selection, scheme], getFillColor: [selection, scheme], getWidth: [selection] };
  const buffers = hotspots.flatMap((hotspot) => {
    const rings = bufferRings(hotspot.shape, buffer);
    return outlineOf(projection, rings, rings).map((path) => ({ hotspot, path }));
  });
  const outlines = hotspots.flatMap((hotspot) => shapeOutline(projection, hotspot.shape).map((path) => ({ hotspot, path })));
  const common = { opacity, parameters: FLAT, updateTriggers };
  return [
    new SolidPolygonLayer<Hotspot>({
      ...common,
      id: `${id}-fill`,
      data: hotspots,
      getPolygon: ({ shape }) => shapeOutline(projection, shape),
      getFillColor: (hotspot) => withAlpha(colourOf(hotspot), 0.16),
    }),
    new PathLayer<{ hotspot: Hotspot; path: [number, number][] }>({
      ...common,
      id: `${id}-buffer`,
      data: buffers,
      getPath: ({ path }) => path,
      getColor: ({ hotspot }) => withAlpha(colourOf(hotspot), 0.7),
      getWidth: 1,
      widthUnits: "pixels",
    }),
    ...casedPaths(id, outlines, ({ hotspot }) => colourOf(hotspot), ({ hotspot }) => (selection.has(hotspot.id) ? 3 : 2), scheme, common),
  ];
}

/** Lines with a pale or dark rim, so that they stand out from any ground. */
export function casedPaths<Datum extends { readonly path: readonly (readonly [number, number])[] }>(
  id: string,
  data: readonly Datum[],
  colour: (datum: Datum) => readonly [number, number, number],
  width: (datum: Datum) => number,
  scheme: Scheme,
  common: object,
): Layer[] {
  const path = ({ path: points }: Datum) => points as [number, number][];
  return [
    new PathLayer<Datum>({
      ...common,
      id: `${id}-casing`,
      data,
      getPath: path,
      getColor: withAlpha(MAP_COLOURS[scheme].casing, 0.8),
      getWidth: (datum: Datum) => width(datum) + 2,
      widthUnits: "pixels",
      jointRounded: true,
    }),
    new PathLayer<Datum>({
      ...common,
      id: `${id}-line`,
      data,
      getPath: path,
      getColor: (datum: Datum) => withAlpha(colour(datum), 1),
      getWidth: width,
      widthUnits: "pixels",
      jointRounded: true,
    }),
  ];
}
