// Coordinate reference systems of files: to and from WGS 84 longitude and latitude, by EPSG code or by WKT.

import proj4 from "proj4";
import { InputError } from "../errors.ts";
import { EPSG } from "./epsg.ts";
import { osgb36ToWgs84, wgs84ToOsgb36 } from "./helmert.ts";
import { planeProjection } from "./plane.ts";
import type { LonLat, Point } from "./types.ts";

/**
 * A file's coordinate reference system. x is the easting or longitude and y the northing or latitude, whatever order
 * of axes the definition names: that is how CSV, Shapefile and GeoPackage store them.
 */
export interface Crs {
  /** "EPSG:27700"; "" for a definition in WKT that carries no code Hexbeat knows. */
  readonly code: string;
  readonly name: string;
  readonly units: "degrees" | "metres" | "feet" | "US survey feet";
  /** @throws InputError for a place that this system cannot hold. */
  toLonLat(x: number, y: number): LonLat;
  /** @throws InputError for a place that this system cannot hold. */
  fromLonLat(lonLat: LonLat): Point;
}

// The two British ones go through our own Helmert shift, so that a file and the project's Plane agree to the micrometre.
const BRITISH_NATIONAL_GRID = planeProjection({ kind: "british-national-grid" });
const BRITISH: readonly Crs[] = [
  {
    code: "EPSG:27700",
    name: "OSGB36 / British National Grid",
    units: "metres",
    toLonLat: (x, y) => BRITISH_NATIONAL_GRID.inverse({ x, y }),
    fromLonLat: (lonLat) => BRITISH_NATIONAL_GRID.forward(lonLat),
  },
  {
    code: "EPSG:4277",
    name: "OSGB36 (longitude, latitude)",
    units: "degrees",
    toLonLat: (x, y) => osgb36ToWgs84([x, y]),
    fromLonLat: (lonLat) => {
      const [x, y] = wgs84ToOsgb36(lonLat);
      return { x, y };
    },
  },
];

/** Every system that `crsByCode` knows, for a picker: those in daily use first, then by code. */
export const CRS_LIST: readonly { readonly code: string; readonly name: string }[] = [
  { code: "EPSG:4326", name: EPSG.get(4326)!.name },
  ...BRITISH.map(({ code, name }) => ({ code, name })),
  ...[...EPSG.values()]
    .filter(({ code }) => code !== 4326)
    .toSorted((a, b) => a.code - b.code)
    .map(({ code, name }) => ({ code: `EPSG:${code}`, name })),
];

/**
 * @param code "EPSG:2227", "2227", or an OGC name of the same ("urn:ogc:def:crs:EPSG::2227", "OGC:CRS84").
 *   Datums that agree with WGS 84 to about 2 m (NAD83, ETRS89, GDA94, GDA2020 and their like) are taken as equal to it.
 * @throws InputError for a code that is not in `CRS_LIST`.
 */
export function crsByCode(code: string): Crs {
  const crs = knownCrs(code);
  if (crs) return crs;
  throw new InputError(
    `The coordinate system "${clipped(code)}" is not one that Hexbeat knows: WGS 84, British National Grid, UTM, US State ` +
      "Plane and a few national grids, by EPSG code. Save the file in EPSG:4326 (QGIS: Export, Save Features As), or choose another code.",
  );
}

/**
 * The system of a `.prj` file or of a GeoPackage's definition: OGC WKT 1 or 2, or Esri's.
 * @throws InputError for text that is not WKT, and for a datum whose shift to WGS 84 is neither in the text nor known
 *   (NAD27, ED50, …: read as WGS 84 they would lie up to hundreds of metres off).
 */
export function crsFromWkt(wkt: string): Crs {
  const text = wkt.trim();
  const rootCode = /(?:AUTHORITY\["EPSG",\s*"(\d+)"\]|ID\["EPSG",\s*(\d+)\])\s*\]$/i.exec(text);
  const known = rootCode && knownCrs(rootCode[1] ?? rootCode[2]);
  if (known) return known;
  if (!/^(PROJ|GEO|COMPD|COMPOUND|BOUND)[A-Z]*\s*\[/i.test(text)) {
    throw new InputError(`The coordinate system is not in WKT ("${clipped(text)}"). Choose the file's EPSG code by hand.`);
  }
  const parsed = parseWkt(text);
  const name = parsed.name ?? "unnamed";
  const british = Math.abs(parsed.a - 6377563.396) < 0.001; // Only OSGB36 stands on the Airy ellipsoid.
  if (british && parsed.projName === "longlat") return BRITISH[1];
  if (british && /transverse.mercator/i.test(parsed.projName) && parsed.x0 === 400000 && parsed.y0 === -100000) return BRITISH[0];
  const datumKnown = Math.abs(parsed.a - 6378137) < 0.5 || /TOWGS84\s*\[/i.test(text) || parsed.datumCode === "ire65";
  if (!datumKnown) {
    throw new InputError(
      `The coordinate system "${clipped(name)}" is on a datum whose shift to WGS 84 the file does not give. ` +
        "Save the layer in EPSG:4326 (QGIS: Export, Save Features As) and load that.",
    );
  }
  // proj4 reads WKT 2 without a code well for these only: Pseudo-Mercator would come out 18 km off.
  if (/^[A-Z]*CRS\s*\[/i.test(text) && !/^(longlat|transverse mercator|lambert conic conformal)/i.test(parsed.projName)) {
    throw new InputError(`The coordinate system "${clipped(name)}" carries no EPSG code. Choose the file's EPSG code by hand.`);
  }
  const isShifted = parsed.datum_params?.some((value) => Number.parseFloat(String(value)) !== 0) || parsed.from_greenwich;
  if (parsed.projName === "longlat" && !isShifted) return degrees("", name);
  const units = parsed.projName === "longlat" ? "degrees" : lengthUnit(parsed.to_meter ?? 1, name);
  return throughProj4("", name, units, parsed);
}

function knownCrs(code: string): Crs | null {
  if (/CRS:?84$/i.test(code.trim())) return crsByCode("EPSG:4326");
  const digits = /^(?:(?:urn:ogc:def:crs:)?EPSG:(?:[\d.]*:)?)?(\d{4,5})$/i.exec(code.trim())?.[1];
  if (digits === undefined) return null;
  const british = BRITISH.find((crs) => crs.code === `EPSG:${digits}`);
  if (british) return british;
  const definition = EPSG.get(Number.parseInt(digits, 10));
  if (!definition) return null;
  if (definition.proj.startsWith("+proj=longlat")) return degrees(`EPSG:${digits}`, definition.name);
  return throughProj4(`EPSG:${digits}`, definition.name, unitOf(definition.proj), definition.proj);
}

/** What proj4 makes of a definition; its own types leave out the parsed members. */
type Definition = InstanceType<typeof proj4.Proj> & {
  readonly projName: string;
  readonly datumCode?: string;
  readonly x0?: number;
  readonly y0?: number;
  readonly to_meter?: number;
  readonly from_greenwich?: number;
  readonly datum_params?: readonly (string | number)[] | null;
};

function parseWkt(text: string): Definition {
  try {
    const definition = new proj4.Proj(text) as Definition;
    definition.axis = "enu";
    return definition;
  } catch {
    throw new InputError(
      `The coordinate system cannot be read ("${clipped(text)}"). Choose the file's EPSG code by hand, or save the layer in EPSG:4326.`,
    );
  }
}

/** Longitude and latitude on a datum that counts as WGS 84. */
function degrees(code: string, name: string): Crs {
  return { code, name, units: "degrees", toLonLat: (x, y) => [x, y], fromLonLat: ([x, y]) => ({ x, y }) };
}

function throughProj4(code: string, name: string, units: Crs["units"], definition: string | Definition): Crs {
  const converter = proj4(definition);
  const convert = (direction: "forward" | "inverse", from: [number, number]): readonly [number, number] => {
    if (Number.isFinite(from[0]) && Number.isFinite(from[1])) {
      const to = converter[direction](from);
      if (Number.isFinite(to[0]) && Number.isFinite(to[1])) return to;
    }
    throw new InputError(`The coordinates ${from[0]}, ${from[1]} lie outside ${name}. Check that this is the file's coordinate system.`);
  };
  return {
    code,
    name,
    units,
    toLonLat: (x, y) => convert("inverse", [x, y]),
    fromLonLat: ([lon, lat]) => {
      const [x, y] = convert("forward", [lon, lat]);
      return { x, y };
    },
  };
}

function unitOf(proj: string): Crs["units"] {
  if (proj.includes("+units=us-ft")) return "US survey feet";
  return proj.includes("+units=ft") ? "feet" : "metres";
}

function lengthUnit(metres: number, name: string): Crs["units"] {
  if (Math.abs(metres - 1) < 1e-9) return "metres";
  if (Math.abs(metres - 0.3048) < 1e-9) return "feet";
  if (Math.abs(metres - 1200 / 3937) < 1e-9) return "US survey feet";
  throw new InputError(`The coordinate system "${clipped(name)}" counts in units of ${metres} m; save the layer in EPSG:4326 and load that.`);
}

const clipped = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
