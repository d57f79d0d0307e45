// `hexbeat document` and `hexbeat export --log` on a small invented project: the file, its tables as GDAL reads them, the refusals.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InputError } from "../../core/errors.ts";
import { planToJson, storeHistory } from "../../core/plan/storeHistory.ts";
import { documentCommand } from "../../electron/cliDocument.ts";
import { exportCommand } from "../../electron/cliExport.ts";
import { withProject } from "../../electron/cliFiles.ts";
import { inventedHistory, NASTY } from "../core/record/inventedDesign.ts";
import { createCli, expectRefusal, json } from "../support/cli.ts";
import { geoPackageFaults, haveGdal, ogrinfo } from "../support/gdal.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-document-"));
afterAll(() => rmSync(folder, { recursive: true }));
const hexbeat = createCli(folder);
const P = "town.hexbeat";
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  const lines = Array.from({ length: 300 }, (_, i) => `2024-02-${`${1 + (i % 28)}`.padStart(2, "0")} ${18 + (i % 5)}:30,${(10 + 0.0001 * (i % 30)).toFixed(6)},${(50 + 0.0001 * (i % 17)).toFixed(6)},Assault`);
  writeFileSync(at("incidents.csv"), ["date,longitude,latitude,offence", ...lines].join("\n"));
  json(hexbeat(["import", "incidents.csv", "-p", P]));
  await withProject(at(P), "write", async ({ host, opened }) => {
    const { id } = opened.project;
    const { base, steps } = storeHistory(inventedHistory());
    await host.startHistory({ id, base, hotspots: 3 });
    for (const [position, step] of steps.entries()) await host.commitStep({ id, position, step, hotspots: 3 });
    await host.putSettings({ id, settings: { cover: { title: "Harbour nights", author: "B. Brown", marking: "OFFICIAL" }, layers: [{ id: "layer-2", visible: false }] } });
    const streets = (name: string, lat: number) =>
      host.putLayer({ id, layer: { id: `layer-${name}`, name: `Layer ${name}`, data: { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: [[9.9, lat], [10.1, lat]] } }] } } });
    await streets("1", 50);
    await streets("2", 50.001);
  });
});

describe("hexbeat document", () => {
  test("writes one HTML file with the project's own cover, layers that are shown, and a sheet a hotspot", async () => {
    expect(await documentCommand([at(P), "-o", at("design.html")])).toEqual({
      file: at("design.html"), hotspots: 3, patrolAreas: 2, exclusions: 2, methods: 0, steps: 3, violations: 0,
    });
    const html = readFileSync(at("design.html"), "utf8");
    expect(html).toMatch(/^<!doctype html>/);
    for (const words of ["<title>Harbour nights</title>", "by B. Brown", "layer 1", 'id="h3"']) expect(html).toContain(words);
    for (const words of ["layer 2", "<script"]) expect(html).not.toContain(words);
  });

  test("takes title, author and marking from the line", async () => {
    await documentCommand([at(P), "-o", at("other.html"), "--title", "A <b> title", "--author", "C. Clark", "--marking", "OFFICIAL-SENSITIVE"]);
    const html = readFileSync(at("other.html"), "utf8");
    for (const words of ["<title>A &lt;b&gt; title</title>", "by C. Clark", "OFFICIAL-SENSITIVE"]) expect(html).toContain(words);
    expect(html).not.toContain("B. Brown");
  });

  test("refuses in words", async () => {
    await expect(documentCommand([at(P)])).rejects.toThrow(/-o FILE\.html/);
    await expect(documentCommand([at(P), "-o", at("long.html"), "--title", "x".repeat(201)])).rejects.toThrow(InputError);
    expectRefusal(hexbeat(["document", P, "-o", "a.html", "--colour", "red"]), 2, /--colour/);
    await withProject(at("empty.hexbeat"), "create", ({ host, opened }) => host.startHistory({ id: opened.project.id, base: planToJson(inventedHistory().entries[0].plan) }));
    await expect(documentCommand([at("empty.hexbeat"), "-o", at("empty.html")])).rejects.toThrow(/Import incidents first/);
  });
});

describe("hexbeat export --log", () => {
  test.skipIf(!haveGdal)("writes a GeoPackage in which GDAL finds no fault, with the log and the record as tables", async () => {
    await exportCommand([at(P), "--hotspots", "--log", "--as", "gpkg", "-o", at("design.gpkg")]);
    expect(geoPackageFaults(at("design.gpkg"))).toBe("");
    const log = ogrinfo("-q", "-al", at("design.gpkg"), "design_log");
    expect(log).toContain("change (String) = moved 50 m to the north-west");
    expect(log).toContain("moved_m (Real) = 50");
    expect(log).toContain(NASTY);
    expect(ogrinfo("-q", "-al", at("design.gpkg"), "design_record")).toContain("item (String) = filter");
  });

  test("writes GeoJSON with the tables as members of the collection, which readers pass over", async () => {
    await exportCommand([at(P), "--hotspots", "--log", "--as", "geojson", "-o", at("design.geojson")]);
    const collection = JSON.parse(readFileSync(at("design.geojson"), "utf8")) as { features: unknown[]; design_log: { step: number; origin: string }[]; design_record: { section: string }[] };
    expect(collection.features).toHaveLength(3);
    expect(collection.design_log.map(({ step, origin }) => [step, origin])).toEqual([[1, "by hand"], [1, "by hand"], [2, "proposal taken over"], [3, "by hand"]]);
    expect(collection.design_record[0]).toEqual({ section: "document", item: "title", value: "Harbour nights" });
  });

  test.skipIf(!haveGdal)("writes GeoJSON that GDAL reads as it does without the tables", () => {
    expect(ogrinfo("-so", "-al", at("design.geojson"))).toContain("Feature Count: 3");
  });

  test("refuses it for a format that holds no tables", async () => {
    await expect(exportCommand([at(P), "--hotspots", "--log", "--as", "kml", "-o", at("a.kml")])).rejects.toThrow(/gpkg or geojson/);
  });
});
