// The geometry of a shapefile (.shp): points, lines and polygons; heights and measures are left out.

import type { Geometry, Position } from "geojson";
import { InputError } from "../errors.ts";
import type { Tally } from "./layerNotices.ts";

export interface ShpContent {
  /** null for an empty or damaged shape. */
  readonly geometries: readonly (Geometry | null)[];
  /** True where the file ends inside a record: where the next would begin is unknown. */
  readonly cut: boolean;
}

const FILE_CODE = 9994;
const MULTIPATCH = 31;

/**
 * ESRI Shapefile Technical Description (July 1998). Coordinates are as the file has them.
 * A record whose parts point outside it is null and counted.
 * @throws InputError if the header is not a shapefile's, or for a multipatch.
 */
export function readShp(bytes: Uint8Array, name: string, tally: Tally): ShpContent {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 100 || view.getInt32(0, false) !== FILE_CODE) {
    throw new InputError(`"${name}" is no shapefile: it does not begin as one. Get the file again.`);
  }
  if (view.getInt32(32, true) === MULTIPATCH) {
    throw new InputError(`"${name}" holds multipatches (3D surfaces), which are not read. Save it as polygons from a GIS.`);
  }
  const geometries: (Geometry | null)[] = [];
  let at = 100;
  while (at + 8 <= bytes.length) {
    const length = 2 * view.getInt32(at + 4, false);
    const start = at + 8;
    if (length < 4 || start + length > bytes.length) return { geometries, cut: true };
    geometries.push(readRecord(new DataView(bytes.buffer, bytes.byteOffset + start, length), tally));
    at = start + length;
  }
  return { geometries, cut: at < bytes.length };
}

function readRecord(record: DataView, tally: Tally): Geometry | null {
  const code = record.getInt32(0, true);
  if (code === 0) return null;
  if (code > 10) tally.add("height-dropped");
  try {
    switch (code % 10) {
      case 1:
        return { type: "Point", coordinates: pointAt(record, 4) };
      case 8:
        return { type: "MultiPoint", coordinates: pointsAt(record, 40, record.getInt32(36, true)) };
      case 3: {
        const lines = parts(record);
        return lines.length === 1 ? { type: "LineString", coordinates: lines[0] } : { type: "MultiLineString", coordinates: lines };
      }
      case 5:
        return polygons(parts(record));
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  tally.add("damaged-record");
  return null;
}

function pointAt(record: DataView, at: number): Position {
  return [record.getFloat64(at, true), record.getFloat64(at + 8, true)];
}

function pointsAt(record: DataView, at: number, count: number): Position[] {
  if (count < 0 || at + 16 * count > record.byteLength) throw new RangeError("points outside the record");
  return Array.from({ length: count }, (_, i) => pointAt(record, at + 16 * i));
}

function parts(record: DataView): Position[][] {
  const count = record.getInt32(36, true);
  const total = record.getInt32(40, true);
  if (count < 1 || 44 + 4 * count > record.byteLength) throw new RangeError("parts outside the record");
  const points = pointsAt(record, 44 + 4 * count, total);
  return Array.from({ length: count }, (_, i) => {
    const from = record.getInt32(44 + 4 * i, true);
    const to = i + 1 < count ? record.getInt32(48 + 4 * i, true) : total;
    if (from < 0 || to < from || to > total) throw new RangeError("a part outside the record");
    return points.slice(from, to);
  });
}

/** In a shapefile outer rings run clockwise and holes the other way, in any order; RFC 7946 nests and turns them. */
function polygons(rings: readonly Position[][]): Geometry {
  const turned = rings.map((ring) => ring.toReversed());
  const areas = turned.map(signedArea);
  const outers = turned.filter((_, i) => areas[i] > 0).map((ring) => [ring]);
  // A writer that got every ring the wrong way round meant outlines, not holes without an outline.
  if (outers.length === 0) return { type: "MultiPolygon", coordinates: rings.map((ring) => [ring]) };
  for (const [i, hole] of turned.entries()) {
    if (areas[i] > 0) continue;
    const home = outers.length === 1 ? outers[0] : outers.find(([outer]) => hole.length > 0 && contains(outer, hole[0]));
    if (home) home.push(hole);
    else outers.push([hole.toReversed()]);
  }
  return outers.length === 1 ? { type: "Polygon", coordinates: outers[0] } : { type: "MultiPolygon", coordinates: outers };
}

function signedArea(ring: readonly Position[]): number {
  let twice = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    twice += (ring[i][0] - ring[0][0]) * (ring[i + 1][1] - ring[0][1]) - (ring[i + 1][0] - ring[0][0]) * (ring[i][1] - ring[0][1]);
  }
  return twice / 2;
}

/** Even-odd rule. */
function contains(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i], [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
