// A map as SVG, in millimetres of paper: shapes, lines, incidents and labels in a frame, with scale bar and north arrow.

import { grown } from "../geo/bounds.ts";
import { clipToBox } from "../geo/clipToBox.ts";
import { rings } from "../geo/rings.ts";
import type { PointIndex } from "../geo/pointIndex.ts";
import type { Bounds, Point, Ring, Shape } from "../geo/types.ts";
import { escapeXml } from "../formats/escapeXml.ts";
import type { RoadLines } from "../patrol/roads/roadLines.ts";
import { frameStacks, type FrameStacks } from "./frameStacks.ts";
import { linesInBox } from "./linesInBox.ts";
import { niceLength } from "./niceLength.ts";

export interface MapFrame {
  /** What is on the map, m; its proportions are the map's. */
  readonly bounds: Bounds;
  /** On paper, mm. */
  readonly width: number;
}

/** Lengths in mm; `fill` may be "hatch": grey lines, by HATCH_DEFS. Not given: not drawn. */
export interface MapStyle {
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: string;
}

export interface MapLabel {
  readonly at: Point;
  readonly text: string;
  /** Of the letters, mm; 3 where not given. */
  readonly size?: number;
}

/** From the ground up. */
export type MapLayer =
  | { readonly kind: "shapes"; readonly shapes: readonly (Shape | readonly Ring[])[]; readonly style: MapStyle }
  | { readonly kind: "lines"; readonly lines: RoadLines; readonly style: MapStyle }
  | { readonly kind: "incidents"; readonly index: PointIndex; readonly colour: string }
  | { readonly kind: "labels"; readonly labels: readonly MapLabel[] };

export interface SvgMap {
  readonly svg: string;
  /** 1 mm of paper is so many metres of ground: a scale of 1 : 1000 × this. */
  readonly metresPerMm: number;
  /** How incidents are drawn, for the legend; null where none are in the frame. */
  readonly incidents: FrameStacks | null;
}

/** Steps of paper under this are not seen, mm: corners closer than it are left out. */
const FINE = 0.08;

/**
 * What lies outside the frame is cut off, corners too fine to be seen are left out, and incidents are drawn by place or, where
 * they are too many, by square: a file stays small however much data there is.
 * @param title - said by screen readers
 */
export function svgMap({ bounds, width }: MapFrame, layers: readonly MapLayer[], title: string): SvgMap {
  const metresPerMm = (bounds.maxX - bounds.minX) / width;
  const height = (bounds.maxY - bounds.minY) / metresPerMm;
  const paper: Paper = {
    bounds,
    // Edges that the cut leaves along the frame must not show.
    box: grown(bounds, 3 * metresPerMm),
    metresPerMm,
    at: ({ x, y }) => ({ x: (x - bounds.minX) / metresPerMm, y: (bounds.maxY - y) / metresPerMm }),
  };
  let incidents: FrameStacks | null = null;
  const drawn = layers.map((layer) => {
    if (layer.kind === "shapes") return drawShapes(layer.shapes, layer.style, paper);
    if (layer.kind === "lines") return drawLines(layer.lines, layer.style, paper);
    if (layer.kind === "labels") return layer.labels.map((label) => drawLabel(label, paper)).join("");
    incidents = frameStacks(layer.index, bounds, metresPerMm);
    return incidents ? drawIncidents(incidents, layer.colour, paper) : "";
  });
  const size = `width="${mm(width)}" height="${mm(height)}"`;
  // The inner SVG cuts off what is outside of it.
  const svg =
    `<svg class="map" xmlns="http://www.w3.org/2000/svg" width="${mm(width)}mm" height="${mm(height)}mm" viewBox="0 0 ${mm(width)} ${mm(height)}" role="img" aria-label="${escapeXml(title)}">` +
    `<svg ${size}><rect ${size} fill="#fff"/><g stroke-linejoin="round" stroke-linecap="round">${drawn.join("")}</g></svg>` +
    `${scaleBar(height, metresPerMm, width)}${northArrow(width)}<rect ${size} fill="none" stroke="#333" stroke-width=".3"/></svg>`;
  return { svg, metresPerMm, incidents };
}

interface Paper {
  readonly bounds: Bounds;
  /** A little more than the bounds, m. */
  readonly box: Bounds;
  readonly metresPerMm: number;
  readonly at: (point: Point) => Point;
}

/** To stand once in a document whose maps have hatched shapes. */
export const HATCH_DEFS =
  '<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs><pattern id="hatch" width="1.2" height="1.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V1.2" stroke="#555" stroke-width=".35"/></pattern></defs></svg>';

/** Hundredths of a millimetre. */
const mm = (length: number): string => String(Math.round(100 * length) / 100);

export const styleOf = ({ fill, fillOpacity, stroke, width, dash }: MapStyle): string =>
  `fill="${fill === "hatch" ? "url(#hatch)" : (fill ?? "none")}"${fillOpacity === undefined ? "" : ` fill-opacity="${fillOpacity}"`}` +
  (stroke ? ` stroke="${stroke}" stroke-width="${width ?? 0.3}"` : "") + (dash ? ` stroke-dasharray="${dash}"` : "");

function drawShapes(shapes: readonly (Shape | readonly Ring[])[], style: MapStyle, paper: Paper): string {
  const path = shapes
    .flatMap((shape) => ("kind" in shape ? rings(shape) : shape))
    .map((ring) => ringPath(clipToBox(ring, paper.box), paper))
    .join("");
  return path === "" ? "" : `<path d="${path}" fill-rule="evenodd" ${styleOf(style)}/>`;
}

function ringPath(ring: Ring, paper: Paper): string {
  const corners = thinned(ring.map(paper.at));
  return corners.length < 3 ? "" : `M${corners.map(({ x, y }) => `${mm(x)} ${mm(y)}`).join("L")}Z`;
}

function drawLines(lines: RoadLines, style: MapStyle, paper: Paper): string {
  const path = linesInBox(lines, paper.box)
    .map((line) => thinned(line.map(paper.at)))
    .filter((line) => line.length > 1)
    .map((line) => `M${line.map(({ x, y }) => `${mm(x)} ${mm(y)}`).join("L")}`)
    .join("");
  return path === "" ? "" : `<path d="${path}" ${styleOf(style)}/>`;
}

/** Without points that are nearer to the last one kept than the eye can tell; the last point of a line stays. */
function thinned(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  points.forEach((point, i) => {
    const last = kept[kept.length - 1];
    if (!last || Math.hypot(point.x - last.x, point.y - last.y) >= FINE) kept.push(point);
    else if (i === points.length - 1 && kept.length > 1) kept[kept.length - 1] = point;
  });
  return kept;
}

function drawIncidents(stacks: FrameStacks, colour: string, paper: Paper): string {
  const { x, y, weight, largest, square } = stacks;
  const marks = Array.from(x, (_, i) => {
    const at = paper.at({ x: x[i], y: y[i] });
    if (square === null) return `<circle cx="${mm(at.x)}" cy="${mm(at.y)}" r="${mm(circleRadius(weight[i], largest))}"/>`;
    const side = square / paper.metresPerMm;
    return `<rect x="${mm(at.x - side / 2)}" y="${mm(at.y - side / 2)}" width="${mm(side)}" height="${mm(side)}" fill-opacity="${mm(squareOpacity(weight[i], largest))}"/>`;
  });
  return square === null
    ? `<g fill="${colour}" fill-opacity=".5" stroke="${colour}" stroke-width=".12">${marks.join("")}</g>`
    : `<g fill="${colour}">${marks.join("")}</g>`;
}

/** Areas are in proportion to the incidents, mm. */
export const circleRadius = (incidents: number, largest: number): number => Math.max(0.3, LARGEST_CIRCLE * Math.sqrt(incidents / Math.max(largest, 20)));
const LARGEST_CIRCLE = 2.8;

/** By a power under one, so that places with few incidents can still be seen. */
export const squareOpacity = (incidents: number, largest: number): number => Math.max(0.08, 0.95 * (incidents / largest) ** 0.4);

/** Of a label whose point is on the map, all of it is. */
function drawLabel({ at, text, size = 3 }: MapLabel, paper: Paper): string {
  const { minX, minY, maxX, maxY } = paper.bounds;
  if (at.x < minX || at.x > maxX || at.y < minY || at.y > maxY) return "";
  const { x, y } = paper.at(at), { x: width, y: height } = paper.at({ x: maxX, y: minY });
  const half = 0.5 + 0.3 * size * text.length; // letters are about 0.6 of their size wide
  const within = (value: number, margin: number, end: number): number => Math.max(margin, Math.min(end - margin, value));
  return (
    `<text x="${mm(within(x, half, width))}" y="${mm(within(y, 0.7 * size, height))}" font-size="${size}" font-weight="700" text-anchor="middle" dominant-baseline="central" ` +
    `fill="#111" stroke="#fff" stroke-width=".8" paint-order="stroke">${escapeXml(text)}</text>`
  );
}

function scaleBar(height: number, metresPerMm: number, width: number): string {
  const length = niceLength(0.25 * width * metresPerMm);
  const paper = length / metresPerMm, y = height - 4;
  const words = length >= 1000 ? `${length / 1000} km` : `${length} m`;
  return (
    `<g font-size="2.8" fill="#111"><rect x="2" y="${mm(height - 9.5)}" width="${mm(paper + 6)}" height="7.8" fill="#fff" fill-opacity=".85"/>` +
    `<path d="M5 ${mm(y - 1.2)}V${mm(y)}H${mm(5 + paper)}V${mm(y - 1.2)}M${mm(5 + paper / 2)} ${mm(y - 0.8)}V${mm(y)}" fill="none" stroke="#111" stroke-width=".35"/>` +
    `<text x="${mm(5 + paper / 2)}" y="${mm(y - 2)}" text-anchor="middle">${words}</text></g>`
  );
}

/** The plane's north, which is up. */
const northArrow = (width: number): string =>
  `<g transform="translate(${mm(width - 7)} 3)" fill="#111"><path d="M0 0L2.4 7.5L0 6L-2.4 7.5Z" stroke="#fff" stroke-width=".5" paint-order="stroke"/>` +
  '<text y="11" font-size="3.2" font-weight="700" text-anchor="middle" stroke="#fff" stroke-width=".7" paint-order="stroke">N</text></g>';
