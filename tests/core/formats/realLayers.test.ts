// Real layers of four formats against what GDAL makes of them.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readLayer } from "../../../core/formats/readLayerJob.ts";
import { runJob } from "../../../core/job.ts";
import { readGeoPackage } from "../../../electron/geoPackageRead.ts";
import { haveShared, sharedPath } from "../../support/shared.ts";
import { nodeContext } from "../../support/nodeContext.ts";

// Made by GDAL 3.6.2: ogr2ogr -f GeoJSON -t_srs EPSG:4326 -lco COORDINATE_PRECISION=9 /vsistdout/ FILE. Of the first, the
// middle and the last feature: its index, how many positions it has, and the position a third of the way along.
const EXPECTED: readonly { file: string; layer: string; count: number; points: readonly (readonly number[])[] }[] = [
  { file: "layers/sf-police-districts.geojson", layer: "sf-police-districts", count: 10, points: [[0, 725, -122.419649652, 37.794438873], [5, 1035, -122.513139136, 37.772719322], [9, 63, -122.403583527, 37.787766473]] },
  { file: "layers/sf-neighbourhoods.geojson", layer: "sf-neighbourhoods", count: 37, points: [[0, 564, -122.505202126, 37.788260347], [18, 25, -122.47828222, 37.786864148], [36, 1385, -122.407536834, 37.808071803]] },
  { file: "layers/chicago_police_districts.kml", layer: "chicago_police_districts", count: 25, points: [[0, 1448, -87.70263492, 41.970323694], [12, 1124, -87.699528705, 41.73523689], [24, 502, -87.745057752, 41.874755701]] },
  { file: "layers/nottingham_wards.gpkg", layer: "nottingham_wards", count: 20, points: [[0, 40, -1.208945539, 52.973043768], [10, 54, -1.099676698, 52.941975135], [19, 49, -1.195879875, 52.948004661]] },
  { file: "layers/sf-roads-tiger2013-shp.zip", layer: "tl_2013_06075_roads", count: 5739, points: [[0, 3, -122.480715, 37.792429], [2869, 7, -122.475319, 37.730043], [5738, 2, -122.485426, 37.789825]] },
  { file: "layers/sf-public-schools-shp.zip", layer: "schools_public_pt", count: 168, points: [[0, 1, -122.499388548, 37.737330347], [84, 1, -122.431435843, 37.742204099], [167, 1, -122.425107574, 37.718885865]] },
  { file: "sf_2012_four_categories_state_plane_feet_shp.zip", layer: "sf_cartheft", count: 3384, points: [[0, 1, -122.500220405, 37.718954166], [1692, 1, -122.401411633, 37.776921562], [3383, 1, -122.394389082, 37.779255315]] },
  { file: "sf_2012_four_categories_state_plane_feet_shp.zip", layer: "sf_drugs", count: 3897, points: [[0, 1, -122.398452182, 37.722882146], [1948, 1, -122.443225965, 37.801838305], [3896, 1, -122.413163135, 37.774992644]] },
  { file: "sf_2012_four_categories_state_plane_feet_shp.zip", layer: "sf_robbery", count: 2761, points: [[0, 1, -122.453457576, 37.713212153], [1380, 1, -122.409036604, 37.775136635], [2760, 1, -122.407163048, 37.779737633]] },
  { file: "sf_2012_four_categories_state_plane_feet_shp.zip", layer: "sf_vandalism", count: 3430, points: [[0, 1, -122.40649763, 37.798976404], [1715, 1, -122.456866496, 37.771028205], [3429, 1, -122.429128784, 37.769455617]] },
  { file: "sf_2012_four_categories_state_plane_feet_shp.zip", layer: "SFCrime_blocks", count: 579, points: [[0, 8, -122.462639, 37.718211], [289, 13, -122.439502, 37.766576], [578, 14, -122.475617, 37.741275]] },
];

const context = nodeContext;

const known = new Map<string, ReturnType<typeof readFile>>();

function read(file: string) {
  const found = known.get(file) ?? readFile(file);
  known.set(file, found);
  return found;
}

async function readFile(file: string) {
  const bytes = readFileSync(sharedPath("data", ...file.split("/")));
  const name = file.split("/").at(-1)!;
  const source = file.endsWith(".gpkg")
    ? { kind: "geopackage", content: readGeoPackage(bytes) }
    : { kind: "file", file: new Blob([bytes]) };
  return await runJob("readLayer", readLayer, { source, name }, context);
}

const positions = (nested: unknown): number[][] =>
  typeof (nested as number[])[0] === "number" ? [nested as number[]] : (nested as unknown[]).flatMap(positions);

describe.skipIf(!haveShared("data", "layers"))("readLayer", () => {
  test.each(EXPECTED)("$file: $layer has GDAL's $count features, in the same places to a centimetre", async ({ file, layer, count, points }) => {
    const { layers } = await read(file);
    const found = layers.length === 1 ? layers[0] : layers.find(({ name }) => name === layer)!;
    expect(found.data.features).toHaveLength(count);
    for (const [index, length, lon, lat] of points) {
      const { geometry } = found.data.features[index];
      const all = "coordinates" in geometry ? positions(geometry.coordinates) : [];
      expect(all).toHaveLength(length);
      const nearest = Math.min(...all.map((at) => Math.hypot((at[0] - lon) * Math.cos((lat * Math.PI) / 180), at[1] - lat) * 111_320));
      expect(nearest).toBeLessThan(0.01);
    }
  });

  test("the San Francisco zip gives its five layers, and its four categories sum to 13,472", async () => {
    const { layers, notices } = await read("sf_2012_four_categories_state_plane_feet_shp.zip");
    expect(layers.map(({ name }) => name)).toEqual(["sf_cartheft", "sf_drugs", "sf_robbery", "sf_vandalism", "SFCrime_blocks"]);
    expect(layers.slice(0, 4).reduce((sum, { data }) => sum + data.features.length, 0)).toBe(13_472);
    expect(notices.map(({ code }) => code)).toEqual(["reprojected", "reprojected", "reprojected", "reprojected"]);
    expect(notices[0].text).toContain("sf_cartheft: Features moved from the file's own coordinate system to WGS 84: 3,384.");
    expect(layers[0].data.features[0].properties).toMatchObject({ IncidntNum: 120522283, Category: "VEHICLE THEFT", Date: "2012-07-02" });
  });
});
