// What the exports look like to the programs that read them.

import { describe, expect, test } from "vitest";
import { geoPackageContentOf } from "../../../core/formats/geoPackageContentOf.ts";
import { planFeatures } from "../../../core/formats/planFeatures.ts";
import { writeCsv } from "../../../core/formats/writeCsv.ts";
import { writeGeoJson } from "../../../core/formats/writeGeoJson.ts";
import { writeKml } from "../../../core/formats/writeKml.ts";
import { EMPTY_PLAN, type Hotspot } from "../../../core/plan/plan.ts";

const hotspot = (id: string, values: Partial<Hotspot>): Hotspot => ({
  id,
  name: id.toUpperCase(),
  shape: { kind: "hexagon", centre: { x: 1000, y: -500 }, side: 150, rotation: 0 },
  rank: null,
  note: "",
  locked: false,
  ...values,
});

const features = (...hotspots: Hotspot[]) =>
  planFeatures({
    plan: { ...EMPTY_PLAN, hotspots },
    plane: { kind: "local", lon0: -122.44, lat0: 37.76 },
    statistics: new Map([["h1", { incidents: 7, shareOfIncidents: 0.07, shareOfArea: 0.0005 }]]),
    source: "invented.csv",
    filter: "burglary",
    period: "2012",
    parameters: { top_n: 20 },
    made: "2026-11-22T20:00:00.000Z",
    version: "0.1.0",
  });

describe("planFeatures", () => {
  test("a hexagon carries its exact parameters, its numbers, and where they come from", () => {
    const { layers, parameters } = features(hotspot("h1", { rank: 1 }));
    expect(layers.map(({ name }) => name)).toEqual(["hotspots"]);
    const values = Object.fromEntries(layers[0].columns.map(({ name }, i) => [name, layers[0].features[0].attributes[i]]));
    expect(values).toMatchObject({
      layer: "hotspots", id: "h1", name: "H1", kind: "hexagon", rank: 1, locked: false, edge_m: 150, rotation_degrees: 30, buffer_m: 75,
      centre_easting: 1000, centre_northing: -500, area_m2: 58456.7, incidents: 7, share_of_incidents: 0.07, share_of_area: 0.0005,
      source: "invented.csv", filter: "burglary", period: "2012", made: "2026-11-22T20:00:00.000Z", version: "0.1.0",
    });
    expect(parameters).toMatchObject({ application: "Hexbeat 0.1.0", buffer_m: 75, top_n: 20 });
  });

  test("a hotspot without numbers has empty ones, not zeros", () => {
    const { layers } = features(hotspot("h2", {}));
    expect(layers[0].features[0].attributes[layers[0].columns.findIndex(({ name }) => name === "incidents")]).toBeNull();
  });
});

describe("writeGeoJson", () => {
  test("it is RFC 7946: no crs member, closed anticlockwise rings, seven decimals", () => {
    const text = writeGeoJson(features(hotspot("h1", {})));
    const parsed = JSON.parse(text);
    expect(parsed.crs).toBeUndefined();
    expect(parsed.parameters.filter).toBe("burglary");
    const [ring] = parsed.features[0].geometry.coordinates as [number, number][][];
    expect(ring).toHaveLength(7);
    expect(ring[6]).toEqual(ring[0]);
    const twice = ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i][0] - ring[0][0]) * (y - ring[0][1]) - (x - ring[0][0]) * (ring[i][1] - ring[0][1]), 0);
    expect(twice).toBeGreaterThan(0);
    for (const number of text.match(/-?\d+\.\d{8,}/g) ?? []) expect.fail(`${number} has more than seven decimals`);
  });
});

describe("writeCsv", () => {
  test("text that a spreadsheet would run gets an apostrophe; numbers do not", () => {
    const starts = ["=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20", "'="];
    for (const start of starts) expect(writeCsv(features(hotspot("h1", { note: `${start}1+1` })))).toContain(`'${start}1+1`);
    const text = writeCsv(features(hotspot("h1", { note: "plain" })));
    expect(text).toContain(",-500,");
    expect(text).not.toContain("'");
  });

  test("quotes, commas and line breaks are RFC 4180's", () => {
    const text = writeCsv(features(hotspot("h1", { name: 'A "b", c', note: "two\nlines" })));
    expect(text).toContain('"A ""b"", c","two\nlines"');
    expect(text.split("\r\n")).toHaveLength(3);
    expect(text).toMatch(/"POLYGON \(\(-122\.\d{7} 37\.\d{7}, /);
  });
});

describe("writeKml", () => {
  test("markup and control characters in names cannot break the file", () => {
    const text = writeKml(features(hotspot("h1", { name: '</name><script>&"', note: "a\u0000b\uD800" })));
    expect(text).toContain("<name>&lt;/name&gt;&lt;script&gt;&amp;&quot;</name>");
    expect(text).toContain("a\uFFFDb\uFFFD");
    expect(text).not.toContain("<script>");
  });
});

describe("geoPackageContentOf", () => {
  test("values fit their columns' types", () => {
    const { layers, tables } = geoPackageContentOf(features(hotspot("h1", { rank: 3, locked: true })));
    for (const [i, { name, type }] of layers[0].columns.entries()) {
      const value = layers[0].rows[0][i];
      if (value === null) continue;
      expect(typeof value, name).toBe(["TEXT", "DATETIME"].includes(type) ? "string" : "number");
    }
    expect(layers[0]).toMatchObject({ name: "hotspots", geometryType: "POLYGON", srs: 4326 });
    expect(tables[0].rows).toContainEqual(["top_n", "20"]);
  });
});
