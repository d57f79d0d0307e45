// A plan as a file of any of the export formats; a GeoPackage as the tables that the host makes into SQLite.

import type { GeoPackageContent } from "./geoPackageContent.ts";
import { geoPackageContentOf } from "./geoPackageContentOf.ts";
import type { PlanFeatures } from "./planFeatures.ts";
import { writeCsv } from "./writeCsv.ts";
import { writeGeoJson } from "./writeGeoJson.ts";
import { writeKml } from "./writeKml.ts";

export const PLAN_FORMATS = {
  gpkg: "GeoPackage 1.2 (QGIS, ArcGIS; a SQLite file)",
  geojson: "GeoJSON (RFC 7946)",
  csv: "CSV with WKT geometry",
  kml: "KML",
} as const;

export type PlanFormat = keyof typeof PLAN_FORMATS;

export const isPlanFormat = (text: string): text is PlanFormat => Object.hasOwn(PLAN_FORMATS, text);

export type PlanFile = { readonly text: string } | { readonly content: GeoPackageContent };

/** Formats that hold no tables beside the shapes: what goes with them is a file of its own (core/formats/writeTable.ts). */
export const holdsTables = (format: PlanFormat): boolean => format === "gpkg" || format === "geojson";

/** @param tables - without geometry, for the formats that hold them */
export function planFile(format: PlanFormat, features: PlanFeatures, tables: GeoPackageContent["tables"] = []): PlanFile {
  switch (format) {
    case "gpkg":
      return { content: geoPackageContentOf(features, tables) };
    case "geojson":
      return { text: writeGeoJson(features, tables) };
    case "csv":
      return { text: writeCsv(features) };
    case "kml":
      return { text: writeKml(features) };
  }
}
