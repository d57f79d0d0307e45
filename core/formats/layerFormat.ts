// What kind of layer a file is, told by its content and never by its name alone.

import { InputError } from "../errors.ts";
import { readSlice, type FileLike } from "../incidents/fileLike.ts";
import { zipEntries } from "../incidents/zipEntries.ts";

export type LayerFormat = "geojson" | "kml" | "kmz" | "shapefile" | "geopackage" | "csv";

const WANTED = "Load GeoJSON, KML, a GeoPackage, or a zipped shapefile";

/** @throws InputError naming what the file is instead, and what to do. */
export async function layerFormat(file: FileLike, name: string): Promise<LayerFormat> {
  if (file.size === 0) throw new InputError(`"${name}" is empty (0 bytes). Choose another file.`);
  const head = await readSlice(file, 0, 4096);
  const bytes = String.fromCharCode(...head.subarray(0, 16));
  if (bytes === "SQLite format 3\0") return "geopackage";
  if (bytes.startsWith("PK\x03\x04")) return await zipFormat(file, name);
  if (bytes.startsWith("\xD0\xCF\x11\xE0")) throw new InputError(`"${name}" is an old Excel workbook, not a layer. ${WANTED}.`);
  if (bytes.startsWith("%PDF")) throw new InputError(`"${name}" is a PDF, not a layer. ${WANTED}.`);
  if (bytes.startsWith("\x1F\x8B")) throw new InputError(`"${name}" is packed with gzip. Unpack it first. ${WANTED}.`);
  if (bytes.startsWith("\0\0\x27\x0A")) {
    throw new InputError(`"${name}" is one part of a shapefile. Pack its .shp, .dbf and .prj into one zip and load that.`);
  }
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, "").trimStart();
  if ("{[".includes(text.replace("\u001E", "").charAt(0) || " ")) return "geojson";
  if (/^<!doctype html|^<html|^<table/i.test(text)) throw new InputError(`"${name}" is a web page, not a layer. ${WANTED}.`);
  if (text.startsWith("<")) return "kml";
  if (/(?:^|[,;\t"])\s*(?:SRID=\d+;)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*(?:Z|M|ZM)?\s*\(/im.test(text)) return "csv";
  throw new InputError(`"${name}" is no layer that Hexbeat knows. ${WANTED}; load a table of points (CSV) as incidents.`);
}

async function zipFormat(file: FileLike, name: string): Promise<LayerFormat> {
  const names = (await zipEntries(file)).map((entry) => entry.name);
  if (names.some((inner) => /\.shp$/i.test(inner))) return "shapefile";
  if (names.some((inner) => /\.kml$/i.test(inner))) return "kmz";
  if (names.includes("[Content_Types].xml")) {
    throw new InputError(`"${name}" is an Excel workbook or another Office file, not a layer. ${WANTED}; load a table of points as incidents, saved as CSV.`);
  }
  throw new InputError(`The zip "${name}" holds no shapefile and no KML (it holds: ${names.slice(0, 5).join(", ") || "nothing"}). ${WANTED}.`);
}
