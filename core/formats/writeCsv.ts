// The plan as CSV (RFC 4180) with its shapes as well-known text, safe to open in a spreadsheet.

import type { Polygon } from "geojson";
import type { Attribute, PlanFeatures } from "./planFeatures.ts";

/**
 * Text that a spreadsheet would run as a formula: OWASP's list (= + - @ tab and returns) and its full-width twins.
 * Readers take one apostrophe off again where one of these follows; apostrophes before one are guarded too, so that text comes back as it was.
 */
const FORMULA_START = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** One table of all layers; a column that a layer lacks is empty there. Ends lines with CR LF. */
export function writeCsv({ layers }: PlanFeatures): string {
  const names = [...new Set(layers.flatMap(({ columns }) => columns.map(({ name }) => name)))];
  const rows = layers.flatMap(({ columns, features }) => {
    const index = names.map((name) => columns.findIndex((column) => column.name === name));
    return features.map(({ attributes, geometry }) => [...index.map((i) => (i < 0 ? null : attributes[i])), wkt(geometry)]);
  });
  return [[...names, "wkt"], ...rows].map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
}

/** One value, quoted where it must be, text guarded against formulas. */
export function writeCell(value: Attribute): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text that writeCell guarded. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA_START.test(cell.slice(1)) ? cell.slice(1) : cell);

/** OGC 06-103r4, chapter 7; longitude first, seven decimals. */
function wkt({ coordinates }: Polygon): string {
  const rings = coordinates.map((ring) => `(${ring.map(([lon, lat]) => `${lon.toFixed(7)} ${lat.toFixed(7)}`).join(", ")})`);
  return `POLYGON (${rings.join(", ")})`;
}
