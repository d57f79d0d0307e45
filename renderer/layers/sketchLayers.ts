// What the tool in hand draws: ghost, lines, marks; and the handles of the selection. Few things, made anew at every frame.

import type { Layer } from "@deck.gl/core";
import { PathLayer, ScatterplotLayer, SolidPolygonLayer } from "@deck.gl/layers";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Shape } from "../../core/geo/types.ts";
import type { Scheme } from "../map/scheme.ts";
import type { Handle } from "../tools/handles.ts";
import type { Sketch, SketchMark, Tone } from "../tools/sketch.ts";
import { bufferRings } from "../../core/geo/bufferRings.ts";
import { FLAT } from "./flat.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";
import { outlineOf, shapeOutline } from "./shapeOutline.ts";

type LineDatum = { readonly path: [number, number][]; readonly tone: Tone };

export function sketchLayers({ ghost, lines, marks }: Sketch, buffer: number, projection: Projection, scheme: Scheme): Layer[] {
  const colours = MAP_COLOURS[scheme];
  const toneColour = (tone: Tone) => (tone === "bad" ? colours.violation : tone === "good" ? colours.hotspot : colours.selected);
  const paths: LineDatum[] = lines.map(({ points, tone }) => ({ path: points.map((p) => projection.inverse(p) as [number, number]), tone }));
  const out: Layer[] = [];
  if (ghost) {
    const outline = shapeOutline(projection, ghost.shape);
    const around = bufferRings(ghost.shape, buffer);
    for (const ring of outline) paths.push({ path: ring as unknown as [number, number][], tone: ghost.tone });
    if (ghost.shape.kind === "hexagon") {
      for (const ring of outlineOf(projection, around, around)) paths.push({ path: ring as unknown as [number, number][], tone: ghost.tone });
    }
    out.push(
      new SolidPolygonLayer({
        id: "sketch-ghost",
        data: [ghost],
        getPolygon: () => outline,
        getFillColor: withAlpha(toneColour(ghost.tone), 0.2),
        parameters: FLAT,
      }),
    );
  }
  if (paths.length > 0) {
    out.push(
      new PathLayer<LineDatum>({
        id: "sketch-lines",
        data: paths,
        getPath: ({ path }) => path,
        getColor: ({ tone }) => withAlpha(toneColour(tone), 1),
        getWidth: 2,
        widthUnits: "pixels",
        jointRounded: true,
        parameters: FLAT,
      }),
    );
  }
  if (marks.length > 0) {
    out.push(
      dots("sketch-marks", marks, scheme, projection, ({ kind }) => radiusOf(kind), ({ kind }) =>
        kind === "crossing" ? colours.violation : kind.startsWith("snap") ? colours.vehicles[0] : colours.selected,
      ),
    );
  }
  return out;
}

const radiusOf = (kind: SketchMark["kind"]): number => (kind === "middle" ? 4 : kind === "first-vertex" ? 6.5 : 5);

/** A layer of its own: what the pointer passes over must not make all others anew. */
export const hoverLayer = memoLast((shape: Shape, projection: Projection, scheme: Scheme): Layer =>
  new SolidPolygonLayer({
    id: "hovered",
    data: [shape],
    getPolygon: () => shapeOutline(projection, shape),
    getFillColor: withAlpha(MAP_COLOURS[scheme].selected, 0.16),
    parameters: FLAT,
    updateTriggers: { getFillColor: [scheme] },
  }),
);

export function handleLayers(handles: readonly Handle[], projection: Projection, scheme: Scheme): Layer[] {
  if (handles.length === 0) return [];
  const colours = MAP_COLOURS[scheme];
  const turning = handles.filter((handle) => handle.kind === "rotate");
  return [
    new PathLayer<(typeof turning)[number]>({
      id: "handles-stem",
      data: turning,
      getPath: ({ about, at }) => [about, at].map((p) => projection.inverse(p) as [number, number]),
      getColor: withAlpha(colours.selected, 0.9),
      getWidth: 1.5,
      widthUnits: "pixels",
      parameters: FLAT,
    }),
    dots("handles", handles, scheme, projection, ({ kind }) => (kind === "rotate" ? 7 : kind === "vertex" ? 6 : 4), ({ kind }) =>
      kind === "middle" ? colours.exclusion : colours.selected,
    ),
  ];
}

function dots<Datum extends { readonly at: { readonly x: number; readonly y: number } }>(
  id: string,
  data: readonly Datum[],
  scheme: Scheme,
  projection: Projection,
  radius: (datum: Datum) => number,
  colour: (datum: Datum) => readonly [number, number, number],
): Layer {
  return new ScatterplotLayer<Datum>({
    id,
    data,
    getPosition: ({ at }) => projection.inverse(at) as [number, number],
    getRadius: radius,
    radiusUnits: "pixels",
    getFillColor: withAlpha(MAP_COLOURS[scheme].casing, 1),
    stroked: true,
    getLineColor: (datum) => withAlpha(colour(datum), 1),
    getLineWidth: 2.5,
    lineWidthUnits: "pixels",
    parameters: FLAT,
  });
}
