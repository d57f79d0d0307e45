// GeoJSON as files in the wild have it.

import { describe, expect, test } from "vitest";
import { InputError } from "../../../core/errors.ts";
import { readGeoJson } from "../../../core/formats/readGeoJson.ts";

const SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]];
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: "Feature", properties, geometry });
const collection = (...features: unknown[]) => JSON.stringify({ type: "FeatureCollection", features });
const counts = (text: string) => Object.fromEntries(readGeoJson(text).notices.map(({ code, count }) => [code, count]));
const geometries = (text: string) => readGeoJson(text).data.features.map(({ geometry }) => geometry);

describe("readGeoJson", () => {
  test("a collection, one feature, a bare geometry and one feature a line are all read", () => {
    const point = { type: "Point", coordinates: [1, 2] };
    expect(geometries(collection(feature(point)))).toEqual([point]);
    expect(geometries(JSON.stringify(feature(point)))).toEqual([point]);
    expect(geometries(`\uFEFF${JSON.stringify(point)}`)).toEqual([point]);
    expect(geometries(`${JSON.stringify(feature(point))}\r\n\n${JSON.stringify(point)}\n`)).toEqual([point, point]);
    expect(geometries(`\u001E${JSON.stringify(feature(point))}\n\u001E${JSON.stringify(feature(point))}\n`)).toEqual([point, point]);
  });

  test("an unclosed ring is closed and a wrong winding is turned, and both are counted", () => {
    const text = collection(feature({ type: "Polygon", coordinates: [SQUARE.slice(0, 4)] }), feature({ type: "Polygon", coordinates: [SQUARE.toReversed()] }));
    expect(counts(text)).toEqual({ "unclosed-ring": 1, "wrong-winding": 1 });
    expect(geometries(text)).toEqual([{ type: "Polygon", coordinates: [SQUARE] }, { type: "Polygon", coordinates: [SQUARE] }]);
  });

  test("holes run clockwise", () => {
    const hole = [[0.2, 0.2], [0.4, 0.2], [0.4, 0.4], [0.2, 0.2]];
    expect(geometries(collection(feature({ type: "Polygon", coordinates: [SQUARE, hole] })))).toEqual([
      { type: "Polygon", coordinates: [SQUARE, hole.toReversed()] },
    ]);
  });

  test("heights are dropped and counted once a feature", () => {
    const text = collection(feature({ type: "LineString", coordinates: [[0, 0, 5], [1, 1, 5, 9]] }));
    expect(counts(text)).toEqual({ "height-dropped": 1 });
    expect(geometries(text)).toEqual([{ type: "LineString", coordinates: [[0, 0], [1, 1]] }]);
  });

  test("what cannot be used is set aside under its reason, and the rest stays", () => {
    const text = `{"type":"FeatureCollection","features":[
      {"type":"Feature","geometry":null,"properties":{}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":["51.7","-1"]},"properties":{}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":[1e999,2]},"properties":{}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":[]},"properties":{}},
      {"type":"Feature","geometry":{"type":"Curve","coordinates":[]},"properties":{}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":[500000,200000]},"properties":{}},
      {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]},"properties":{}},
      17,
      {"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":[1]}]}`;
    expect(counts(text)).toEqual({
      "no-geometry": 3, "bad-coordinates": 3, "bad-geometry": 1, "outside-degrees": 1, "degenerate-ring": 1, "bad-properties": 1,
    });
    expect(geometries(text)).toEqual([{ type: "Point", coordinates: [1, 2] }]);
  });

  test("the old crs member moves the coordinates and is told", () => {
    const text = JSON.stringify({
      type: "FeatureCollection",
      crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::27700" } },
      features: [feature({ type: "Point", coordinates: [457000, 339000] })],
    });
    const { data, notices } = readGeoJson(text);
    expect(notices).toMatchObject([{ code: "reprojected", count: 1 }]);
    const [lon, lat] = (data.features[0].geometry as { coordinates: number[] }).coordinates;
    // echo 457000 339000 | gdaltransform -s_srs EPSG:27700 -t_srs EPSG:4326 (GDAL 3.6.2, Helmert)
    expect(lon).toBeCloseTo(-1.15318659717, 9);
    expect(lat).toBeCloseTo(52.94536846512, 9);
    expect(counts(text.replace("EPSG::27700", "OGC:1.3:CRS84").replace("457000,339000", "1,2"))).toEqual({});
  });

  test("metres without a coordinate system are refused with the remedy, and read when the person names it", () => {
    const text = collection(feature({ type: "Point", coordinates: [457000, 339000] }));
    expect(() => readGeoJson(text)).toThrow(/457000, 339000.*EPSG:27700/);
    expect(readGeoJson(text, { crs: "EPSG:27700" }).data.features).toHaveLength(1);
  });

  test("what is no GeoJSON is named", () => {
    expect(() => readGeoJson('{"type":"Topology","objects":{}}')).toThrow(/TopoJSON/);
    expect(() => readGeoJson('{"geometryType":"esriGeometryPoint","features":[]}')).toThrow(/Esri JSON/);
    expect(() => readGeoJson('{"type":"FeatureCollection","features":{}}')).toThrow(/not a list/);
    for (const text of ["[1]", "3", '{"a":1}', '{"type":"FeatureColl', "", `${collection()}\n{"type":`]) expect(() => readGeoJson(text)).toThrow(InputError);
  });

  test("nesting of 200,000 levels is refused without exhausting the stack, brackets in text are not counted", () => {
    expect(() => readGeoJson(`{"type":"Point","coordinates":${"[".repeat(200_000)}`)).toThrow(/200001 levels/);
    expect(readGeoJson(collection(feature({ type: "Point", coordinates: [1, 2] }, { note: '["{'.repeat(200) }))).data.features).toHaveLength(1);
    let nested: unknown = { type: "Point", coordinates: [1, 2] };
    for (let i = 0; i < 9; i++) nested = { type: "GeometryCollection", geometries: [nested] };
    expect(counts(collection(feature(nested)))).toEqual({ "bad-geometry": 1 });
  });

  test("a property called __proto__ stays inert", () => {
    const { data } = readGeoJson('{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"__proto__":{"x":1}}}');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(Object.keys(data.features[0].properties!)).toEqual(["__proto__"]);
  });
});
