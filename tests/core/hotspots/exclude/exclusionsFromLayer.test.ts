import type { FeatureCollection, Geometry } from "geojson";
import { describe, expect, it, test } from "vitest";
import { readLayer } from "../../../../core/formats/readLayerJob.ts";
import { area } from "../../../../core/geo/area.ts";
import { contains } from "../../../../core/geo/contains.ts";
import { planeProjection, type Plane } from "../../../../core/geo/plane.ts";
import { isValidPolygon } from "../../../../core/geo/polygonFaults.ts";
import { exclusionsFromLayer } from "../../../../core/hotspots/exclude/exclusionsFromLayer.ts";
import { exclusionsOfCells } from "../../../../core/hotspots/exclude/exclusionsOfCells.ts";
import { runJob } from "../../../../core/job.ts";
import { overrule } from "../../../../core/plan/edits/overrule.ts";
import { replaceRule } from "../../../../core/plan/edits/replaceRule.ts";
import { EMPTY_PLAN } from "../../../../core/plan/plan.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { haveShared } from "../../../support/shared.ts";
import { sharedFile } from "../../../support/sharedFile.ts";

const plane: Plane = { kind: "local", lon0: -122.44, lat0: 37.76 };
const projection = planeProjection(plane);
const lonLat = (x: number, y: number) => [...projection.inverse({ x, y })];
const layer = (...features: readonly (readonly [Geometry, object])[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: features.map(([geometry, properties]) => ({ type: "Feature", geometry, properties })),
});
const point = (x: number, y: number): Geometry => ({ type: "Point", coordinates: lonLat(x, y) });
const line = (...points: readonly (readonly [number, number])[]): Geometry => ({ type: "LineString", coordinates: points.map(([x, y]) => lonLat(x, y)) });
const square = (x: number, y: number, size: number): Geometry => ({
  type: "Polygon",
  coordinates: [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]].map(([east, north]) => lonLat(east, north))],
});
const make = (params: object) => runJob("exclusionsFromLayer", exclusionsFromLayer, { plane, reason: "Crime indoors", ...params }, nodeContext);

describe("exclusionsFromLayer", () => {
  it("keeps a distance from points and polygons that match, and names them", async () => {
    const schools = layer([point(0, 0), { kind: "school", name: "Ash" }], [square(500, 0, 100), { kind: "school", name: "Beech" }], [point(900, 0), { kind: "park", name: "Elm" }]);
    const { exclusions, matched, features } = await make({ layer: schools, title: "Schools", property: "kind", values: ["School"], distance: 30 });
    expect([matched, features]).toEqual([2, 3]);
    expect(exclusions.map(({ name, rule, reason }) => [name, rule, reason])).toEqual([
      ["Ash", "Schools: kind is School, 30 m around", "Crime indoors"],
      ["Beech", "Schools: kind is School, 30 m around", "Crime indoors"],
    ]);
    expect(contains(exclusions[0].shape, 29.9, 0)).toBe(true);
    expect(contains(exclusions[1].shape, 471, 50)).toBe(true);
    expect(contains(exclusions[1].shape, 469, 50)).toBe(false);
  });

  it("takes polygons as they are where there is no distance", async () => {
    const { exclusions: [grounds] } = await make({ layer: layer([square(0, 0, 100), {}]), title: "Grounds" });
    expect(grounds).toMatchObject({ name: "Grounds", rule: "Grounds: 0 m around" });
    expect(area(grounds.shape)).toBeCloseTo(10_000, 3);
  });

  it("gives lines their width, and joins those of one name where they touch", async () => {
    const roads = layer(
      [line([0, 0], [100, 0]), { FULLNAME: "A 1" }], [line([100, 0], [200, 0]), { FULLNAME: "A 1" }], [line([900, 0], [950, 0]), { FULLNAME: "A 1" }],
      [line([100, -50], [100, 50]), { FULLNAME: "Mill Lane" }], [line([0, 0], [0, 99]), {}], [line([0, 0], [0, -99]), {}],
    );
    const { exclusions } = await make({ layer: roads, title: "Roads", width: 20 });
    expect(exclusions.map(({ name }) => name)).toEqual(["A 1", "A 1", "Mill Lane", "Roads", "Roads"]);
    expect(exclusions[0].rule).toBe("Roads: lines 20 m wide");
    expect(area(exclusions[0].shape) / (200 * 20 + Math.PI * 100)).toBeCloseTo(1, 2);
    expect(contains(exclusions[0].shape, 100, 9.99)).toBe(true);
  });

  it("refuses what would exclude nothing", async () => {
    await expect(make({ layer: layer([point(0, 0), {}]), title: "Places" })).rejects.toThrow("distance of 0 m");
    await expect(make({ layer: layer([line([0, 0], [9, 9]), {}]), title: "Roads", distance: 5 })).rejects.toThrow("width of 0 m");
    await expect(make({ layer: layer([point(0, 0), {}]), title: "Places", property: "kind", values: [" "], distance: 5 })).rejects.toThrow("no value of kind");
  });
});

test("exclusionsOfCells names what a cell overlaps; what it only touches and what is overruled it does not", () => {
  const shape = (x: number) => ({ kind: "polygon" as const, rings: [[{ x, y: 0 }, { x: x + 10, y: 0 }, { x: x + 10, y: 10 }, { x, y: 10 }]] });
  const { plan } = replaceRule(EMPTY_PLAN, "Schools", ["Ash", "Beech", "Elm"].map((name, k) => ({ name, reason: "", rule: "Schools", shape: shape(20 * k) })));
  const cells = [shape(5), shape(10), { ...shape(0), rings: [[{ x: -5, y: -5 }, { x: 45, y: -5 }, { x: 45, y: 5 }, { x: -5, y: 5 }]] }];
  const named = (exclusions = plan.exclusions) => exclusionsOfCells(cells, exclusions).map((found) => found.map(({ name }) => name).join(" "));
  expect(named()).toEqual(["Ash", "", "Ash Beech Elm"]);
  expect(named(overrule(plan, "x2", "Closed").plan.exclusions)).toEqual(["Ash", "", "Ash Elm"]);
});

const read = async (file: string): Promise<FeatureCollection> => {
  const { layers } = await runJob("readLayer", readLayer, { source: { kind: "file", file: await sharedFile(`layers/${file}`) }, name: file }, nodeContext);
  return layers[0].data;
};
const ROADS = "sf-roads-tiger2013-shp.zip", SCHOOLS = "sf-public-schools-shp.zip";

describe.skipIf(!haveShared("data", "layers", ROADS) || !haveShared("data", "layers", SCHOOLS))("San Francisco", () => {
  test("every school is in its own exclusion, by the name that its shapefile cuts to FACILITY_N", async () => {
    const { exclusions, matched } = await make({ layer: await read(SCHOOLS), title: "Schools", distance: 30 });
    expect([matched, exclusions.length]).toEqual([168, 168]);
    expect(exclusions[0].name).toBe("Ulloa Elementary School");
    const { x, y } = projection.forward([-122.499388548, 37.737330347]);
    expect(contains(exclusions[0].shape, x, y)).toBe(true);
  });

  test("motorways and dual carriageways are a few dozen exclusions that hold each of their vertices", async () => {
    const layerOfRoads = await read(ROADS);
    const { exclusions, matched } = await make({ layer: layerOfRoads, title: "Motorways", property: "MTFCC", values: ["S1100", "S1200"], width: 24 });
    expect(matched).toBe(356); // 12 and 344, as the attribute table counts them
    expect(exclusions.length).toBeLessThan(60);
    expect(exclusions.every(({ shape }) => isValidPolygon(shape))).toBe(true);
    const vertices = layerOfRoads.features.flatMap(({ geometry, properties }) => (geometry.type === "LineString" && ["S1100", "S1200"].includes(properties?.MTFCC) ? geometry.coordinates : []));
    for (const [lon, lat] of vertices) {
      const { x, y } = projection.forward([lon, lat]);
      expect(exclusions.some(({ shape }) => contains(shape, x, y))).toBe(true);
    }
  });
});
