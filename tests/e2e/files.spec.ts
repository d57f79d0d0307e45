// Files in and out: a layer, the plan exported and taken in again, a copy of the project, an offline basemap.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { haveShared, sharedPath } from "../support/shared.ts";
import { mapLook } from "./mapPoint.ts";
import { command, ready } from "./steps.ts";
import { expect, test } from "./workbench.ts";

const BASEMAP = ["data", "layers", "sf-basemap.pmtiles"] as const;

async function choose(page: Page, words: string, path: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await command(page, words);
  await (await chooser).setFiles(path);
}

async function exportAs(page: Page, format: RegExp, path: string): Promise<void> {
  await page.keyboard.press("Control+e");
  await page.getByRole("dialog").getByRole("button", { name: /GeoPackage/ }).click();
  await page.getByRole("option", { name: format }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await (await downloading).saveAs(path);
}

test("every export comes back as the same shapes, in one step of history each", async ({ workbench: { page } }) => {
  const folder = mkdtempSync(join(tmpdir(), "hexbeat-files-"));
  await ready(page);
  const hotspots = page.getByRole("table", { name: "Captured" }).getByRole("row").nth(1);
  const before = await hotspots.innerText();
  for (const [format, ending] of [[/GeoPackage/, "gpkg"], [/GeoJSON/, "geojson"], [/KML/, "kml"], [/CSV/, "csv"]] as const) {
    const path = join(folder, `plan.${ending}`);
    await exportAs(page, format, path);
    expect(readFileSync(path).length).toBeGreaterThan(1000);
    await choose(page, "Import hotspots and patrol areas", path);
    await expect(page.locator(".status-bar")).toContainText("15 selected", { timeout: 20_000 });
    await expect(hotspots).toContainText("24 hotspots");
    // Each shape lies on its original: counted once, the plan holds what it held.
    expect((await hotspots.innerText()).replace("24", "12")).toBe(before);
    await page.keyboard.press("Control+z");
    await expect(hotspots).toHaveText(before.split("\t").join(""));
  }
  rmSync(folder, { recursive: true, force: true });
});

test("a layer joins the tree, filters as the study area, and is there after a reload", async ({ workbench: { page } }) => {
  await ready(page);
  await choose(page, "Add a layer", join(import.meta.dirname, "..", "..", "assets", "sample", "districts.geojson"));
  await expect(page.getByText("1 layer(s), 7 features.")).toBeVisible();
  const tree = page.getByRole("grid", { name: /Layers/ });
  await expect(tree.getByRole("row", { name: "districts", exact: true })).toBeVisible();
  await page.getByRole("button", { name: /Inside/ }).click();
  await page.getByRole("option", { name: /^districts: .*Central/ }).click();
  await expect(page.locator(".status-bar")).toContainText(/of 56,714 incidents/);
  const status = await page.locator(".status-bar").innerText();
  await page.waitForTimeout(1000); // settings are kept half a second after a change
  await page.reload();
  await expect(page.locator(".status-bar")).toContainText(/[\d,]+ of 56,714 incidents/.exec(status)?.[0] ?? "none", { timeout: 60_000 });
  await expect(tree.getByRole("row", { name: "districts", exact: true })).toBeVisible();
});

test("a copy of the project holds the same plan and leaves the first one alone", async ({ workbench: { page } }) => {
  await ready(page);
  await page.keyboard.press("Control+Shift+s");
  await page.getByLabel("Name of the copy").fill("Second");
  await page.getByRole("button", { name: "Save the copy" }).click();
  await expect(page.getByText('Saved a copy as "Second".')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("Control+o");
  await page.getByRole("row", { name: "Second" }).dblclick();
  await expect(page.locator(".project-name")).toContainText("Second", { timeout: 60_000 });
  await expect(page.getByRole("table", { name: "Captured" })).toContainText("12 hotspots");
});

test("an offline basemap is drawn with its attribution, and no request leaves the machine", async ({ workbench: { page } }) => {
  test.skip(!haveShared(...BASEMAP), `SKIPPED: ${BASEMAP.join("/")} is not beside this checkout`);
  await ready(page);
  await choose(page, "Add a basemap file", sharedPath(...BASEMAP));
  await expect(page.getByText(/OpenStreetMap/)).toBeVisible({ timeout: 30_000 });
  expect((await mapLook(page)).zoom).toBeGreaterThan(1);
});
