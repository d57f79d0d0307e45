// A CSV whose shapes stand in a column as well-known text: the way back from our own CSV export, and from PostGIS and QGIS.

import Papa from "papaparse";
import { InputError } from "../errors.ts";
import { crsByCode } from "../geo/crs.ts";
import { cleanFeatures, type RawFeature } from "./cleanFeatures.ts";
import { makeTally, type LayerData } from "./layerNotices.ts";
import { parseWkt, WKT_START } from "./parseWkt.ts";
import { unguarded } from "./writeCsv.ts";

/**
 * Every other column becomes an attribute, as text; an apostrophe before a formula's first character is taken off again.
 * @throws InputError if no column of the first row holds well-known text, or a quote is never closed.
 */
export function readWktCsv(text: string, options: { readonly crs?: string } = {}): LayerData {
  const table = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const { data, errors } = Papa.parse(table, { header: false, newline: "\n", fastMode: false, delimiter: separatorOf(table) });
  const quote = errors.find((error) => error.type === "Quotes");
  if (quote) throw new InputError(`A quotation mark near row ${(quote.row ?? 0) + 1} is never closed. Mend the file and load it again.`);
  const [header = [], ...rows] = data.filter((row) => row.some((cell) => cell !== ""));
  const shape = header.findIndex((_, i) => rows.slice(0, 100).some((row) => WKT_START.test(row[i] ?? "")));
  if (shape < 0) throw new InputError("No column of the CSV holds shapes as well-known text (POLYGON ((…))). Load a table of points as incidents.");
  const tally = makeTally();
  const features = rows.map((row): RawFeature => {
    const attributes = header.flatMap((name, i) => (i === shape ? [] : [[name, unguarded(row[i] ?? "")] as const]));
    return { geometry: geometryOf(row[shape] ?? ""), properties: Object.fromEntries(attributes) };
  });
  return cleanFeatures(features, options.crs === undefined ? null : crsByCode(options.crs), tally);
}

/** Told by the names of the columns alone: shapes are full of commas. */
function separatorOf(table: string): string {
  const names = table.slice(0, table.indexOf("\n")).replaceAll(/"[^"]*"/g, "");
  const times = (separator: string) => names.split(separator).length;
  return [",", ";", "\t", "|"].reduce((best, separator) => (times(separator) > times(best) ? separator : best));
}

/** A cell that cannot be read becomes a geometry of no type: counted, not dropped unseen. */
function geometryOf(cell: string): unknown {
  if (cell.trim() === "") return null;
  try {
    return parseWkt(cell);
  } catch (error) {
    if (error instanceof InputError) return {};
    throw error;
  }
}
