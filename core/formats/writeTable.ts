// A table as CSV (RFC 4180), safe to open in a spreadsheet.

import type { GeoPackageContent } from "./geoPackageContent.ts";
import { writeCell } from "./writeCsv.ts";

/** Ends lines with CR LF. */
export const writeTable = ({ columns, rows }: GeoPackageContent["tables"][number]): string =>
  [columns.map(({ name }) => name), ...rows].map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
