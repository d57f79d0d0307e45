// Well-known binary: how GeoPackage and databases hold a geometry.

import type { Geometry, Position } from "geojson";
import { InputError } from "../errors.ts";

// OGC 06-103r4, 8.2.8. The codes of the first seven types; ISO adds 1000 for Z, 2000 for M, 3000 for both.
const TYPES = ["Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection"] as const;
type WkbType = (typeof TYPES)[number];

const MAX_NESTING = 8;

/** ISO WKB, little-endian, two dimensions; x = longitude where the geometry is in degrees. */
export function encodeWkb(geometry: Geometry): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeOf(geometry));
  write(new DataView(bytes.buffer), 0, geometry);
  return bytes;
}

function sizeOf(geometry: Geometry): number {
  switch (geometry.type) {
    case "Point":
      return 21;
    case "LineString":
      return 9 + 16 * geometry.coordinates.length;
    case "Polygon":
      return 9 + geometry.coordinates.reduce((sum, ring) => sum + 4 + 16 * ring.length, 0);
    default:
      return 9 + partsOf(geometry).reduce((sum, part) => sum + sizeOf(part), 0);
  }
}

/** @returns where the next geometry begins. */
function write(view: DataView, start: number, geometry: Geometry): number {
  let at = start;
  const count = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const position = ([x, y]: Position) => {
    view.setFloat64(at, x, true);
    view.setFloat64(at + 8, y, true);
    at += 16;
  };
  view.setUint8(at++, 1);
  count(TYPES.indexOf(geometry.type) + 1);
  switch (geometry.type) {
    case "Point":
      position(geometry.coordinates);
      break;
    case "LineString":
      count(geometry.coordinates.length);
      geometry.coordinates.forEach(position);
      break;
    case "Polygon":
      count(geometry.coordinates.length);
      for (const ring of geometry.coordinates) {
        count(ring.length);
        ring.forEach(position);
      }
      break;
    default: {
      const parts = partsOf(geometry);
      count(parts.length);
      for (const part of parts) at = write(view, at, part);
    }
  }
  return at;
}

function partsOf(geometry: Geometry): readonly Geometry[] {
  switch (geometry.type) {
    case "MultiPoint":
      return geometry.coordinates.map((coordinates) => ({ type: "Point", coordinates }));
    case "MultiLineString":
      return geometry.coordinates.map((coordinates) => ({ type: "LineString", coordinates }));
    case "MultiPolygon":
      return geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
    case "GeometryCollection":
      return geometry.geometries;
    default:
      return [];
  }
}

/**
 * ISO WKB of either byte order, and PostGIS's EWKB; heights and measures are kept as third and fourth numbers.
 * @returns null for the empty point (coordinates NaN).
 * @throws InputError for bytes that end early, an unknown type (curves, surfaces), or collections in collections
 *   beyond 8 levels.
 */
export function decodeWkb(bytes: Uint8Array): Geometry | null {
  const reader: Reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 };
  try {
    return read(reader, 0);
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(`The geometry is cut off after ${bytes.length} bytes.`);
    throw error;
  }
}

interface Reader {
  readonly view: DataView;
  at: number;
}

function read(reader: Reader, depth: number): Geometry | null {
  if (depth > MAX_NESTING) throw new InputError(`The geometry is nested over ${MAX_NESTING} levels deep.`);
  const { view } = reader;
  const little = view.getUint8(reader.at) === 1;
  let code = view.getUint32(reader.at + 1, little);
  reader.at += 5;
  // EWKB marks Z, M and a spatial reference by high bits.
  let extra = (code & 0x80000000 ? 1 : 0) + (code & 0x40000000 ? 1 : 0);
  if (code & 0x20000000) reader.at += 4;
  code &= 0x0fffffff;
  extra += [0, 1, 1, 2][Math.floor(code / 1000)] ?? 0;
  const type: WkbType | undefined = TYPES[(code % 1000) - 1];
  if (type === undefined) throw new InputError(`The geometry is of type ${code} (a curve or surface), which is not read.`);

  const number = () => {
    const value = view.getFloat64(reader.at, little);
    reader.at += 8;
    return value;
  };
  const position = (): Position => Array.from({ length: 2 + extra }, number);
  const many = <T>(one: () => T, smallest: number): T[] => {
    const count = view.getUint32(reader.at, little);
    reader.at += 4;
    // Checked first: a count that lies must not reserve gigabytes.
    if (reader.at + count * smallest > view.byteLength) throw new RangeError("count beyond the end");
    return Array.from({ length: count }, one);
  };
  const positions = () => many(position, 16);
  const parts = <T>(wanted: WkbType) =>
    many(() => {
      const part = read(reader, depth + 1);
      if (part?.type !== wanted) throw new InputError(`The geometry holds a ${part?.type ?? "empty point"} where a ${wanted} belongs.`);
      return (part as unknown as { readonly coordinates: T }).coordinates;
    }, 9);

  switch (type) {
    case "Point": {
      const coordinates = position();
      return Number.isNaN(coordinates[0]) ? null : { type, coordinates };
    }
    case "LineString":
      return { type, coordinates: positions() };
    case "Polygon":
      return { type, coordinates: many(positions, 4) };
    case "MultiPoint":
      return { type, coordinates: parts<Position>("Point") };
    case "MultiLineString":
      return { type, coordinates: parts<Position[]>("LineString") };
    case "MultiPolygon":
      return { type, coordinates: parts<Position[][]>("Polygon") };
    case "GeometryCollection":
      return { type, geometries: many(() => read(reader, depth + 1), 5).filter((part) => part !== null) };
  }
}
