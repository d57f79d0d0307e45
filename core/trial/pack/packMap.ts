// The map of one hotspot for a phone: outlines, streets and their names as SVG paths about its middle.

import { bounds, around, grown } from "../../geo/bounds.ts";
import { bufferShapes } from "../../geo/buffer.ts";
import { planeProjection, type Plane } from "../../geo/plane.ts";
import { rings } from "../../geo/rings.ts";
import type { Bounds, Point, Polygon, Shape } from "../../geo/types.ts";
import { linesInBox } from "../../record/linesInBox.ts";
import type { NamedStreet } from "./namedStreets.ts";
import type { PackArea, PackLabel, PackMap } from "./packData.ts";

/** What is shown about the hotspot and its buffer, m. */
const SURROUNDINGS = 120;
/** A street shorter than this in the map has no room for its name, m. */
const NAMED_FROM = 60;
const DEGREE = 0.001;

export interface DrawnUnit {
  readonly map: PackMap;
  readonly areas: readonly PackArea[];
}

/**
 * @param shapes - the hotspot and its patrol areas, m
 * @param areas - patrol areas with names
 * @param ring - width of the buffer, m; 0 for none
 */
export function drawUnit(shapes: readonly Shape[], areas: readonly { readonly name: string; readonly shape: Polygon }[], ring: number, streets: readonly NamedStreet[], plane: Plane): DrawnUnit {
  const box = shapes.map(bounds).reduce(around);
  const centre: Point = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
  const reach = Math.ceil(Math.max(box.maxX - box.minX, box.maxY - box.minY) / 2 + ring + SURROUNDINGS);
  const view = grown({ minX: centre.x, minY: centre.y, maxX: centre.x, maxY: centre.y }, reach);
  const outline = (parts: readonly Shape[]): string => parts.flatMap(rings).map((corners) => `${line(corners, centre)}Z`).join("");
  const seen = streets.map((street) => ({ name: street.name, lines: linesInBox(street.lines, view) }));
  return {
    map: {
      reach,
      hotspot: outline(bufferShapes(shapes, 0)),
      buffer: ring > 0 ? outline(bufferShapes(shapes, ring)) : "",
      streets: seen.flatMap(({ lines }) => lines.map((points) => line(points, centre))).join(""),
      labels: seen.flatMap(({ name, lines }) => labelOf(name, lines, view, centre) ?? []),
      degrees: degreesAt(centre, plane),
    },
    areas: areas.map(({ name, shape }) => ({ name, path: outline([shape]) })),
  };
}

/** Half a metre is finer than a phone's position. */
function line(points: readonly Point[], centre: Point): string {
  const half = (value: number): string => String(Math.round(2 * value) / 2);
  return `M${points.map(({ x, y }) => `${half(x - centre.x)} ${half(centre.y - y)}`).join("L")}`;
}

/** Along the longest straight piece that is in the map, read from the left. */
function labelOf(text: string, lines: readonly (readonly Point[])[], view: Bounds, centre: Point): PackLabel | null {
  if (text === "") return null;
  let longest = NAMED_FROM, found: PackLabel | null = null;
  for (const points of lines) {
    for (let i = 1; i < points.length; i++) {
      const a = inside(points[i - 1], view), b = inside(points[i], view);
      const length = Math.hypot(b.x - a.x, b.y - a.y);
      if (length < longest) continue;
      longest = length;
      const turn = (Math.atan2(a.y - b.y, b.x - a.x) * 180) / Math.PI;
      const angle = turn > 90 ? turn - 180 : turn <= -90 ? turn + 180 : turn;
      found = { text, x: Math.round((a.x + b.x) / 2 - centre.x), y: Math.round(centre.y - (a.y + b.y) / 2), angle: Math.round(angle) };
    }
  }
  return found;
}

/** The nearest point of the box: a label stands where the map is, also of a segment that leaves it. */
const inside = ({ x, y }: Point, { minX, minY, maxX, maxY }: Bounds): Point => ({ x: Math.min(maxX, Math.max(minX, x)), y: Math.min(maxY, Math.max(minY, y)) });

/** Metres a degree about the centre: what lies within a kilometre is off by less than a metre. */
function degreesAt(centre: Point, plane: Plane): PackMap["degrees"] {
  const projection = planeProjection(plane);
  const [lon, lat] = projection.inverse(centre);
  const east = projection.forward([lon + DEGREE, lat]), north = projection.forward([lon, lat + DEGREE]);
  const rate = (to: number, from: number): number => Math.round((to - from) / DEGREE);
  return {
    lon: Number(lon.toFixed(7)),
    lat: Number(lat.toFixed(7)),
    x: [rate(east.x, centre.x), rate(north.x, centre.x)],
    y: [rate(centre.y, east.y), rate(centre.y, north.y)],
  };
}
