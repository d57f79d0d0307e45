// The record of a design by hand: steps told with what they gained, the cover kept, the document saved, printed and looked into.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { command, choose, faults, fill, ready, reopen, shot } from "./steps.ts";
import { expect, test } from "./workbench.ts";

test.use({ viewport: { width: 1400, height: 900 } });

const walk = join(import.meta.dirname, "..", "..", "out", "walk");

test("each step is told with what it gained, and the document holds all of it on printable sheets", async ({ workbench: { page }, browser }) => {
  await ready(page);
  await page.getByRole("radio", { name: "Record" }).click();
  await expect(page.getByText("No step yet.", { exact: false })).toBeVisible();

  await command(page, "H4");
  await expect(page.locator(".status-bar")).toContainText("1 selected");
  await command(page, "Best place nearby");
  const log = page.getByRole("listbox", { name: "Steps, the newest first" });
  await expect(log.getByRole("option")).toHaveCount(1);
  await page.locator("canvas.maplibregl-canvas").focus();
  await page.keyboard.press("]");
  await page.keyboard.press("ArrowUp");
  await expect(log.getByRole("option")).toHaveCount(3);
  await expect(log.getByRole("option").first()).toContainText(/^3 Move H4 by 1 m\s*by hand.*H4 moved 1 m to the north; [\d,]+ incidents/);
  await expect(log.getByRole("option").last()).toContainText(/proposal taken over.*now [\d,]+ \(\+\d+\)/);
  await expect(log.getByRole("option").last()).toContainText(/resolved: H4 is .* from H12; needs 150 m/);

  // A step selects what it changed; the list can be of one hotspot.
  await page.keyboard.press("Escape");
  await log.getByRole("option").first().click();
  await expect(page.locator(".status-bar")).toContainText("1 selected");
  await choose(page, "Steps of", /^H4$/);
  await expect(page.getByText(/^3 steps; moving, turning and reshaping/)).toBeVisible();

  await fill(page, "Title", "Harrowmere by night");
  await fill(page, "Author", "A. Analyst");
  await choose(page, "Protective marking", "OFFICIAL-SENSITIVE");
  await shot(page, "record-light");
  expect.soft(await faults(page), "light").toEqual([]);
  await command(page, "Dark theme");
  await shot(page, "record-dark");
  expect.soft(await faults(page), "dark").toEqual([]);
  await command(page, "Light theme");

  // The cover and the log are there after a restart.
  await reopen(page);
  await page.getByRole("radio", { name: "Record" }).click();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Harrowmere by night");
  await expect(log.getByRole("option")).toHaveCount(3);

  const exporting = page.waitForEvent("download");
  await page.keyboard.press("Control+e");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const hotspots = readFileSync(await (await exporting).path());
  for (const words of ["design_log", "design_record", "Move H4 to the best place nearby"]) expect(hotspots.includes(words), words).toBe(true);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the document" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/ design\.html$/);
  const path = join(walk, "design.html");
  await download.saveAs(path);
  expect(readFileSync(path, "utf8").length).toBeLessThan(3_000_000);

  const sheets = await browser.newPage();
  const requests: string[] = [];
  sheets.on("request", (request) => requests.push(request.url()));
  await sheets.goto(pathToFileURL(path).href);
  await expect(sheets.getByRole("heading", { level: 1 })).toHaveText("OFFICIAL-SENSITIVEHarrowmere by night");
  await expect(sheets.locator(".sheet")).toHaveCount(1 + 1 + 12 + 1);
  await expect(sheets.locator("#H4")).toContainText(/Step 1, proposal taken over: H4 moved \d+ m/);
  expect(requests).toEqual([pathToFileURL(path).href]);
  const pdf = await sheets.pdf({ preferCSSPageSize: true });
  writeFileSync(join(walk, "design.pdf"), pdf);
  // A sheet a hotspot: none runs over on to a second one.
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBe(1 + 1 + 12 + 1);
  await sheets.close();
});
