// The maps of a design on paper: all of it at a glance, and each hotspot with what is around it.

import type { FeatureCollection } from "geojson";
import { polygonsOf } from "../formats/polygonsOf.ts";
import { roadLinesOf } from "../formats/roadLinesOf.ts";
import { area } from "../geo/area.ts";
import { union } from "../geo/booleans.ts";
import { around, bounds, boxesMeet, grown } from "../geo/bounds.ts";
import { bufferRings } from "../geo/bufferRings.ts";
import { interiorPoint } from "../geo/interiorPoint.ts";
import type { Plane } from "../geo/plane.ts";
import type { PointIndex } from "../geo/pointIndex.ts";
import type { Bounds, Polygon, Ring, Shape } from "../geo/types.ts";
import { isActive } from "../hotspots/activeExclusions.ts";
import { count } from "../inWords.ts";
import type { RoadLines } from "../patrol/roads/roadLines.ts";
import { metres } from "../plan/edits/edit.ts";
import { groundOf } from "../plan/groundOf.ts";
import type { Hotspot, Plan } from "../plan/plan.ts";
import { html, raw, type Html } from "./html.ts";
import { niceScale } from "./niceLength.ts";
import { circleRadius, squareOpacity, styleOf, svgMap, type MapFrame, type MapLabel, type MapLayer, type MapStyle, type SvgMap } from "./svgMap.ts";

/** A context layer in metres. */
export interface MapContext {
  readonly name: string;
  readonly lines: RoadLines;
  readonly polygons: readonly Polygon[];
}

export const mapContext = (name: string, data: FeatureCollection, plane: Plane): MapContext => ({
  name,
  lines: roadLinesOf(data, plane),
  polygons: data.features.flatMap(({ geometry }) => polygonsOf(geometry, plane)),
});

/** Blue, green and vermilion of Okabe and Ito (2008), which every eye tells apart; each has its own line too, for print in grey. */
const HOTSPOT: MapStyle = { stroke: "#0b3c8c", width: 0.7, fill: "#0b3c8c", fillOpacity: 0.06 };
const NEIGHBOUR: MapStyle = { stroke: "#0b3c8c", width: 0.35 };
const BUFFER: MapStyle = { stroke: "#0b3c8c", width: 0.25, dash: "1.4 .9" };
const PATROL_AREA: MapStyle = { stroke: "#00694c", width: 0.5, dash: "3 .8 .6 .8", fill: "#009e73", fillOpacity: 0.12 };
const EXCLUSION: MapStyle = { stroke: "#444", width: 0.25, fill: "hatch" };
const OVERRULED: MapStyle = { stroke: "#444", width: 0.25, dash: ".4 .6" };
const STREETS: MapStyle = { stroke: "#b4bac4", width: 0.3 };
/** From this scale on, metres of ground a mm, streets lie so close that only hairlines leave them apart. */
const SMALL_SCALE = 25;
const HAIRLINES: MapStyle = { stroke: "#c3c8d0", width: 0.1 };
const CONTEXT: MapStyle = { stroke: "#a5aab3", width: 0.2, fill: "#dfe3e8", fillOpacity: 0.45 };
const CONTEXT_EDGE: MapStyle = { stroke: "#a5aab3", width: 0.2 };
const INCIDENTS = "#c44e00";
/** Hotspots whose names only find room in small letters. */
const MANY = 20;

/** What all maps of one document draw from; made once. */
export interface MapScene {
  readonly plan: Plan;
  readonly index: PointIndex;
  readonly context: readonly MapContext[];
  /** The edge of the buffer about each hotspot with its patrol areas, and about each patrol area that stands by itself. */
  readonly buffers: readonly { readonly shape: Shape; readonly rings: readonly Ring[] }[];
}

export function mapScene(plan: Plan, index: PointIndex, context: readonly MapContext[]): MapScene {
  const owned = plan.hotspots.map((hotspot) => groundOf(plan, hotspot));
  const alone = plan.patrolAreas.filter(({ hotspot }) => hotspot === null).map(({ shape }) => [shape]);
  const parts = plan.buffer > 0 ? [...owned, ...alone].flatMap((shapes) => (shapes.length === 1 ? shapes : union(shapes))) : [];
  return { plan, index, context, buffers: parts.map((shape) => ({ shape, rings: bufferRings(shape, plan.buffer) })) };
}

/** Hotspots, patrol areas and buffers on one map, with their names. */
export function overviewMap(scene: MapScene, width: number, height: number): Html {
  const { plan, index } = scene;
  const shapes = [...plan.hotspots, ...plan.patrolAreas].map(({ shape }) => bounds(shape));
  const box = shapes.length > 0 ? shapes.reduce(around) : indexBounds(index);
  const frame = frameAround(grown(box, Math.max(2 * plan.buffer, 0.04 * (box.maxX - box.minX))), width, height);
  return figure(scene, frame, plan.hotspots.map(({ id }) => id), "Overview of the hotspots");
}

/** One hotspot in the middle, with its buffer and patrol areas; others as they come into the frame. */
export function hotspotMap(scene: MapScene, hotspot: Hotspot, width: number, height: number): Html {
  const { plan } = scene;
  const box = groundOf(plan, hotspot).map(bounds).reduce(around);
  return figure(scene, frameAround(grown(box, 3 * plan.buffer), width, height), [hotspot.id], `Map of ${hotspot.name}`);
}

function figure({ plan, index, context, buffers }: MapScene, frame: MapFrame, strong: readonly string[], title: string): Html {
  const within = <One extends { readonly shape: Shape }>(list: readonly One[], more = 0): One[] =>
    list.filter(({ shape }) => boxesMeet(grown(bounds(shape), more), frame.bounds));
  const hotspots = within(plan.hotspots, plan.buffer), areas = within(plan.patrolAreas, plan.buffer);
  const main = hotspots.filter(({ id }) => strong.includes(id)), others = hotspots.filter(({ id }) => !strong.includes(id));
  const exclusions = within(plan.exclusions);
  const holding = exclusions.filter(isActive), overruled = exclusions.filter((one) => !isActive(one));
  const shown = shownContext(context, frame);
  const shapes = (list: readonly { readonly shape: Shape }[], style: MapStyle): MapLayer => ({ kind: "shapes", shapes: list.map(({ shape }) => shape), style });
  const buffered = within(buffers, plan.buffer);
  const layers: MapLayer[] = [
    ...contextLayers(context, frame),
    { kind: "incidents", index, colour: INCIDENTS },
    shapes(holding, EXCLUSION),
    shapes(overruled, OVERRULED),
    ...areas.map(({ shape }): MapLayer => ({ kind: "shapes", shapes: [shape], style: PATROL_AREA })),
    ...buffered.map(({ rings }): MapLayer => ({ kind: "shapes", shapes: [rings], style: BUFFER })),
    shapes(others, NEIGHBOUR),
    shapes(main, HOTSPOT),
    { kind: "labels", labels: others.map(({ name, shape }) => ({ at: interiorPoint(shape), text: name })) },
    { kind: "labels", labels: areas.filter(({ hotspot }) => hotspot === strong[0] && strong.length === 1).map(({ name, shape }) => ({ at: interiorPoint(shape), text: name, size: 2.6 })) },
    { kind: "labels", labels: main.length === 1 ? [above(main[0], plan.buffer)] : main.map(({ name, shape }) => ({ at: interiorPoint(shape), text: name, size: main.length > MANY ? 2.2 : 3 })) },
  ];
  const map = svgMap(frame, layers, title);
  const legend: [Html, string][] = [
    ...(main.length > 0 ? [[swatch(HOTSPOT), "hotspot"] as [Html, string]] : []),
    ...(others.length > 0 ? [[swatch(NEIGHBOUR), "other hotspot"] as [Html, string]] : []),
    ...(buffered.length > 0 ? [[swatch(BUFFER), `buffer of ${metres(plan.buffer)}`] as [Html, string]] : []),
    ...(areas.length > 0 ? [[swatch(PATROL_AREA), "patrol area"] as [Html, string]] : []),
    ...(holding.length > 0 ? [[swatch(EXCLUSION), "exclusion"] as [Html, string]] : []),
    ...(overruled.length > 0 ? [[swatch(OVERRULED), "exclusion overruled"] as [Html, string]] : []),
    ...incidentsLegend(map),
    ...(shown.length > 0 ? [[swatch(CONTEXT), shown.map(({ name }) => name.toLowerCase()).join(", ")] as [Html, string]] : []),
  ];
  return html`<figure>${raw(map.svg)}<figcaption>${legend.map(([mark, words]) => html`<span class="key">${mark} ${words}</span>`)}
<span class="key">1 : ${count(1000 * map.metresPerMm)} where printed at full size</span></figcaption></figure>`;
}

const shownContext = (context: readonly MapContext[], frame: MapFrame): MapContext[] =>
  context
    .map((layer) => ({ ...layer, polygons: layer.polygons.filter((shape) => boxesMeet(bounds(shape), frame.bounds)) }))
    .filter(({ lines, polygons }) => lines.x.length > 0 || polygons.length > 0);

/** Streets, parks and the like as the ground of a map. */
export function contextLayers(context: readonly MapContext[], frame: MapFrame): MapLayer[] {
  const { minX, minY, maxX, maxY } = frame.bounds;
  const frameArea = (maxX - minX) * (maxY - minY), scale = (maxX - minX) / frame.width;
  const shown = shownContext(context, frame);
  return [
    // What is larger than the map is its ground: only its edge says anything.
    ...shown.flatMap(({ polygons }): MapLayer[] => [
      { kind: "shapes", shapes: polygons.filter((one) => area(one) < frameArea), style: CONTEXT },
      { kind: "shapes", shapes: polygons.filter((one) => area(one) >= frameArea), style: CONTEXT_EDGE },
    ]),
    ...shown.map(({ lines }): MapLayer => ({ kind: "lines", lines, style: scale > SMALL_SCALE ? HAIRLINES : STREETS })),
  ];
}

/** Over the one that the map is of, so that nothing inside is hidden. */
function above({ name, shape }: Hotspot, buffer: number): MapLabel {
  const { minX, maxX, maxY } = bounds(shape);
  return { at: { x: (minX + maxX) / 2, y: maxY + 0.4 * buffer }, text: name, size: 4 };
}

function incidentsLegend({ incidents }: SvgMap): [Html, string][] {
  if (!incidents) return [];
  const { square, largest } = incidents;
  const values = [...new Set([1, Math.max(1, Math.round(largest / 4)), largest])];
  if (square !== null) {
    const marks = values.map((n) => `<rect x="${values.indexOf(n) * 4}" y=".5" width="3.4" height="3" fill="${INCIDENTS}" fill-opacity="${squareOpacity(n, largest).toFixed(2)}"/>`);
    return [[mark(12, 4, marks.join("")), `${values.map(count).join(", ")} incidents in squares of ${metres(square)}`]];
  }
  const marks = values.map((n) => `<circle cx="${3 + 6 * values.indexOf(n)}" cy="3" r="${circleRadius(n, largest).toFixed(2)}" fill="${INCIDENTS}" fill-opacity=".5" stroke="${INCIDENTS}" stroke-width=".12"/>`);
  return [[mark(6 * values.length, 6, marks.join("")), `${values.map(count).join(", ")} incidents at one place`]];
}

/** For a legend. */
export const swatch = (style: MapStyle): Html => mark(7, 4, `<rect x=".5" y=".5" width="6" height="3" ${styleOf(style)}/>`);

const mark = (width: number, height: number, inside: string): Html =>
  raw(`<svg width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" aria-hidden="true">${inside}</svg>`);

/** The box in the middle of a sheet, at the largest round scale at which all of it is on the sheet; mm. */
export function frameAround(box: Bounds, width: number, height: number): MapFrame {
  const scale = niceScale(Math.max((box.maxX - box.minX) / width, (box.maxY - box.minY) / height, 0.5));
  const x = (box.minX + box.maxX) / 2, y = (box.minY + box.maxY) / 2, dx = (scale * width) / 2, dy = (scale * height) / 2;
  return { bounds: { minX: x - dx, minY: y - dy, maxX: x + dx, maxY: y + dy }, width };
}

const indexBounds = ({ originX, originY, cell, columns, rows }: PointIndex): Bounds => ({
  minX: originX, minY: originY, maxX: originX + cell * columns, maxY: originY + cell * rows,
});
