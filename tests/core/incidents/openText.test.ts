import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { importFrom, importText, previewSource, questionsOf, textSource } from "./importText.ts";

const TABLE = "date,lon,lat\n2023-02-13,-1.25,51.75\n2023-02-14,-1.26,51.76\n";
const bytes = strToU8(TABLE);

describe("packed files", () => {
  it("load from gzip, also from several members one after another", async () => {
    expect((await importText(gzipSync(bytes))).report.loaded).toBe(2);
    const two = new Uint8Array([...gzipSync(bytes), ...gzipSync(strToU8("2023-02-15,-1.25,51.75\n"))]);
    expect((await importText(two)).report.loaded).toBe(3);
  });

  it("load from a zip, stored or deflated, past files that are no tables", async () => {
    const files = { "readme.pdf": strToU8("%PDF"), "__MACOSX/._a.csv": bytes, "folder/a.csv": bytes, "notes.txt": strToU8("notes") };
    for (const level of [0, 6] as const) {
      const result = await importText(zipSync(files, { level }));
      expect(result.report).toMatchObject({ loaded: 2, file: "test.csv: folder/a.csv" });
    }
  });

  it("ask which table of a zip is meant, and read that one", async () => {
    const zip = zipSync({ "a.csv": bytes, "b.csv": strToU8(`${TABLE}2023-02-15,-1.25,51.75\n`) });
    const [question] = await questionsOf(zip);
    expect(question).toMatchObject({ code: "inner", choices: ["a.csv", "b.csv"] });
    expect((await importText(zip, {}, { inner: "b.csv" })).report.loaded).toBe(3);
    await expect(importText(zip, {}, { inner: "c.csv" })).rejects.toThrow(/holds no "c\.csv".*a\.csv, b\.csv/);
  });

  it("do not take names in a zip for paths (C-127)", async () => {
    const result = await importText(zipSync({ "../../etc/x.csv": bytes }));
    expect(result.report.loaded).toBe(2);
  });

  it("are refused where they unpack to hundreds of times their size (C-128)", async () => {
    const bomb = new Uint8Array(40 * 2 ** 20).fill(0x30);
    await expect(importText(zipSync({ "a.csv": bomb }))).rejects.toThrow(/unpacks to over 200 times its size/);
    await expect(importText(gzipSync(bomb))).rejects.toThrow(/unpacks to over 200 times its size/);
  });

  it("are refused where they are damaged, cut off, encrypted, or hold no table", async () => {
    const zip = zipSync({ "a.csv": bytes });
    await expect(importText(zip.slice(0, zip.length - 30))).rejects.toThrow(/table of contents is missing/);
    await expect(importText(gzipSync(bytes).slice(0, 40))).rejects.toThrow(/damaged or cut off/);
    const encrypted = zip.slice();
    // The flag stands in the central directory, 8 bytes into the entry.
    const entry = new DataView(encrypted.buffer).getUint32(encrypted.length - 6, true);
    encrypted[entry + 8] |= 1;
    await expect(importText(encrypted)).rejects.toThrow(/is encrypted/);
    await expect(importText(zipSync({ "a.shp": bytes }))).rejects.toThrow(/holds no CSV or TSV.*a\.shp/);
    const many = zipSync(Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.csv`, bytes])), { level: 0 });
    await expect(importText(many)).rejects.toThrow(/1001 files; at most 1000/);
  });

  it("are named where they are workbooks (C-044, C-129)", async () => {
    await expect(importText(zipSync({ "[Content_Types].xml": strToU8("<x/>"), "xl/sheet1.xml": strToU8("<x/>") }))).rejects.toThrow(/Excel workbook/);
  });
});

describe("points from other formats", () => {
  const point = (lon: number, lat: number, properties: Record<string, unknown> | null) =>
    ({ type: "Feature" as const, geometry: { type: "Point" as const, coordinates: [lon, lat] }, properties });

  it("enter the same pipeline with their properties as columns", async () => {
    const features = {
      type: "FeatureCollection" as const,
      features: [
        point(-1.25, 51.75, { date: "2023-02-13 10:07", offence: "Burglary", x: 449500, __proto__: null, beat: 7 }),
        point(-1.26, 51.76, { date: "2023-02-30", offence: "Burglary" }),
        { type: "Feature" as const, geometry: null, properties: { date: "2023-02-13" } },
        point(0, 0, null),
        point(1e-7, 51.5, { date: "2023-02-13 10:08" }),
      ],
    };
    const { table, report } = await importFrom({ kind: "features", features: features as never }, {}, {}, "points.geojson");
    expect(report).toMatchObject({ records: 5, loaded: 2, setAside: 3 });
    expect(report.reasons.map(({ code, count, examples }) => [code, count, examples[0].line]).toSorted((a, b) => Number(a[2]) - Number(b[2]))).toEqual([
      ["impossible-date", 1, 2], ["no-coordinates", 1, 3], ["placeholder-coordinates", 1, 4],
    ]);
    expect([...table.line]).toEqual([1, 5]);
    expect(table.offences[table.offence[0]].name).toBe("Burglary");
    expect(table.texts.map(({ name, values, codes }) => [name, values[codes[0]]])).toEqual([["beat", "7"]]);
  });

  it("are refused where there is no point among them", async () => {
    const features = { type: "FeatureCollection" as const, features: [{ type: "Feature" as const, geometry: { type: "LineString" as const, coordinates: [[0, 1], [1, 1]] }, properties: null }] };
    await expect(previewSource({ kind: "features", features: features as never })).rejects.toThrow(/holds no points.*as a layer/);
  });
});

describe("previews", () => {
  it("show the first 100 records, long cells clipped", async () => {
    const preview = await previewSource(textSource(`date,lon,lat,note\n${`2023-02-13,-1.25,51.75,${"x".repeat(500)}\n`.repeat(150)}`));
    expect(preview.records).toHaveLength(100);
    expect(preview.records[0][3]).toHaveLength(201);
  });
});
