// Files are told by their content; what is no layer is named.

import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../core/errors.ts";
import { readKml } from "../../../core/formats/readKml.ts";
import { readLayer } from "../../../core/formats/readLayerJob.ts";
import { readGeoPackageLayers } from "../../../core/formats/readGeoPackageLayers.ts";
import { encodeWkb } from "../../../core/formats/wkb.ts";
import { runJob } from "../../../core/job.ts";
import { nodeContext } from "../../support/nodeContext.ts";

const context = nodeContext;
const read = (content: string | Uint8Array<ArrayBuffer>, name: string) =>
  runJob("readLayer", readLayer, { source: { kind: "file", file: new Blob([content]) }, name }, context);

const KML = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><Placemark><name>A &amp; B</name>
  <ExtendedData><Data name="beat"><value>7</value></Data></ExtendedData><description><![CDATA[<b>bold</b>]]></description>
  <Polygon><outerBoundaryIs><LinearRing><coordinates>0,0,5 1,0,5 1,1,5 0,0,5</coordinates></LinearRing></outerBoundaryIs></Polygon>
  </Placemark></Folder></Document></kml>`;
const POINT = '{"type":"Point","coordinates":[1,2]}';

describe("readLayer", () => {
  test("the name does not matter: KML, KMZ, GeoJSON and CSV with shapes are known by their content", async () => {
    expect((await read(KML, "beats.txt")).layers[0].data.features[0].properties).toMatchObject({ name: "A & B", beat: "7", description: "<b>bold</b>" });
    expect((await read(zipSync({ "doc.kml": strToU8(KML) }), "beats.zip")).layers[0].data.features).toHaveLength(1);
    expect((await read(POINT, "beats.kml")).layers).toMatchObject([{ name: "beats", data: { features: [{ geometry: { coordinates: [1, 2] } }] } }]);
    const csv = await read('id;shape\r\n1;"POLYGON Z ((0 0 1, 1 0 1, 1 1 1))"\r\n2;MULTIPOINT (1 2, 3 4)\r\n3;nothing\r\n4;POINT EMPTY\r\n', "beats");
    expect(csv.layers[0].data.features.map(({ geometry }) => geometry.type)).toEqual(["Polygon", "MultiPoint"]);
    expect(csv.notices.map(({ code }) => code).toSorted()).toEqual(["bad-geometry", "height-dropped", "no-geometry", "unclosed-ring"]);
  });

  test.each([
    ["an Excel workbook", zipSync({ "[Content_Types].xml": strToU8("<x/>") }), /Excel/],
    ["a web page", strToU8("<!DOCTYPE html><html></html>"), /web page/],
    ["a PDF", strToU8("%PDF-1.7"), /PDF/],
    ["a lone .shp", Uint8Array.of(0, 0, 0x27, 0x0a, 0), /one zip/],
    ["other XML", strToU8("<gpx></gpx>"), /root is <gpx>/],
    ["a GeoPackage", strToU8("SQLite format 3\0"), /host reads/],
    ["a plain table", strToU8("id,lat,lon\n1,2,3\n"), /as incidents/],
    ["nothing", new Uint8Array(0), /empty/],
  ])("%s is refused by its name", async (_, bytes, message) => {
    const failure = read(bytes as Uint8Array<ArrayBuffer>, "beats.geojson");
    await expect(failure).rejects.toThrow(InputError);
    await expect(failure).rejects.toThrow(message);
  });

  test("text that is not UTF-8 is refused rather than read with wrong letters", async () => {
    await expect(read(Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d), "a.geojson")).rejects.toThrow(/UTF-8/);
  });
});

describe("readKml", () => {
  test("entities, bottomless nesting and cut files are refused", () => {
    expect(() => readKml('<!DOCTYPE k [<!ENTITY a "aaa">]><kml>&a;</kml>')).toThrow(/entities/);
    expect(() => readKml(`<kml>${"<Folder>".repeat(100_000)}`)).toThrow(/200 elements/);
    expect(() => readKml(KML.slice(0, 300))).toThrow(InputError);
  });
});

describe("readGeoPackageLayers", () => {
  const layer = { name: "beats", title: "", description: "", geometryType: "POINT", columns: [{ name: "on", type: "BOOLEAN" }] } as const;
  const place = encodeWkb({ type: "Point", coordinates: [457_000, 339_000] });

  test("a layer in British National Grid is moved; a damaged geometry is counted", () => {
    const layers = [{ ...layer, srs: 27700, srsDefinition: "", geometries: [place, place.slice(0, 9), null], rows: [[1], [0], [null]] }];
    const [read] = readGeoPackageLayers({ layers, tables: [] });
    expect(read.data.features).toHaveLength(1);
    expect(read.data.features[0].properties).toEqual({ on: true });
    expect(read.notices.map(({ code, count }) => [code, count])).toEqual([["damaged-record", 1], ["reprojected", 1], ["no-geometry", 1]]);
  });

  test("an undefined system is asked for; one without a known code is read by its definition", () => {
    const at = (srs: number, srsDefinition = "") => ({ layers: [{ ...layer, srs, srsDefinition, geometries: [place], rows: [[1]] }], tables: [] });
    expect(() => readGeoPackageLayers(at(-1))).toThrow(/undefined coordinate system/);
    expect(() => readGeoPackageLayers(at(999999))).toThrow(InputError);
    expect(readGeoPackageLayers(at(-1), { crs: "EPSG:27700" })[0].data.features).toHaveLength(1);
    const utm =
      'PROJCS["own",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],' +
      'PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",-3],PARAMETER["scale_factor",0.9996],' +
      'PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]';
    const [{ data }] = readGeoPackageLayers(at(100000, utm));
    expect((data.features[0].geometry as { coordinates: number[] }).coordinates[0]).toBeCloseTo(-3.38, 1);
    expect(() => readGeoPackageLayers({ layers: [], tables: [] })).toThrow(/no layer/);
  });
});
