// A CSV whose shapes stand in a column as well-known text: the way back from our own CSV export, and from PostGIS and QGIS.

import { InputError } from "../errors.ts";
import { crsByCode } from "../geo/crs.ts";
import { cleanFeatures, type RawFeature } from "./cleanFeatures.ts";
import { csvRows } from "./csvRows.ts";
import { makeTally, type LayerData } from "./layerNotices.ts";
import { parseWkt, WKT_START } from "./parseWkt.ts";
import { unguarded } from "./writeCsv.ts";

/**
 * Every other column becomes an attribute, as text; an apostrophe before a formula's first character is taken off again.
 * @throws InputError if no column of the first row holds well-known text, or a quote is never closed.
 */
export function readWktCsv(text: string, options: { readonly crs?: string } = {}): LayerData {
  const [header = [], ...rows] = csvRows(text).map(({ cells }) => cells);
  const shape = header.findIndex((_, i) => rows.slice(0, 100).some((row) => WKT_START.test(row[i] ?? "")));
  if (shape < 0) throw new InputError("No column of the CSV holds shapes as well-known text (POLYGON ((…))). Load a table of points as incidents.");
  const tally = makeTally();
  const features = rows.map((row): RawFeature => {
    const attributes = header.flatMap((name, i) => (i === shape ? [] : [[name, unguarded(row[i] ?? "")] as const]));
    return { geometry: geometryOf(row[shape] ?? ""), properties: Object.fromEntries(attributes) };
  });
  return cleanFeatures(features, options.crs === undefined ? null : crsByCode(options.crs), tally);
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
