// One table of a GeoPackage as plain values: its ordinary columns, its geometries without their header.

import { InputError } from "../core/errors.ts";
import type { GeoPackageColumn, GeoPackageColumnType } from "../core/formats/geoPackageContent.ts";
import { unwrapGeometry } from "./geoPackageGeometry.ts";
import { quoteIdentifier } from "./quoteIdentifier.ts";
import type { Database } from "./sqlite.ts";

const FEATURES = 5_000_000;
const COLUMNS = 512;

export interface ReadTable {
  readonly columns: readonly GeoPackageColumn[];
  readonly geometries: readonly (Uint8Array | null)[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly notices: readonly string[];
}

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
  /** 0 for an ordinary column; others are generated or hidden, and reading them would run the file's own SQL. */
  readonly hidden: number;
}

/**
 * In the order of the primary key. A damaged geometry becomes null and is counted in `notices`.
 * @throws InputError if the table is larger than can be held.
 */
export function readGeoPackageTable(db: Database, table: string, geometry: string | null): ReadTable {
  const all = db.prepare("SELECT name, type, pk, hidden FROM pragma_table_xinfo(?)").all(table) as ColumnInfo[];
  const notices: string[] = [];
  const same = (a: string, b: string | null): boolean => b !== null && a.toLowerCase() === b.toLowerCase();
  const geometryInfo = all.find((column) => same(column.name, geometry) && column.hidden === 0);
  if (geometry !== null && !geometryInfo) throw new InputError(`its geometry column "${geometry}" is missing`);
  const plain = all.filter((column) => column !== geometryInfo && !(column.pk > 0 && /^integer$/i.test(column.type)));
  const kept = plain.filter((column) => column.hidden === 0 && typeOf(column.type) !== null);
  for (const column of plain) if (!kept.includes(column)) notices.push(`Column "${column.name}" of "${table}" was left out: ${column.hidden ? "it is computed" : "it holds binary data"}.`);
  if (kept.length > COLUMNS) throw new InputError(`it has ${kept.length} columns; up to ${COLUMNS} can be read`);
  const count = db.prepare(`SELECT count(*) FROM ${quoteIdentifier(table)}`).pluck().get() as number;
  if (count > FEATURES) throw new InputError(`it has ${count} features; up to ${FEATURES} can be read`);

  const key = all.find((column) => column.pk > 0 && column.hidden === 0);
  const wanted = [...(geometryInfo ? [geometryInfo] : []), ...kept].map((column) => quoteIdentifier(column.name));
  const order = key ? ` ORDER BY ${quoteIdentifier(key.name)}` : "";
  const select = db
    .prepare(`SELECT ${wanted.length > 0 ? wanted.join(", ") : "NULL"} FROM ${quoteIdentifier(table)}${order}`)
    .raw()
    .safeIntegers();
  const geometries: (Uint8Array | null)[] = [];
  const rows: (string | number | null)[][] = [];
  const columns = kept.map((column): { name: string; type: GeoPackageColumnType } => ({ name: column.name, type: typeOf(column.type) ?? "TEXT" }));
  let bad = 0;
  for (const record of select.iterate() as Iterable<unknown[]>) {
    if (geometryInfo) {
      const blob = record[0];
      const wkb = blob instanceof Uint8Array ? unwrapGeometry(blob) : null;
      if (blob !== null && wkb === null) bad += 1;
      geometries.push(wkb);
    }
    rows.push(record.slice(geometryInfo ? 1 : 0, wanted.length).map((value, i) => cell(value, columns[i])));
  }
  if (bad > 0) notices.push(`${bad} of ${rows.length} geometries of "${table}" are damaged or empty and were left out.`);
  // A column that turned out to hold text is text throughout.
  columns.forEach((column, i) => {
    if (column.type !== "TEXT" && column.type !== "DATE" && column.type !== "DATETIME") return;
    for (const row of rows) if (typeof row[i] === "number") row[i] = String(row[i]);
  });
  return { columns, geometries, rows, notices };
}

/** SQLite keeps what it is given, whatever the column's type says; then the column becomes text. */
function cell(value: unknown, column: { type: GeoPackageColumnType }): string | number | null {
  if (value === null || value instanceof Uint8Array) return null;
  if (typeof value === "bigint") {
    const number = Number(value);
    if (Number.isSafeInteger(number)) return number;
    column.type = "TEXT"; // more digits than a number can keep
    return String(value);
  }
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return null;
    if (column.type === "INTEGER" && !Number.isInteger(value)) column.type = "REAL";
    return value;
  }
  if (column.type !== "DATE" && column.type !== "DATETIME") column.type = "TEXT";
  return value as string;
}

/** Table 1 of the standard, and what other programs write in its place; null for binary data. */
function typeOf(declared: string): GeoPackageColumnType | null {
  const type = declared.toUpperCase().replace(/\(.*$/, "").trim();
  if (/^(TINYINT|SMALLINT|MEDIUMINT|INT|INTEGER|BIGINT)$/.test(type)) return "INTEGER";
  if (/^(FLOAT|DOUBLE|REAL|DOUBLE PRECISION|NUMERIC|DECIMAL)$/.test(type)) return "REAL";
  if (type === "BOOLEAN" || type === "DATE" || type === "DATETIME") return type;
  return type === "BLOB" || /^(GEOMETRY|(MULTI)?(POINT|LINESTRING|POLYGON))$/.test(type) ? null : "TEXT";
}
