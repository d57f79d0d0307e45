// The plan as the content of a GeoPackage: a layer each for hotspots, patrol areas and exclusions, the parameters, and any other tables.

import type { GeoPackageContent } from "./geoPackageContent.ts";
import type { Attribute, PlanFeatures } from "./planFeatures.ts";
import { encodeWkb } from "./wkb.ts";

/** @param tables - more tables without geometry */
export function geoPackageContentOf({ layers, parameters, made }: PlanFeatures, tables: GeoPackageContent["tables"] = []): GeoPackageContent {
  return {
    layers: layers.map(({ name, title, columns, features }) => ({
      name,
      title,
      description: `${title} designed with ${String(parameters.application)}`,
      geometryType: "POLYGON",
      srs: 4326,
      srsDefinition: "",
      columns,
      geometries: features.map(({ geometry }) => encodeWkb(geometry)),
      rows: features.map(({ attributes }) => attributes.map(cell)),
    })),
    tables: [
      {
        name: "parameters",
        title: "Parameters",
        columns: [{ name: "name", type: "TEXT" }, { name: "value", type: "TEXT" }],
        rows: Object.entries(parameters).map(([name, value]) => [name, value === null ? null : String(value)]),
      },
      ...tables,
    ],
    made,
  };
}

/** SQLite has no booleans: 0 and 1. */
const cell = (value: Attribute): string | number | null => (typeof value === "boolean" ? (value ? 1 : 0) : value);
