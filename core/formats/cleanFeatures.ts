// Puts features of any origin in order: checks every coordinate, closes and turns rings, drops heights, moves to WGS 84.

import type { Feature, GeoJsonProperties, Geometry, Position } from "geojson";
import { InputError } from "../errors.ts";
import type { Crs } from "../geo/crs.ts";
import { makeTally, type LayerData, type NoticeCode, type Tally } from "./layerNotices.ts";

/** A feature as a file holds it: nothing about it is trusted yet. */
export interface RawFeature {
  readonly id?: unknown;
  readonly geometry?: unknown;
  readonly properties?: unknown;
}

/** RFC 7946 3.1.8 asks for no nesting at all; files do it. */
const MAX_NESTING = 8;

/** Thrown inside this file only: the feature cannot be used, and why. */
class SetAside {
  readonly code: NoticeCode;
  constructor(code: NoticeCode) {
    this.code = code;
  }
}

/**
 * @param crs the system of the coordinates; null for longitude and latitude on WGS 84.
 * @param tally what the reader has counted already.
 * @throws InputError if no feature lies inside ±180°, ±90°: the file is then not in degrees at all.
 */
export function cleanFeatures(raw: Iterable<RawFeature>, crs: Crs | null, tally: Tally = makeTally()): LayerData {
  const features: Feature[] = [];
  const project = crs && crs.code !== "EPSG:4326" ? crs : null;
  let firstOutside: Position | null = null;
  for (const item of raw) {
    const cleaner = { project, tally, dropped: false, moved: false, at: [0, 0] as Position };
    try {
      if (item.geometry === null || item.geometry === undefined) throw new SetAside("no-geometry");
      const geometry = cleanGeometry(cleaner, item.geometry, 0);
      if (cleaner.dropped) tally.add("height-dropped");
      if (cleaner.moved) tally.add("reprojected");
      const feature: Feature = { type: "Feature", properties: properties(item.properties, tally), geometry };
      if (typeof item.id === "string" || typeof item.id === "number") feature.id = item.id;
      features.push(feature);
    } catch (error) {
      if (!(error instanceof SetAside)) throw error;
      tally.add(error.code);
      if (error.code === "outside-degrees") firstOutside ??= cleaner.at;
    }
  }
  if (features.length === 0 && firstOutside) {
    throw new InputError(
      `The coordinates (the first: ${firstOutside[0]}, ${firstOutside[1]}) are not degrees, and the file does not say in which ` +
        "system they are. Choose its coordinate system (for example EPSG:27700 for British National Grid) and load it again.",
    );
  }
  return { data: { type: "FeatureCollection", features }, notices: tally.notices() };
}

interface Cleaner {
  readonly project: Crs | null;
  readonly tally: Tally;
  /** True once a height or measure was dropped from this feature. */
  dropped: boolean;
  /** True once a position came out elsewhere on WGS 84 than the file has it. */
  moved: boolean;
  /** The position looked at last, as the file has it. */
  at: Position;
}

function cleanGeometry(cleaner: Cleaner, raw: unknown, depth: number): Geometry {
  const { type, coordinates, geometries } = (typeof raw === "object" && raw !== null ? raw : {}) as Record<string, unknown>;
  const line = (part: unknown) => positions(cleaner, part, 2);
  switch (type) {
    case "Point":
      return { type, coordinates: position(cleaner, coordinates) };
    case "MultiPoint":
      return { type, coordinates: positions(cleaner, coordinates, 1) };
    case "LineString":
      return { type, coordinates: line(coordinates) };
    case "MultiLineString":
      return { type, coordinates: filled(list(coordinates).map(line)) };
    case "Polygon":
      return { type, coordinates: filled(polygon(cleaner, coordinates)) };
    case "MultiPolygon":
      return { type, coordinates: filled(list(coordinates).map((part) => polygon(cleaner, part)).filter((rings) => rings.length > 0)) };
    case "GeometryCollection":
      if (depth >= MAX_NESTING || !Array.isArray(geometries)) throw new SetAside("bad-geometry");
      return { type, geometries: filled(geometries.map((part) => cleanGeometry(cleaner, part, depth + 1))) };
    default:
      throw new SetAside("bad-geometry");
  }
}

function polygon(cleaner: Cleaner, raw: unknown): Position[][] {
  const rings = list(raw).map((part) => ring(cleaner, part));
  const outer = rings[0];
  if (!outer) return []; // Without its outer ring a polygon's holes mean nothing.
  return [outer, ...rings.slice(1).filter((hole) => hole !== null)].map((found, i) => {
    if (signedArea(found) > 0 === (i === 0)) return found;
    cleaner.tally.add("wrong-winding");
    return found.toReversed();
  });
}

/** null for a ring without area. */
function ring(cleaner: Cleaner, raw: unknown): Position[] | null {
  const found = positions(cleaner, raw, 0);
  const first = found[0], last = found.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
    found.push([first[0], first[1]]);
    cleaner.tally.add("unclosed-ring");
  }
  if (found.length >= 4 && signedArea(found) !== 0) return found;
  cleaner.tally.add("degenerate-ring");
  return null;
}

function positions(cleaner: Cleaner, raw: unknown, atLeast: number): Position[] {
  const found = list(raw).map((part) => position(cleaner, part));
  if (found.length < atLeast) throw new SetAside("bad-coordinates");
  return found;
}

function position(cleaner: Cleaner, raw: unknown): Position {
  const [x, y] = list(raw);
  if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y)) {
    throw new SetAside("bad-coordinates");
  }
  if ((raw as unknown[]).length > 2) cleaner.dropped = true;
  cleaner.at = [x, y];
  const [lon, lat] = cleaner.project ? projected(cleaner.project, x, y) : [x, y];
  if (lon !== x || lat !== y) cleaner.moved = true;
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) throw new SetAside(cleaner.project ? "outside-crs" : "outside-degrees");
  return [lon, lat];
}

function projected(crs: Crs, x: number, y: number): readonly [number, number] {
  try {
    return crs.toLonLat(x, y);
  } catch (error) {
    if (error instanceof InputError) throw new SetAside("outside-crs");
    throw error;
  }
}

function list(raw: unknown): unknown[] {
  if (!Array.isArray(raw)) throw new SetAside("bad-coordinates");
  return raw;
}

function filled<T>(parts: T[]): T[] {
  if (parts.length === 0) throw new SetAside("no-geometry");
  return parts;
}

/** Square degrees, above 0 for anticlockwise; about the first corner, so that no digits are lost. */
function signedArea(ring: readonly Position[]): number {
  const [x, y] = ring[0];
  let twice = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    twice += (ring[i][0] - x) * (ring[i + 1][1] - y) - (ring[i + 1][0] - x) * (ring[i][1] - y);
  }
  return twice / 2;
}

function properties(raw: unknown, tally: Tally): GeoJsonProperties {
  if (raw === null || raw === undefined) return {};
  if (typeof raw === "object" && !Array.isArray(raw)) return raw as GeoJsonProperties;
  tally.add("bad-properties");
  return {};
}
