// Layers and tables → the bytes of a GeoPackage 1.2 that QGIS and ArcGIS open as it is.

import type { GeoPackageColumn, GeoPackageContent, GeoPackageLayer } from "../core/formats/geoPackageContent.ts";
import { wrapGeometry, type Envelope } from "./geoPackageGeometry.ts";
import { GEOPACKAGE_PRAGMAS, GEOPACKAGE_SCHEMA, spatialIndexSql, spatialIndexTriggers } from "./geoPackageSchema.ts";
import { quoteIdentifier } from "./quoteIdentifier.ts";
import { openSqlite, type Database } from "./sqlite.ts";

type Cell = string | number | null;

const RTREE_DEFINITION = "http://www.geopackage.org/spec120/#extension_rtree";

/**
 * Built in memory; the same content gives the same bytes. Names become lower-case letters, digits and underscores;
 * titles and descriptions stay as they are.
 * @throws Error if a value does not fit its column's type: the content is made by core, so that is a bug.
 */
export function writeGeoPackage(content: GeoPackageContent): Uint8Array {
  const db = openSqlite(":memory:");
  try {
    for (const pragma of GEOPACKAGE_PRAGMAS) db.pragma(pragma);
    db.exec(GEOPACKAGE_SCHEMA);
    const changed = stamp(content.made);
    const tables = new Set<string>();
    const titles = new Set<string>();
    db.transaction(() => {
      for (const layer of content.layers) {
        writeLayer(db, layer, identifier(layer.name, "layer", tables), unique(layer.title || layer.name, titles), changed);
      }
      for (const table of content.tables) {
        const name = identifier(table.name, "table", tables);
        const columns = columnNames(table.columns, ["fid"]);
        db.exec(createTable(name, "", table.columns, columns));
        addContents(db, name, "attributes", unique(table.title || table.name, titles), "", changed, null, null);
        const insert = db.prepare(insertInto(name, columns));
        for (const row of table.rows) insert.run(...cells(table.columns, row));
      }
    })();
    return new Uint8Array(db.serialize());
  } finally {
    db.close();
  }
}

function writeLayer(db: Database, layer: GeoPackageLayer, name: string, title: string, changed: string): void {
  if (layer.rows.length !== layer.geometries.length) {
    throw new Error(`layer ${name} has ${layer.geometries.length} geometries and ${layer.rows.length} rows`);
  }
  addReferenceSystem(db, layer);
  const columns = columnNames(layer.columns, ["fid", "geom"]);
  db.exec(createTable(name, `, "geom" ${layer.geometryType}`, layer.columns, columns));
  db.exec(spatialIndexSql(name));
  const insert = db.prepare(insertInto(name, ["geom", ...columns]));
  const index = db.prepare(`INSERT INTO ${quoteIdentifier(`rtree_${name}_geom`)} VALUES (?, ?, ?, ?, ?)`);
  let extent: Envelope | null = null;
  layer.geometries.forEach((wkb, i) => {
    const wrapped = wkb === null ? null : wrapGeometry(wkb, layer.srs);
    const { lastInsertRowid } = insert.run(wrapped?.blob ?? null, ...cells(layer.columns, layer.rows[i]));
    const envelope = wrapped?.envelope ?? null;
    if (envelope === null) return;
    index.run(lastInsertRowid, envelope.minX, envelope.maxX, envelope.minY, envelope.maxY);
    extent = extent === null ? envelope : union(extent, envelope);
  });
  addContents(db, name, "features", title, layer.description, changed, extent, layer.srs);
  db.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)").run(name, layer.geometryType, layer.srs);
  db.prepare("INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', ?, 'write-only')").run(name, RTREE_DEFINITION);
  db.exec(spatialIndexTriggers(name));
}

function addReferenceSystem(db: Database, { srs, srsDefinition }: GeoPackageLayer): void {
  const known = db.prepare("SELECT 1 FROM gpkg_spatial_ref_sys WHERE srs_id = ?").get(srs);
  if (known) return;
  if (srsDefinition === "") throw new Error(`a layer in EPSG:${srs} needs the definition of that system`);
  db.prepare("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)").run(`EPSG:${srs}`, srs, srs, srsDefinition);
}

function addContents(
  db: Database, table: string, kind: string, title: string, description: string, changed: string, extent: Envelope | null, srs: number | null,
): void {
  db.prepare("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
    table, kind, title, description, changed, extent?.minX ?? null, extent?.minY ?? null, extent?.maxX ?? null, extent?.maxY ?? null, srs,
  );
}

function createTable(table: string, geometry: string, columns: readonly GeoPackageColumn[], names: readonly string[]): string {
  const rest = columns.map((column, i) => `, ${quoteIdentifier(names[i])} ${column.type}`).join("");
  return `CREATE TABLE ${quoteIdentifier(table)} ("fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL${geometry}${rest})`;
}

function insertInto(table: string, columns: readonly string[]): string {
  const all = ["fid", ...columns];
  return `INSERT INTO ${quoteIdentifier(table)} (${all.map(quoteIdentifier).join(", ")}) VALUES (NULL${", ?".repeat(columns.length)})`;
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const DATETIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function cells(columns: readonly GeoPackageColumn[], row: readonly Cell[]): (Cell | bigint)[] {
  if (row.length !== columns.length) throw new Error(`a row of ${row.length} values for ${columns.length} columns`);
  return row.map((value, i) => {
    if (value === null) return null;
    const { name, type } = columns[i];
    const fits =
      type === "TEXT" ? typeof value === "string"
      : type === "DATE" ? typeof value === "string" && DATE.test(value)
      : type === "DATETIME" ? typeof value === "string" && DATETIME.test(value)
      : type === "REAL" ? Number.isFinite(value)
      : type === "BOOLEAN" ? value === 0 || value === 1
      : Number.isSafeInteger(value);
    if (!fits) throw new Error(`column ${name} is ${type}; it cannot hold ${typeof value === "string" ? "that text" : value}`);
    // better-sqlite3 binds a number as REAL.
    return type === "INTEGER" || type === "BOOLEAN" ? BigInt(value) : value;
  });
}

function columnNames(columns: readonly GeoPackageColumn[], reserved: readonly string[]): string[] {
  const taken = new Set(reserved);
  return columns.map((column) => identifier(column.name, "field", taken));
}

/** Names that begin so are the standard's, SQLite's, and the index's own. */
const RESERVED = /^(gpkg|sqlite|rtree)_/;

function identifier(name: string, fallback: string, taken: Set<string>): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 60);
  const safe = plain === "" ? fallback : /^\d/.test(plain) || RESERVED.test(plain) ? `${fallback}_${plain}` : plain;
  return unique(safe, taken, "_");
}

function unique(name: string, taken: Set<string>, separator = " "): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}${separator}${number}`;
  taken.add(free);
  return free;
}

function stamp(made: string | undefined): string {
  if (made === undefined) return "1970-01-01T00:00:00.000Z";
  const whole = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(made) ? made.replace("Z", ".000Z") : made;
  if (!DATETIME.test(whole)) throw new Error("`made` is not an ISO 8601 time in UTC");
  return whole;
}

const union = (a: Envelope, b: Envelope): Envelope => ({
  minX: Math.min(a.minX, b.minX),
  maxX: Math.max(a.maxX, b.maxX),
  minY: Math.min(a.minY, b.minY),
  maxY: Math.max(a.maxY, b.maxY),
});
