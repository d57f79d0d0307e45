// The layers of a GeoPackage as features; the host has read its tables.

import { InputError } from "../errors.ts";
import { crsByCode, crsFromWkt, type Crs } from "../geo/crs.ts";
import { cleanFeatures, type RawFeature } from "./cleanFeatures.ts";
import type { GeoPackageContent, GeoPackageLayer } from "./geoPackageContent.ts";
import { makeTally, type NamedLayer, type Tally } from "./layerNotices.ts";
import { decodeWkb } from "./wkb.ts";

/**
 * @param options.crs EPSG code to read every layer in, whatever the file says.
 * @throws InputError if there is no layer, or one's coordinate system is undefined (0, -1) or not known.
 */
export function readGeoPackageLayers(content: GeoPackageContent, options: { readonly crs?: string } = {}): readonly NamedLayer[] {
  if (content.layers.length === 0) throw new InputError("The GeoPackage holds no layer with geometry. Choose another file.");
  return content.layers.map((layer) => {
    const tally = makeTally();
    const crs = options.crs === undefined ? layerCrs(layer) : crsByCode(options.crs);
    const { data, notices } = cleanFeatures(features(layer, tally), crs, tally);
    return { name: layer.title || layer.name, data, notices };
  });
}

function layerCrs(layer: GeoPackageLayer): Crs {
  if (layer.srs <= 0) {
    throw new InputError(`The layer "${layer.name}" is in an undefined coordinate system (${layer.srs}). Choose it by EPSG code and load the file again.`);
  }
  try {
    return crsByCode(`EPSG:${layer.srs}`);
  } catch (error) {
    if (layer.srsDefinition === "" || layer.srsDefinition === "undefined") throw error;
    return crsFromWkt(layer.srsDefinition);
  }
}

function features(layer: GeoPackageLayer, tally: Tally): readonly RawFeature[] {
  return layer.geometries.flatMap((bytes, i): RawFeature[] => {
    try {
      const properties = Object.fromEntries(layer.columns.map((column, k) => [column.name, cell(column.type, layer.rows[i][k])]));
      return [{ geometry: bytes && decodeWkb(bytes), properties }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      tally.add("damaged-record");
      return [];
    }
  });
}

const cell = (type: string, value: string | number | null): string | number | boolean | null =>
  type === "BOOLEAN" && typeof value === "number" ? value !== 0 : value;
