// GeoJSON of any kind in use: RFC 7946, the older one with a `crs` member, a bare geometry, one feature a line.

import { InputError } from "../errors.ts";
import { crsByCode, type Crs } from "../geo/crs.ts";
import { cleanFeatures, type RawFeature } from "./cleanFeatures.ts";
import type { LayerData } from "./layerNotices.ts";
import { nestingDepth } from "./nestingDepth.ts";

const MAX_DEPTH = 100;
const GEOMETRIES = new Set(["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"]);

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * @param options.crs EPSG code to read the coordinates in, whatever the file says.
 * @throws InputError if the text is no GeoJSON, is nested too deep, or names a coordinate system that is not known.
 */
export function readGeoJson(text: string, options: { readonly crs?: string } = {}): LayerData {
  const json = text.replace(/^\uFEFF/, "");
  const depth = nestingDepth(json);
  if (depth > MAX_DEPTH) {
    throw new InputError(`The GeoJSON is nested ${depth} levels deep; at most ${MAX_DEPTH} are read. Save it again from a GIS.`);
  }
  const roots = parse(json);
  const crs = options.crs === undefined ? namedCrs(roots[0]) : crsByCode(options.crs);
  return cleanFeatures(roots.flatMap(featuresOf), crs);
}

function parse(json: string): readonly JsonObject[] {
  let whole: unknown;
  try {
    whole = JSON.parse(json);
  } catch (error) {
    return parseLines(json, error as Error);
  }
  if (isObject(whole)) return [whole];
  throw new InputError(`The file is JSON but no GeoJSON: it holds ${Array.isArray(whole) ? "a list" : typeof whole}. Save the layer as GeoJSON from a GIS.`);
}

/** Newline-delimited GeoJSON and GeoJSON text sequences (RFC 8142: a record separator before each line). */
function parseLines(json: string, whole: Error): readonly JsonObject[] {
  const lines = json.replaceAll("\u001E", "\n").split("\n");
  const roots: JsonObject[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      if (roots.length > 0) throw new InputError(`Line ${i + 1} of the newline-delimited GeoJSON is damaged or cut off. Get the file again.`);
    }
    if (!isObject(value)) throw new InputError(`The file is no valid JSON (${whole.message}). It may be cut off: get it again, or save it again from a GIS.`);
    roots.push(value);
  }
  if (roots.length === 0) throw new InputError("The file holds no JSON at all. Choose another file.");
  return roots;
}

function featuresOf(root: JsonObject): readonly RawFeature[] {
  const { type } = root;
  if (type === "FeatureCollection") {
    if (!Array.isArray(root.features)) throw new InputError("The GeoJSON's features are not a list. Save it again from a GIS.");
    return root.features.map((feature: unknown) => (isObject(feature) ? feature : {}));
  }
  if (type === "Feature") return [root];
  if (typeof type === "string" && GEOMETRIES.has(type)) return [{ geometry: root }];
  if (type === "Topology") throw new InputError("The file is TopoJSON, not GeoJSON. Convert it to GeoJSON (mapshaper: -o format=geojson) and load that.");
  if (isObject(root.rings) || "geometryType" in root || "spatialReference" in root) {
    throw new InputError("The file is Esri JSON, not GeoJSON. Export it as GeoJSON and load that.");
  }
  throw new InputError(`The file is JSON but no GeoJSON: its type is ${JSON.stringify(type) ?? "missing"}. Save the layer as GeoJSON from a GIS.`);
}

/** GeoJSON 2008, section 3: `"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}`. */
function namedCrs(root: JsonObject | undefined): Crs | null {
  const crs = root?.crs;
  if (!isObject(crs)) return null;
  const name = isObject(crs.properties) ? (crs.properties.name ?? crs.properties.code) : undefined;
  if (typeof name === "string" || typeof name === "number") return crsByCode(String(name));
  throw new InputError("The GeoJSON names its coordinate system by a link. Save it in EPSG:4326 (QGIS: Export, Save Features As) and load that.");
}

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);
