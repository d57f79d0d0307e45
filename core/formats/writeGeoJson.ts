// The plan as GeoJSON (RFC 7946): WGS 84, right-hand rule, seven decimals, no `crs` member.

import type { PlanFeatures } from "./planFeatures.ts";

/** Seven decimals of a degree are at most 1.2 cm: the rounding moves no corner by more than 8 mm. */
const UNIT = 1e7;

/**
 * One FeatureCollection; the `layer` of a feature's properties tells hotspots, patrol areas and exclusions apart.
 * The parameters stand in the collection's own members, which RFC 7946, section 6.1, allows.
 */
export function writeGeoJson({ layers, parameters }: PlanFeatures): string {
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
  return `{"type":"FeatureCollection","parameters":${JSON.stringify(parameters)},"features":[\n${lines}\n]}\n`;
}
