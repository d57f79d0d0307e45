// The bytes of somebody's GeoPackage → plain tables. Nothing that stands in the file is run, and nothing of it is trusted.

import { InputError } from "../core/errors.ts";
import type { GeoPackageColumn, GeoPackageContent, GeoPackageGeometryType, GeoPackageLayer } from "../core/formats/geoPackageContent.ts";
import { codeOf } from "./fileProblem.ts";
import { readGeoPackageTable, type ReadTable } from "./geoPackageTable.ts";
import { openSqlite, type Database } from "./sqlite.ts";

const GEOMETRY_TYPES: readonly GeoPackageGeometryType[] = [
  "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRY",
];
const LAYERS = 500;
const MAGIC = "SQLite format 3\0";

interface ContentsRow {
  readonly table_name: unknown;
  readonly data_type: unknown;
  readonly identifier: unknown;
  readonly description: unknown;
}

/**
 * Base tables only, read from a copy in memory: no view, trigger, generated column or index of the file is used.
 * What cannot be read is left out and named in `notices`.
 * @throws InputError if it is not a GeoPackage, or nothing in it can be read.
 */
export function readGeoPackage(bytes: Uint8Array): GeoPackageContent {
  const copy = Buffer.from(bytes);
  if (copy.subarray(0, 16).toString("latin1") !== MAGIC) {
    throw new InputError("This is not a GeoPackage: it is no SQLite file at all. Choose a .gpkg file, or import it as what it is.");
  }
  // A file in WAL mode cannot be opened in memory; the mode is two bytes of the header.
  copy[18] = 1;
  copy[19] = 1;
  let db: Database | null = null;
  try {
    db = openSqlite(copy, { readonly: true });
    db.pragma("trusted_schema = OFF");
    db.pragma("cell_size_check = ON");
    return readContent(db);
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (/^SQLITE_(CORRUPT|NOTADB|ERROR|CANTOPEN|IOERR)/.test(codeOf(error))) {
      throw new InputError("The GeoPackage is damaged or cut off. Get the file again, or mend it with `ogr2ogr`.", { cause: error });
    }
    throw error;
  } finally {
    db?.close();
  }
}

function readContent(db: Database): GeoPackageContent {
  const base = new Set(
    db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").pluck().all() as string[],
  );
  if (!base.has("gpkg_contents")) throw new InputError("This SQLite file is not a GeoPackage: it has no table gpkg_contents. Choose another file.");
  const notices: string[] = [];
  const layers: GeoPackageLayer[] = [];
  const tables: GeoPackageContent["tables"][number][] = [];
  const contents = db.prepare("SELECT table_name, data_type, identifier, description FROM gpkg_contents ORDER BY rowid").all() as ContentsRow[];
  if (contents.length > LAYERS) throw new InputError(`The GeoPackage lists ${contents.length} layers; up to ${LAYERS} can be read. Split it with \`ogr2ogr\`.`);
  for (const row of contents) {
    const name = textOf(row.table_name);
    const kind = textOf(row.data_type);
    if (kind !== "features" && kind !== "attributes" && kind !== "aspatial") {
      notices.push(`"${name}" holds ${kind}, which are not read.`);
      continue;
    }
    if (!base.has(name)) {
      notices.push(`"${name}" is a view or is missing; only tables are read.`);
      continue;
    }
    try {
      const geometry = kind === "features" ? geometryColumn(db, name) : null;
      const read = readGeoPackageTable(db, name, geometry?.column ?? null);
      notices.push(...read.notices);
      const title = textOf(row.identifier) || name;
      if (geometry === null) tables.push({ name, title, columns: read.columns, rows: read.rows });
      else layers.push(layerOf(db, name, title, textOf(row.description), geometry, read));
    } catch (error) {
      if (!(error instanceof InputError) && !codeOf(error).startsWith("SQLITE_")) throw error;
      notices.push(`"${name}" cannot be read${error instanceof InputError ? `: ${error.message}` : " and was left out"}.`);
    }
  }
  if (layers.length + tables.length === 0) {
    throw new InputError(`Nothing in the GeoPackage can be read. ${notices.join(" ")}`.trim());
  }
  return { layers, tables, notices };
}

interface GeometryColumn {
  readonly column: string;
  readonly type: GeoPackageGeometryType;
  readonly srs: number;
}

function geometryColumn(db: Database, table: string): GeometryColumn {
  const rows = db
    .prepare("SELECT column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ? COLLATE NOCASE")
    .all(table) as { column_name: unknown; geometry_type_name: unknown; srs_id: unknown }[];
  if (rows.length !== 1) throw new InputError(`it has ${rows.length} geometry columns; one is needed`);
  const type = textOf(rows[0].geometry_type_name).toUpperCase();
  return {
    column: textOf(rows[0].column_name),
    type: GEOMETRY_TYPES.find((known) => known === type) ?? "GEOMETRY",
    srs: Number.isSafeInteger(rows[0].srs_id) ? (rows[0].srs_id as number) : 0,
  };
}

function layerOf(db: Database, name: string, title: string, description: string, geometry: GeometryColumn, read: ReadTable): GeoPackageLayer {
  const system = db
    .prepare("SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?")
    .get(geometry.srs) as { organization: unknown; organization_coordsys_id: unknown; definition: unknown } | undefined;
  const epsg = textOf(system?.organization).toUpperCase() === "EPSG" && Number.isSafeInteger(system?.organization_coordsys_id);
  const columns: readonly GeoPackageColumn[] = read.columns;
  return {
    name, title, description, columns,
    geometryType: geometry.type,
    srs: epsg ? (system?.organization_coordsys_id as number) : geometry.srs,
    srsDefinition: textOf(system?.definition),
    geometries: read.geometries,
    rows: read.rows,
  };
}

/** SQLite keeps what it is given: a name may be a number or bytes. */
const textOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
