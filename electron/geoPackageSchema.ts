// The tables that every GeoPackage 1.2 has (OGC 12-128r14), and those of a layer with its spatial index.

import { quoteIdentifier } from "./quoteIdentifier.ts";

/** "GPKG" at byte 68, version 1.2.0 at byte 60. */
export const GEOPACKAGE_PRAGMAS = ["application_id = 1196444487", "user_version = 10200"] as const;

export const WGS84_WKT =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],' +
  'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],' +
  'AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]';

/** Tables 5, 15, 7 and 9 of the standard, with the three rows of gpkg_spatial_ref_sys that it demands. */
export const GEOPACKAGE_SCHEMA = `
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, '${WGS84_WKT}',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
`;

/** The R-tree of column `geom`; to be filled before its triggers are made, which need functions that SQLite lacks. */
export const spatialIndexSql = (table: string): string =>
  `CREATE VIRTUAL TABLE ${quoteIdentifier(`rtree_${table}_geom`)} USING rtree(id, minx, maxx, miny, maxy)`;

/** Annex L of the standard: the triggers by which other programs keep the index. */
export function spatialIndexTriggers(table: string): string {
  const on = quoteIdentifier(table);
  const index = quoteIdentifier(`rtree_${table}_geom`);
  const trigger = (event: string): string => quoteIdentifier(`rtree_${table}_geom_${event}`);
  const filled = `(NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))`;
  const empty = `(NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))`;
  const insert =
    `INSERT OR REPLACE INTO ${index} VALUES (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ` +
    `ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));`;
  const remove = `DELETE FROM ${index} WHERE id = OLD."fid";`;
  return `
CREATE TRIGGER ${trigger("insert")} AFTER INSERT ON ${on} WHEN ${filled} BEGIN ${insert} END;
CREATE TRIGGER ${trigger("update1")} AFTER UPDATE OF "geom" ON ${on} WHEN OLD."fid" = NEW."fid" AND ${filled} BEGIN ${insert} END;
CREATE TRIGGER ${trigger("update2")} AFTER UPDATE OF "geom" ON ${on} WHEN OLD."fid" = NEW."fid" AND ${empty} BEGIN ${remove} END;
CREATE TRIGGER ${trigger("update3")} AFTER UPDATE ON ${on} WHEN OLD."fid" != NEW."fid" AND ${filled} BEGIN ${remove} ${insert} END;
CREATE TRIGGER ${trigger("update4")} AFTER UPDATE ON ${on} WHEN OLD."fid" != NEW."fid" AND ${empty} BEGIN
  DELETE FROM ${index} WHERE id IN (OLD."fid", NEW."fid"); END;
CREATE TRIGGER ${trigger("delete")} AFTER DELETE ON ${on} WHEN OLD."geom" NOT NULL BEGIN ${remove} END;
`;
}
