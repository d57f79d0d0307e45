// Shapefiles made byte by byte, good and bad.

import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../core/errors.ts";
import { readShapefileZip } from "../../../core/formats/readShapefileZip.ts";

const WGS84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

type Ring = readonly (readonly [number, number])[];

/** ESRI Shapefile Technical Description, July 1998. */
function shp(type: number, records: readonly Uint8Array[]): Uint8Array {
  const length = 100 + records.reduce((sum, record) => sum + 8 + record.length, 0);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994, false);
  view.setInt32(24, length / 2, false);
  view.setInt32(28, 1000, true);
  view.setInt32(32, type, true);
  let at = 100;
  for (const [i, record] of records.entries()) {
    view.setInt32(at, i + 1, false);
    view.setInt32(at + 4, record.length / 2, false);
    bytes.set(record, at + 8);
    at += 8 + record.length;
  }
  return bytes;
}

const record = (size: number, fill: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(size);
  fill(new DataView(bytes.buffer));
  return bytes;
};

const point = (x: number, y: number) =>
  record(20, (view) => {
    view.setInt32(0, 1, true);
    view.setFloat64(4, x, true);
    view.setFloat64(12, y, true);
  });

const nothing = record(4, () => {});

const polygon = (...rings: readonly Ring[]) => {
  const points = rings.flat();
  return record(44 + 4 * rings.length + 16 * points.length, (view) => {
    view.setInt32(0, 5, true);
    view.setInt32(36, rings.length, true);
    view.setInt32(40, points.length, true);
    let start = 0;
    for (const [i, ring] of rings.entries()) {
      view.setInt32(44 + 4 * i, start, true);
      start += ring.length;
    }
    for (const [i, [x, y]] of points.entries()) {
      view.setFloat64(44 + 4 * rings.length + 16 * i, x, true);
      view.setFloat64(52 + 4 * rings.length + 16 * i, y, true);
    }
  });
};

interface Field {
  readonly name: string;
  readonly type: string;
  readonly length: number;
}

/** Cells already encoded, one byte a character (Latin-1); a row that starts with "*" is deleted. */
function dbf(fields: readonly Field[], rows: readonly (readonly string[])[]): Uint8Array {
  const headerLength = 33 + 32 * fields.length;
  const rowLength = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const latin1 = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
  const bytes = new Uint8Array(headerLength + rows.length * rowLength);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, rowLength, true);
  for (const [i, { name, type, length }] of fields.entries()) {
    bytes.set(latin1(name.slice(0, 10)), 32 + 32 * i);
    bytes[43 + 32 * i] = type.charCodeAt(0);
    bytes[48 + 32 * i] = length;
  }
  bytes[headerLength - 1] = 0x0d;
  for (const [i, [mark, ...cells]] of rows.entries()) {
    bytes.set(latin1(mark + cells.map((cell, k) => cell.padEnd(fields[k].length)).join("")), headerLength + i * rowLength);
  }
  return bytes;
}

const NAME: Field = { name: "NAME", type: "C", length: 12 };
const zip = (files: Record<string, Uint8Array | string>) =>
  new Blob([zipSync(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, typeof value === "string" ? strToU8(value) : value])))]);
const layer = (records: readonly Uint8Array[], type: number, table: Uint8Array, more: Record<string, string> = { "a/b.prj": WGS84 }) =>
  readShapefileZip(zip({ "a/b.shp": shp(type, records), "a/b.dbf": table, ...more }));
const codes = (notices: readonly { code: string; count: number }[]) => Object.fromEntries(notices.map(({ code, count }) => [code, count]));

describe("readShapefileZip", () => {
  test("outer rings run clockwise in the file and anticlockwise here; holes find their outline", async () => {
    const left: Ring = [[0, 0], [0, 4], [4, 4], [4, 0], [0, 0]];
    const hole: Ring = [[1, 1], [2, 1], [2, 2], [1, 1]];
    const right: Ring = [[10, 0], [10, 4], [14, 4], [14, 0], [10, 0]];
    const [{ name, data, notices }] = await layer([polygon(right, hole, left)], 5, dbf([NAME], [[" ", "x"]]));
    expect(name).toBe("b");
    expect(notices).toEqual([]);
    expect(data.features[0].geometry).toEqual({
      type: "MultiPolygon",
      coordinates: [[right.toReversed()], [left.toReversed(), hole.toReversed()]],
    });
  });

  test("cells become values: numbers, dates, truth, empty and overflowing ones", async () => {
    const fields: Field[] = [
      NAME,
      { name: "N", type: "N", length: 8 },
      { name: "D", type: "D", length: 8 },
      { name: "L", type: "L", length: 1 },
      { name: "NAME", type: "C", length: 3 },
    ];
    const rows = [
      [" ", "Caf\xe9", " -12.50", "20120701", "T", "two"],
      [" ", "", "********", "00000000", "?", ""],
    ];
    const [{ data, notices }] = await layer([point(1, 2), point(3, 4)], 1, dbf(fields, rows));
    expect(data.features.map(({ properties }) => properties)).toEqual([
      { NAME: "Café", N: -12.5, D: "2012-07-01", L: true, NAME_2: "two" },
      { NAME: null, N: null, D: null, L: null, NAME_2: null },
    ]);
    expect(codes(notices)).toEqual({ "field-overflow": 1, "renamed-field": 1 });
  });

  test("text is UTF-8 where it is valid, Windows-1252 otherwise, or what the .cpg says", async () => {
    const names = async (text: string, more: Record<string, string> = {}) =>
      (await layer([point(1, 2)], 1, dbf([NAME], [[" ", text]]), { "a/b.prj": WGS84, ...more }))[0].data.features[0].properties!.NAME;
    expect(await names("Caf\xc3\xa9")).toBe("Café");
    expect(await names("\x80 5")).toBe("€ 5");
    expect(await names("\xe1", { "a/b.cpg": "1251" })).toBe("б");
    await expect(names("x", { "a/b.cpg": "klingon" })).rejects.toThrow(/klingon.*UTF-8/);
  });

  test("a deleted row takes its shape with it, an empty shape and heights are counted", async () => {
    const z = record(36, (view) => {
      view.setInt32(0, 11, true);
      view.setFloat64(4, 5, true);
      view.setFloat64(12, 6, true);
    });
    const [{ data, notices }] = await layer([point(1, 2), point(3, 4), nothing, z], 11, dbf([NAME], [[" ", "a"], ["*", "b"], [" ", "c"], [" ", "d"]]));
    expect(data.features.map(({ properties }) => properties!.NAME)).toEqual(["a", "d"]);
    expect(codes(notices)).toEqual({ "deleted-record": 1, "no-geometry": 1, "height-dropped": 1 });
  });

  test("lengths that lie are counted or refused, never read past the end", async () => {
    const lying = polygon([[0, 0], [0, 1], [1, 1], [0, 0]]);
    new DataView(lying.buffer).setInt32(40, 1_000_000_000, true);
    const [{ data, notices }] = await layer([point(1, 2), lying], 1, dbf([NAME], [[" ", "a"], [" ", "b"]]));
    expect(data.features).toHaveLength(1);
    expect(codes(notices)).toMatchObject({ "damaged-record": 1 });
    const cut = shp(1, [point(1, 2), point(3, 4), point(5, 6)]).slice(0, -30);
    const rows = dbf([NAME], [[" ", "a"], [" ", "b"], [" ", "c"]]);
    const [rest] = await readShapefileZip(zip({ "b.shp": cut, "b.dbf": rows, "b.prj": WGS84 }));
    expect(rest.data.features).toHaveLength(1);
    expect(codes(rest.notices)).toEqual({ "damaged-record": 2 });
    await expect(layer([point(1, 2)], 1, dbf([NAME], []))).rejects.toThrow(/1 shapes but 0 rows/);
    await expect(layer([], 31, dbf([NAME], []))).rejects.toThrow(/multipatch/);
    await expect(layer([point(1, 2)], 1, new Uint8Array(40))).rejects.toThrow(InputError);
    await expect(readShapefileZip(zip({ "b.shp": new Uint8Array(100), "b.dbf": dbf([NAME], []), "b.prj": WGS84 }))).rejects.toThrow(/no shapefile/);
  });

  test("without .prj the coordinate system is asked for, and the one that is given is used", async () => {
    const files = { "b.shp": shp(1, [point(457_000, 339_000)]), "b.dbf": dbf([NAME], [[" ", "a"]]) };
    await expect(readShapefileZip(zip(files))).rejects.toThrow(/no \.prj.*EPSG/);
    const [{ data }] = await readShapefileZip(zip(files), { crs: "EPSG:27700" });
    expect((data.features[0].geometry as { coordinates: number[] }).coordinates[1]).toBeCloseTo(52.945368, 6);
  });

  test("a missing table, a zip without shapefile, and the Mac's shadow files", async () => {
    await expect(readShapefileZip(zip({ "b.shp": shp(1, []), "b.prj": WGS84 }))).rejects.toThrow(/no \.dbf/);
    await expect(readShapefileZip(zip({ "readme.txt": "x" }))).rejects.toThrow(/readme\.txt/);
    const layers = await readShapefileZip(
      zip({ "__MACOSX/._b.shp": "junk", "B.SHP": shp(1, [point(1, 2)]), "b.dbf": dbf([NAME], [[" ", "a"]]), "b.PRJ": WGS84 }),
    );
    expect(layers.map(({ name }) => name)).toEqual(["B"]);
  });

  test.each(["../../b.shp", "/b.shp", "a\\b.shp", "C:/b.shp", "a/../b.shp"])("a zip that names %s is refused whole", async (name) => {
    await expect(readShapefileZip(zip({ [name]: shp(1, []) }))).rejects.toThrow(/outside its own folder/);
  });

  test("a bomb is refused by what comes out, not by what it declares", async () => {
    const bomb = zip({ "b.shp": new Uint8Array(64 * 2 ** 20), "b.dbf": dbf([NAME], []), "b.prj": WGS84 });
    await expect(readShapefileZip(bomb)).rejects.toThrow(/200 times/);
  });
});
