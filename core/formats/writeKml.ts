// The plan as KML 2.2 for Google Earth and in-car maps: a folder a layer, every attribute with each shape.

import type { Polygon } from "geojson";
import { escapeXml } from "./escapeXml.ts";
import type { PlanFeatures, PlanLayerName } from "./planFeatures.ts";

/** aabbggrr, the order that KML wants: outline and fill. */
const COLOURS: Readonly<Record<PlanLayerName, readonly [line: string, fill: string]>> = {
  hotspots: ["ff1d42d7", "4d1d42d7"],
  patrol_areas: ["ffb3742c", "4db3742c"],
  exclusions: ["ff666666", "4d666666"],
};

export function writeKml({ layers, parameters }: PlanFeatures): string {
  const styles = layers.map(({ name }) => {
    const [line, fill] = COLOURS[name];
    return `<Style id="${name}"><LineStyle><color>${line}</color><width>2</width></LineStyle><PolyStyle><color>${fill}</color></PolyStyle></Style>`;
  });
  const folders = layers.map(({ name, title, columns, features }) => {
    const placemarks = features.map(({ id, attributes, geometry }) => {
      const label = attributes[columns.findIndex((column) => column.name === "name")];
      const data = columns.flatMap((column, i) => (attributes[i] === null ? [] : [datum(column.name, attributes[i])]));
      return (
        `<Placemark id="${escapeXml(id)}"><name>${escapeXml(String(label))}</name><styleUrl>#${name}</styleUrl>` +
        `<ExtendedData>${data.join("")}</ExtendedData>${polygon(geometry)}</Placemark>`
      );
    });
    return `<Folder><name>${title}</name>\n${placemarks.join("\n")}\n</Folder>`;
  });
  const about = Object.entries(parameters).map(([name, value]) => datum(name, value));
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Hexbeat plan</name>\n` +
    `${styles.join("\n")}\n<ExtendedData>${about.join("")}</ExtendedData>\n${folders.join("\n")}\n</Document></kml>\n`
  );
}

const datum = (name: string, value: unknown): string => `<Data name="${escapeXml(name)}"><value>${escapeXml(String(value))}</value></Data>`;

function polygon({ coordinates }: Polygon): string {
  const [outer, ...inner] = coordinates.map(
    (ring) => `<LinearRing><coordinates>${ring.map(([lon, lat]) => `${lon.toFixed(7)},${lat.toFixed(7)}`).join(" ")}</coordinates></LinearRing>`,
  );
  const holes = inner.map((ring) => `<innerBoundaryIs>${ring}</innerBoundaryIs>`).join("");
  return `<Polygon><outerBoundaryIs>${outer}</outerBoundaryIs>${holes}</Polygon>`;
}
