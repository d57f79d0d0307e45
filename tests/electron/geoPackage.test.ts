// GeoPackages: GDAL is the judge of what is written, and its files and hostile ones are what is read.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GeoPackageContent } from "../../core/formats/geoPackageContent.ts";
import { unwrapGeometry, wkbEnvelope, wrapGeometry } from "../../electron/geoPackageGeometry.ts";
import { readGeoPackage } from "../../electron/geoPackageRead.ts";
import { writeGeoPackage } from "../../electron/geoPackageWrite.ts";
import { openSqlite } from "../../electron/sqlite.ts";
import { geoPackageFaults, haveGdal, ogrinfo, ogrToGeoJson } from "../support/gdal.ts";
import { haveShared, sharedPath } from "../support/shared.ts";
import { removeFolder, temporaryFolder } from "../support/testHost.ts";

/** Little-endian WKB of polygons, each of one ring given as positions. */
function multiPolygon(...rings: (readonly (readonly [number, number])[])[]): Uint8Array {
  const parts = rings.map((ring) => {
    const part = Buffer.alloc(13 + ring.length * 16);
    part.writeUInt8(1, 0);
    part.writeUInt32LE(3, 1);
    part.writeUInt32LE(1, 5);
    part.writeUInt32LE(ring.length, 9);
    ring.forEach(([x, y], i) => {
      part.writeDoubleLE(x, 13 + 16 * i);
      part.writeDoubleLE(y, 21 + 16 * i);
    });
    return part;
  });
  const head = Buffer.alloc(9);
  head.writeUInt8(1, 0);
  head.writeUInt32LE(6, 1);
  head.writeUInt32LE(parts.length, 5);
  return new Uint8Array(Buffer.concat([head, ...parts]));
}

const square = (x: number, y: number, side = 0.01) =>
  [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]] as const;

const CONTENT: GeoPackageContent = {
  made: "2026-11-22T12:00:00Z",
  layers: [
    {
      name: "Hotspots; DROP TABLE x--", title: 'Hotspots "north"', description: "Bob's 75 m buffers", geometryType: "MULTIPOLYGON",
      srs: 4326, srsDefinition: "",
      columns: [
        { name: "Name", type: "TEXT" }, { name: "rank", type: "INTEGER" }, { name: "area km²", type: "REAL" },
        { name: "locked", type: "BOOLEAN" }, { name: "day", type: "DATE" }, { name: "made", type: "DATETIME" }, { name: "geom", type: "TEXT" },
      ],
      geometries: [multiPolygon(square(-1.25, 51.75)), multiPolygon(square(-1.2, 51.7), square(0.123456789012345, 51.8)), null],
      rows: [
        ["H1", 1, 0.25, 1, "2026-11-22", "2026-11-22T12:00:00.000Z", "a"],
        ["'; DELETE FROM gpkg_contents; --", 2, 1 / 3, 0, null, null, null],
        ["no shape", null, null, null, null, null, null],
      ],
    },
    {
      name: "hotspots drop table x", title: "Empty", description: "", geometryType: "POINT", srs: 4326, srsDefinition: "",
      columns: [], geometries: [], rows: [],
    },
  ],
  tables: [{ name: "sqlite_parameters", title: "Parameters", columns: [{ name: "name", type: "TEXT" }], rows: [["buffer"]] }],
};

describe("writing a GeoPackage", () => {
  const folder = temporaryFolder();
  const path = join(folder, "hotspots.gpkg");
  beforeAll(() => writeFileSync(path, writeGeoPackage(CONTENT)));
  afterAll(() => removeFolder(folder));

  it("gives the same bytes for the same content", () => {
    expect(Buffer.compare(writeGeoPackage(CONTENT), writeGeoPackage(structuredClone(CONTENT)))).toBe(0);
  });

  it("marks the file as GeoPackage 1.2", () => {
    const bytes = Buffer.from(writeGeoPackage({ layers: [], tables: [] }));
    expect(bytes.subarray(68, 72).toString("latin1")).toBe("GPKG");
    expect(bytes.readUInt32BE(60)).toBe(10_200);
  });

  it.skipIf(!haveGdal)("passes GDAL's validator without an error", () => {
    expect(geoPackageFaults(path)).toBe("");
  });

  it.skipIf(!haveGdal)("is read by GDAL with every value, name and coordinate as written", () => {
    const info = ogrinfo("-al", "-so", path);
    expect(info).toContain("Layer name: hotspots_drop_table_x\n");
    expect(info).toContain("Layer name: hotspots_drop_table_x_2\n");
    expect(info).toContain("Geometry: Multi Polygon");
    expect(info).toMatch(/Feature Count: 3/);
    expect(info).toMatch(/ID\["EPSG",4326\]/);
    expect(info).toContain("locked: Integer(Boolean)");
    const { features } = ogrToGeoJson(path, "hotspots_drop_table_x");
    expect(features[1].geometry).toEqual({ type: "MultiPolygon", coordinates: [[square(-1.2, 51.7)], [square(0.123456789012345, 51.8)]] });
    expect(features[1].properties).toMatchObject({ name: "'; DELETE FROM gpkg_contents; --", rank: 2, area_km2: 1 / 3, locked: false });
    expect(features[2].geometry).toBeNull();
  });

  it.skipIf(!haveGdal)("has a spatial index that finds what is there, and that GDAL can go on editing", () => {
    const near = ogrinfo("-so", "-spat", "0.1", "51.7", "0.2", "51.9", path, "hotspots_drop_table_x");
    expect(near).toContain("Feature Count: 1");
    const edited = join(folder, "edited.gpkg");
    writeFileSync(edited, writeGeoPackage(CONTENT));
    ogrinfo(edited, "-sql", "UPDATE hotspots_drop_table_x SET geom = NULL WHERE fid = 2");
    const db = openSqlite(edited, { readonly: true });
    expect(db.prepare("SELECT id FROM rtree_hotspots_drop_table_x_geom").pluck().all()).toEqual([1]);
    db.close();
  });

  it("reads back what it wrote", () => {
    const back = readGeoPackage(writeGeoPackage(CONTENT));
    expect(back.layers[0].geometries.map((wkb) => wkb && [...wkb])).toEqual(CONTENT.layers[0].geometries.map((wkb) => wkb && [...wkb]));
    expect(back.layers[0].rows).toEqual(CONTENT.layers[0].rows);
    expect(back.layers[0].columns.map((column) => column.name)).toEqual(["name", "rank", "area_km2", "locked", "day", "made", "geom_2"]);
    expect(back.layers.map((layer) => layer.title)).toEqual(['Hotspots "north"', "Empty"]);
    expect(back.tables[0].name).toBe("table_sqlite_parameters");
    expect(back.notices).toEqual([]);
  });

  it("refuses a value that its column cannot hold", () => {
    const table = (type: "REAL" | "INTEGER" | "DATETIME", value: number | string): GeoPackageContent =>
      ({ layers: [], tables: [{ name: "t", title: "t", columns: [{ name: "c", type }], rows: [[value]] }] });
    expect(() => writeGeoPackage(table("REAL", Number.NaN))).toThrow(/column c is REAL/);
    expect(() => writeGeoPackage(table("INTEGER", 1.5))).toThrow(/column c is INTEGER/);
    expect(() => writeGeoPackage(table("DATETIME", "22/11/2026"))).toThrow(/column c is DATETIME/);
  });
});

describe("the geometry header", () => {
  const wkb = multiPolygon(square(-1.25, 51.75));

  it("carries the envelope and comes off again", () => {
    const { blob, envelope } = wrapGeometry(wkb, 4326);
    expect(envelope).toEqual({ minX: -1.25, maxX: -1.24, minY: 51.75, maxY: 51.76 });
    expect([...blob.subarray(0, 8)]).toEqual([0x47, 0x50, 0, 3, 0xe6, 0x10, 0, 0]);
    expect(unwrapGeometry(blob)).toEqual(wkb);
  });

  it("marks a geometry without coordinates as empty", () => {
    expect(wrapGeometry(multiPolygon(), 4326)).toMatchObject({ envelope: null });
    expect(wrapGeometry(multiPolygon(), 4326).blob[3]).toBe(0b1_0001);
  });

  it("never throws on a blob that anybody made, and never reads past its end", () => {
    const { blob } = wrapGeometry(wkb, 4326);
    fc.assert(
      fc.property(fc.nat(blob.length - 1), fc.nat(255), fc.nat(blob.length), (at, value, length) => {
        const bad = blob.slice(0, length);
        if (at < bad.length) bad[at] = value;
        const back = unwrapGeometry(bad);
        if (back !== null) expect(wkbEnvelope(back)).not.toBeNull();
      }),
      { numRuns: 3000, seed: 7 },
    );
  });
});

describe("reading somebody's GeoPackage", () => {
  it.skipIf(!haveShared("data", "layers", "nottingham_wards.gpkg"))("reads the 20 wards of Nottingham that GDAL wrote", () => {
    const { layers, notices } = readGeoPackage(readFileSync(sharedPath("data", "layers", "nottingham_wards.gpkg")));
    expect(layers[0]).toMatchObject({ name: "nottingham_wards", srs: 4326, geometryType: "MULTIPOLYGON" });
    expect(layers[0].rows).toHaveLength(20);
    expect(layers[0].columns.map((column) => column.name)).toEqual(["ward_code", "ward_name"]);
    expect(layers[0].geometries.every((wkb) => wkb !== null && wkbEnvelope(wkb) !== null)).toBe(true);
    expect(notices).toEqual([]);
  });

  /** A written GeoPackage after somebody's SQL. */
  const altered = (sql: string): Uint8Array => {
    const db = openSqlite(Buffer.from(writeGeoPackage(CONTENT)));
    db.exec(sql);
    const bytes = db.serialize();
    db.close();
    return bytes;
  };

  it("sets damaged geometries aside as null and says how many", () => {
    const bytes = altered(`DROP TRIGGER rtree_hotspots_drop_table_x_geom_update1; DROP TRIGGER rtree_hotspots_drop_table_x_geom_update2;
      DROP TRIGGER rtree_hotspots_drop_table_x_geom_update3; DROP TRIGGER rtree_hotspots_drop_table_x_geom_update4;
      UPDATE hotspots_drop_table_x SET geom = x'4750000300000000' WHERE fid = 1`);
    const { layers, notices } = readGeoPackage(bytes);
    expect(layers[0].geometries.map((wkb) => wkb !== null)).toEqual([false, true, false]);
    expect(notices).toEqual(['1 of 3 geometries of "hotspots_drop_table_x" are damaged or empty and were left out.']);
  });

  it("runs no view, no generated column and no trigger of the file", () => {
    const bytes = altered(`
      CREATE TABLE "a""b; --" (fid INTEGER PRIMARY KEY, "select" TEXT, data BLOB);
      INSERT INTO "a""b; --" (fid, "select") VALUES (1, 'kept');
      ALTER TABLE "a""b; --" ADD COLUMN boom INTEGER AS (abs(-9223372036854775807 - 1));
      CREATE VIEW trap AS SELECT randomblob(1000000000) AS x;
      INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('a"b; --', 'attributes', 'odd'), ('trap', 'attributes', 'trap')`);
    const { tables, notices } = readGeoPackage(bytes);
    expect(tables.find((table) => table.title === "odd")).toMatchObject({ name: 'a"b; --', columns: [{ name: "select", type: "TEXT" }], rows: [["kept"]] });
    expect(tables.some((table) => table.title === "trap")).toBe(false);
    expect(notices?.join()).toMatch(/"data".*binary data.*"boom".*computed.*"trap" is a view/s);
  });

  it("keeps whole numbers of any length digit for digit, and text where a number was declared", () => {
    const bytes = altered(`CREATE TABLE ids (fid INTEGER PRIMARY KEY, crime INTEGER, n INTEGER);
      INSERT INTO ids VALUES (1, 9007199254740993, 3), (2, 5, 'four');
      INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('ids', 'attributes', 'ids')`);
    const ids = readGeoPackage(bytes).tables.find((table) => table.name === "ids");
    expect(ids?.columns).toEqual([{ name: "crime", type: "TEXT" }, { name: "n", type: "TEXT" }]);
    expect(ids?.rows).toEqual([["9007199254740993", "3"], ["5", "four"]]);
  });

  it("reads one that was left in WAL mode", () => {
    const bytes = Buffer.from(writeGeoPackage(CONTENT));
    bytes[18] = 2;
    bytes[19] = 2;
    expect(readGeoPackage(bytes).layers).toHaveLength(2);
  });

  it("says what is wrong with a file that is none", () => {
    expect(() => readGeoPackage(Buffer.from("id,lat,lon"))).toThrow(/not a GeoPackage: it is no SQLite file/);
    expect(() => readGeoPackage(openSqlite(":memory:").exec("CREATE TABLE a (b)").serialize())).toThrow(/no table gpkg_contents/);
    expect(() => readGeoPackage(writeGeoPackage({ layers: [], tables: [] }))).toThrow(/Nothing in the GeoPackage can be read/);
    expect(() => readGeoPackage(writeGeoPackage(CONTENT).subarray(0, 5000))).toThrow(/GeoPackage is damaged or cut off/);
  });

  it("ends with a value or an InputError whatever bytes are changed", () => {
    const bytes = writeGeoPackage(CONTENT);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }), (changes) => {
        const bad = bytes.slice();
        for (const [at, value] of changes) bad[at] = value;
        try {
          expect(readGeoPackage(bad).layers.length).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect((error as Error).name, (error as Error).stack).toBe("InputError");
        }
      }),
      { numRuns: 1500, seed: 11 },
    );
  });
});
