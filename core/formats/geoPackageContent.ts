// What a GeoPackage holds, as plain tables: core decides the content, the host only reads and writes SQLite.

export type GeoPackageColumnType = "TEXT" | "INTEGER" | "REAL" | "BOOLEAN" | "DATE" | "DATETIME";

export interface GeoPackageColumn {
  readonly name: string;
  readonly type: GeoPackageColumnType;
}

export type GeoPackageGeometryType =
  | "POINT" | "LINESTRING" | "POLYGON" | "MULTIPOINT" | "MULTILINESTRING" | "MULTIPOLYGON" | "GEOMETRY";

export interface GeoPackageLayer {
  /** The table's name: lower-case letters, digits and underscores on writing. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly geometryType: GeoPackageGeometryType;
  /** EPSG code; 4326 on writing. */
  readonly srs: number;
  /** WKT of the spatial reference system where the file gives one. */
  readonly srsDefinition: string;
  readonly columns: readonly GeoPackageColumn[];
  /** One per feature: ISO well-known binary, little-endian, x = lon, y = lat where srs is 4326; null = no geometry. */
  readonly geometries: readonly (Uint8Array | null)[];
  /** One per feature, in the order of `columns`. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface GeoPackageContent {
  readonly layers: readonly GeoPackageLayer[];
  /** Attribute tables without geometry (parameters, counts by month). */
  readonly tables: readonly {
    readonly name: string;
    readonly title: string;
    readonly columns: readonly GeoPackageColumn[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  }[];
  /** When the content was made (ISO 8601, UTC), for `last_change`; 1970 where absent, so that equal content gives equal bytes. */
  readonly made?: string;
  /** What was left out on reading and why: damaged geometries, views, tables without features. */
  readonly notices?: readonly string[];
}
