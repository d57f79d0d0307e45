// The plan as GeoJSON (RFC 7946): WGS 84, right-hand rule, seven decimals, no `crs` member.

import type { GeoPackageContent } from "./geoPackageContent.ts";
import type { PlanFeatures } from "./planFeatures.ts";

/** Seven decimals of a degree are at most 1.2 cm: the rounding moves no corner by more than 8 mm. */
const UNIT = 1e7;

/**
 * One FeatureCollection; the `layer` of a feature's properties tells hotspots, patrol areas and exclusions apart.
 * The parameters and other tables stand in the collection's own members, which RFC 7946, section 6.1, allows.
 * @param tables - each becomes a member of its name, a list of objects
 */
export function writeGeoJson({ layers, parameters }: PlanFeatures, tables: GeoPackageContent["tables"] = []): string {
  const features = layers.flatMap(({ columns, features: members }) =>
    members.map(({ id, geometry, attributes }) => ({
      type: "Feature",
      id,
      properties: Object.fromEntries(columns.map(({ name }, i) => [name, attributes[i]])),
      geometry: {
        type: "Polygon",
        coordinates: geometry.coordinates.map((ring) => ring.map((position) => position.map((degrees) => Math.round(degrees * UNIT) / UNIT))),
      },
    })),
  );
  const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
  const members = tables.map(({ name, columns, rows }) => {
    const list = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((column, i) => [column.name, row[i]]))));
    return `${JSON.stringify(name)}:[\n${list.join(",\n")}\n],`;
  });
  return `{"type":"FeatureCollection","parameters":${JSON.stringify(parameters)},${members.join("")}"features":[\n${lines}\n]}\n`;
}
