// Cancelling a job: nothing half-done is left, in the window or in the project, and the next job runs as if nothing had been.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./workbench.ts";

const INCIDENTS = 400_000; // enough to be caught while it is loading
const COUNT = "400,000";

/** Over a region of some 100 km, the same every time. */
function writeIncidents(path: string): void {
  const lines = ["Month,Longitude,Latitude,Crime type"];
  for (let i = 0; i < INCIDENTS; i++) {
    const lon = -2 + ((i * 7919) % 100_003) / 100_003, lat = 52 + ((i * 104_729) % 99_991) / 99_991;
    lines.push(`2024-0${1 + (i % 4)},${lon.toFixed(6)},${lat.toFixed(6)},${i % 3 === 0 ? "Burglary" : "Robbery"}`);
  }
  writeFileSync(path, lines.join("\n"));
}

const jobs = (page: Page) => page.locator(".status-bar .job");

async function beginImport(page: Page, path: string): Promise<void> {
  await expect(page.getByRole("dialog")).toHaveCount(0); // a dialog that is still closing keeps the keys
  const chooser = page.waitForEvent("filechooser", { timeout: 20_000 });
  await page.getByRole("button", { name: /^Import incidents/ }).first().click();
  await (await chooser).setFiles(path);
  await expect(page.getByRole("button", { name: "Load", exact: true })).toBeEnabled({ timeout: 60_000 });
  await page.getByRole("button", { name: "Load", exact: true }).click();
}

test("a cancelled import and a cancelled density leave the project as it was, and the next ones run", async ({ workbench: { page } }) => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), "hexbeat-cancel-"));
  const path = join(folder, "region.csv");
  writeIncidents(path);
  await expect(page.locator(".status-bar")).toContainText("56,714 incidents", { timeout: 90_000 });
  await page.keyboard.press("Control+o");
  await page.getByLabel("New project").fill("Region");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.locator(".project-name")).toHaveText("Region");
  await expect(page.getByText("No incidents yet. When they are loaded")).toBeVisible();

  await beginImport(page, path);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel", exact: true }).click();
  await expect(page.getByText("Loading region.csv was cancelled. Nothing was changed.")).toBeVisible();
  await expect(jobs(page)).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("No incidents yet. When they are loaded")).toBeVisible();
  await page.reload();
  await expect(page.locator(".project-name")).toHaveText("Region", { timeout: 60_000 });
  await expect(page.getByText("No incidents yet. When they are loaded")).toBeVisible();

  await beginImport(page, path);
  await expect(page.getByLabel("Sum of the import")).toContainText(`= ${COUNT} loaded`, { timeout: 120_000 });
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.locator(".status-bar")).toContainText(`${COUNT} incidents`);

  await page.keyboard.press("Control+k");
  await page.keyboard.type("Kernel density");
  await page.keyboard.press("Enter");
  await page.getByText("Quartic", { exact: true }).click();
  await page.getByLabel("Bandwidth, m").fill("20000");
  await page.keyboard.press("Enter");
  await page.getByLabel("Cell, m").fill("200");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Make the surface" }).click();
  await page.getByRole("button", { name: "Cancel Kernel density" }).click({ timeout: 20_000 });
  await expect(page.getByText("Kernel density was cancelled. Nothing was changed.")).toBeVisible();
  await expect(jobs(page)).toHaveCount(0);
  await expect(page.getByText("Peak, incidents per km²")).toHaveCount(0);

  await page.getByText("Gaussian", { exact: true }).click();
  await page.getByLabel("Bandwidth, m").fill("1000");
  await page.keyboard.press("Enter");
  await page.getByLabel("Cell, m").fill("500");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Make the surface" }).click();
  await expect(page.getByText("Peak, incidents per km²")).toBeVisible({ timeout: 60_000 });
  rmSync(folder, { recursive: true });
});
