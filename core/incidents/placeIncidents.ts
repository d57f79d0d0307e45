// From the file's coordinates to metres in the plane: each distinct place once, strays not deciding where the plane is.

import { InputError } from "../errors.ts";
import { crsByCode, type Crs } from "../geo/crs.ts";
import { choosePlane, planeProjection, type Plane } from "../geo/plane.ts";
import type { Projection } from "../geo/transverseMercator.ts";
import type { Polygon } from "../geo/types.ts";
import { distinctRows } from "./distinctRows.ts";
import type { ImportSettings } from "./importSettings.ts";
import { insideArea } from "./insideArea.ts";
import type { RawIncidents } from "./rawIncidents.ts";

export interface PlacedIncidents {
  readonly plane: Plane;
  /** Metres, one for each record; 0 where `fault` is not 0. */
  readonly x: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
  /** For each record: OUT_OF_RANGE, or any of FAR_AWAY and OUTSIDE; 0 = nothing odd. */
  readonly fault: Uint8Array;
  /** For each record the number of its place: equal coordinates, equal place. */
  readonly place: Uint32Array;
  /** Distinct places, and the most crowded: how many records, and one of them. */
  readonly places: number;
  readonly mostCrowded: { readonly count: number; readonly row: number };
}

export const OUT_OF_RANGE = 1;
export const FAR_AWAY = 2;
export const OUTSIDE = 4;

/** Beyond the middle 98 % of the places by more than its whole width or height. */
const FAR = 1;
const BRITISH_GRID = { kind: "british-national-grid" } as const;

export function placeIncidents(raw: RawIncidents, settings: ImportSettings): PlacedIncidents {
  const { group, first, size } = distinctRows([raw.x, raw.y], raw.length);
  const crs = crsByCode(settings.crs);
  const n = first.length;
  const east = Float64Array.from(first, (row) => raw.x[row]);
  const north = Float64Array.from(first, (row) => raw.y[row]);
  const fault = new Uint8Array(n);

  // A British file in a British project stays as it is: no datum shift there and back.
  const asItIs = crs.code === "EPSG:27700" && (settings.plane === null || settings.plane.kind === "british-national-grid");
  if (asItIs) {
    for (let i = 0; i < n; i++) {
      if (!(east[i] >= 0 && east[i] <= 700_000 && north[i] >= 0 && north[i] <= 1_300_000)) fault[i] = OUT_OF_RANGE;
    }
  } else {
    toDegrees(crs, east, north, fault);
  }
  markFarAway(east, north, fault, asItIs ? 10_000 : 0.1);
  const plane = settings.plane ?? (asItIs ? BRITISH_GRID : planeOf(east, north, fault));
  const projection = planeProjection(plane);
  if (!asItIs) {
    for (let i = 0; i < n; i++) {
      if (fault[i] === OUT_OF_RANGE) continue;
      const { x, y } = projection.forward([east[i], north[i]]);
      if (Number.isFinite(x) && Number.isFinite(y)) [east[i], north[i]] = [x, y];
      else fault[i] = OUT_OF_RANGE;
    }
  }
  if (settings.studyArea) {
    const inside = insideArea(toPolygons(settings.studyArea, projection));
    for (let i = 0; i < n; i++) if (fault[i] !== OUT_OF_RANGE && !inside(east[i], north[i])) fault[i] |= OUTSIDE;
  }

  const x = new Float64Array(raw.length), y = new Float64Array(raw.length);
  const faults = new Uint8Array(raw.length);
  for (let row = 0; row < raw.length; row++) {
    const place = group[row];
    faults[row] = fault[place];
    if (fault[place] === OUT_OF_RANGE) continue;
    x[row] = east[place];
    y[row] = north[place];
  }
  let crowded = 0;
  for (let i = 1; i < n; i++) if (size[i] > size[crowded]) crowded = i;
  return { plane, x, y, fault: faults, place: group, places: n, mostCrowded: { count: n > 0 ? size[crowded] : 0, row: n > 0 ? first[crowded] : 0 } };
}

function toDegrees(crs: Crs, east: Float64Array, north: Float64Array, fault: Uint8Array): void {
  if (crs.code === "EPSG:4326") return;
  for (let i = 0; i < east.length; i++) {
    try {
      const [lon, lat] = crs.toLonLat(east[i], north[i]);
      if (Math.abs(lon) > 180 || !(Math.abs(lat) < 90)) fault[i] = OUT_OF_RANGE;
      else [east[i], north[i]] = [lon, lat];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      fault[i] = OUT_OF_RANGE;
    }
  }
}

function markFarAway(east: Float64Array, north: Float64Array, fault: Uint8Array, least: number): void {
  const box = middleBox(east, north, fault);
  if (!box) return;
  const dx = FAR * Math.max(box.east - box.west, least), dy = FAR * Math.max(box.north - box.south, least);
  for (let i = 0; i < east.length; i++) {
    if (fault[i] === OUT_OF_RANGE) continue;
    const near = east[i] > box.west - dx && east[i] < box.east + dx && north[i] > box.south - dy && north[i] < box.north + dy;
    if (!near) fault[i] |= FAR_AWAY;
  }
}

function planeOf(lon: Float64Array, lat: Float64Array, fault: Uint8Array): Plane {
  const box = middleBox(lon, lat, fault);
  if (!box) return { kind: "local", lon0: 0, lat0: 0 };
  return choosePlane(box.west, box.south, box.east, box.north);
}

/** The 1 % and 99 % quantiles of the distinct places. */
function middleBox(east: Float64Array, north: Float64Array, fault: Uint8Array) {
  const sample: number[] = [];
  const stride = Math.max(1, Math.floor(east.length / 20_000));
  for (let i = 0; i < east.length; i += stride) if (fault[i] !== OUT_OF_RANGE) sample.push(i);
  if (sample.length === 0) return null;
  const quantiles = (values: Float64Array): readonly [number, number] => {
    const sorted = Float64Array.from(sample, (i) => values[i]).sort();
    const last = sorted.length - 1;
    return [sorted[Math.floor(0.01 * last)], sorted[Math.ceil(0.99 * last)]];
  };
  const [west, right] = quantiles(east);
  const [south, top] = quantiles(north);
  return { west, south, east: right, north: top };
}

/** GeoJSON MultiPolygon coordinates → polygons in metres; the closing corner goes. */
function toPolygons(area: NonNullable<ImportSettings["studyArea"]>, projection: Projection): Polygon[] {
  return area.map((rings) => ({
    kind: "polygon",
    rings: rings.map((ring) => {
      const last = ring[ring.length - 1];
      const closed = ring.length > 1 && ring[0][0] === last[0] && ring[0][1] === last[1];
      return (closed ? ring.slice(0, -1) : ring).map(([lon, lat]) => projection.forward([lon, lat]));
    }),
  }));
}
