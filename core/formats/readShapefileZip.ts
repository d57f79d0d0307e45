// The shapefiles inside a zip, however many and in whatever folders, each as a layer.

import { InputError } from "../errors.ts";
import { crsByCode, crsFromWkt, type Crs } from "../geo/crs.ts";
import type { FileLike } from "../incidents/fileLike.ts";
import { cleanFeatures, type RawFeature } from "./cleanFeatures.ts";
import { makeTally, type NamedLayer, type Tally } from "./layerNotices.ts";
import { readArchive, type Archive } from "./readArchive.ts";
import { readDbf, type DbfRow } from "./readDbf.ts";
import { readShp, type ShpContent } from "./readShp.ts";

/**
 * Each layer needs its .shp, .dbf and .prj side by side; .cpg names the encoding of its text.
 * @param options.crs EPSG code to read every layer in, whatever its .prj says.
 * @throws InputError if no shapefile is in the zip, one lacks its .dbf, or one lacks its .prj and no `crs` is given.
 */
export async function readShapefileZip(file: FileLike, options: { readonly crs?: string } = {}): Promise<readonly NamedLayer[]> {
  const archive = await readArchive(file);
  const shapes = archive.names.filter((name) => /\.shp$/i.test(name));
  if (shapes.length === 0) {
    throw new InputError(`The zip holds no shapefile (it holds: ${archive.names.slice(0, 5).join(", ") || "nothing"}). Pack .shp, .dbf and .prj together.`);
  }
  const crs = options.crs === undefined ? null : crsByCode(options.crs);
  const layers: NamedLayer[] = [];
  for (const shape of shapes) layers.push(await readLayer(archive, shape, crs));
  return layers;
}

async function readLayer(archive: Archive, shape: string, chosen: Crs | null): Promise<NamedLayer> {
  const stem = shape.slice(0, -4);
  const name = stem.slice(stem.lastIndexOf("/") + 1);
  const beside = async (extension: string) => {
    const found = archive.names.find((other) => other.toLowerCase() === `${stem}${extension}`.toLowerCase());
    return found === undefined ? null : await archive.unpack(found);
  };
  const text = async (extension: string) => {
    const bytes = await beside(extension);
    return bytes && new TextDecoder().decode(bytes).trim();
  };
  const prj = await text(".prj");
  if (!chosen && !prj) {
    throw new InputError(`The shapefile "${name}" has no .prj, so its coordinate system is not known. Choose it by EPSG code and load the file again.`);
  }
  const crs = chosen ?? crsFromWkt(prj!);
  const dbf = await beside(".dbf");
  if (!dbf) throw new InputError(`The shapefile "${name}" has no .dbf (its attributes). Pack .shp, .dbf and .prj together.`);
  const tally = makeTally();
  const shp = readShp(await archive.unpack(shape), name, tally);
  const rows = readDbf(dbf, `${name}.dbf`, await text(".cpg"), tally);
  const { data, notices } = cleanFeatures(paired(name, shp, rows, tally), crs, tally);
  return { name, data, notices };
}

function paired(
  name: string,
  { geometries, cut }: ShpContent,
  rows: readonly DbfRow[],
  tally: Tally,
): readonly RawFeature[] {
  if (cut) tally.add("damaged-record", Math.max(0, rows.length - geometries.length));
  else if (geometries.length !== rows.length && tally.count("damaged-record") === 0) {
    throw new InputError(`The shapefile "${name}" has ${geometries.length} shapes but ${rows.length} rows of attributes: they cannot be matched. Save it again from a GIS.`);
  }
  const both = Math.min(geometries.length, rows.length);
  return geometries.slice(0, both).flatMap((geometry, i) => (rows[i] === null ? [] : [{ geometry, properties: rows[i] }]));
}
