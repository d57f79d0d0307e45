// Expert points by hand: placed, told what they say, dragged, undone, there after a reload, imported, exported.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { mapLayerIds, mapLook } from "./mapPoint.ts";
import { command, faults, ready, shot } from "./steps.ts";
import { expect, test } from "./workbench.ts";

const status = (page: Page) => page.locator(".status-bar");
const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel(label, { exact: true }).press("Enter");
}

test("a point is placed, told its window, block and note, dragged, undone, redone, and there after a reload", async ({ workbench: { page } }) => {
  await ready(page);
  const { box } = await mapLook(page);
  const at = { x: box.x + box.width / 2 + 40, y: box.y + box.height / 2 - 60 };
  await page.keyboard.press("i");
  await page.mouse.move(at.x, at.y);
  await expect(page.locator(".floater")).toContainText(/^Expert point · 20:00–24:00 · from \d+ \w+ \d{4}$/);
  await page.waitForTimeout(300);
  await shot(page, "expert-tool");
  await page.mouse.click(at.x, at.y);
  await expect(status(page)).toContainText("1 selected");
  await page.keyboard.press("Escape");
  await expect.poll(() => mapLayerIds(page)).toContain("expert-points");

  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("E18");
  await expect(page.getByLabel("Author", { exact: true })).toHaveValue("");
  await type(page, "From, hour", "10 pm");
  await type(page, "To, hour", "2:30");
  await expect(page.getByText("4.5 h, passes midnight")).toBeVisible();
  await expect(page.getByText("00:15")).toBeVisible();
  await type(page, "Block from", "2025-01-06");
  await type(page, "Note", "Two bars close together");
  await type(page, "Author", "Beat team 3");
  await type(page, "To, hour", "25");
  await expect(page.getByText('"25" is no hour of the day. Enter 0 to 24, such as 20, 20:30 or 8 pm.')).toBeVisible();
  await page.getByRole("button", { name: "Dismiss" }).first().click();

  // Dragged with the Select tool: one step, and the coordinates follow.
  const easting = page.getByLabel("Easting, m");
  const before = Number.parseFloat(await easting.inputValue());
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 50, at.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Number.parseFloat(await easting.inputValue())).toBeGreaterThan(before + 1);
  const moved = await easting.inputValue();
  await page.keyboard.press("Control+z");
  await expect.poll(async () => Number.parseFloat(await easting.inputValue())).toBe(before);
  await page.keyboard.press("Control+Shift+z");
  await expect(easting).toHaveValue(moved);
  await shot(page, "expert-card");
  expect(await faults(page)).toEqual([]);

  // The next one is like the last, and the author is remembered.
  await page.keyboard.press("i");
  await page.mouse.click(at.x - 80, at.y + 60);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("E19");
  await expect(page.getByLabel("Author", { exact: true })).toHaveValue("Beat team 3");
  await expect(page.getByLabel("From, hour", { exact: true })).toHaveValue("22:00");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(status(page)).toContainText("Nothing selected");
  await page.mouse.move(at.x + 50, at.y);
  await expect.poll(() => mapLayerIds(page)).toContain("hovered-point");
  await page.waitForTimeout(300);
  await shot(page, "expert-hover");

  await tab(page, "Expert points").click();
  const table = page.getByRole("table", { name: "Expert points" });
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(table.getByRole("row").nth(1)).toContainText("E1822:00–02:306 January 2025Beat team 3");
  await page.waitForTimeout(1000); // settings and preferences are kept half a second after a change
  await page.reload();
  await ready(page);
  await tab(page, "Expert points").click();
  await expect(table.getByRole("row")).toHaveCount(3);
  await table.getByRole("row").nth(1).dblclick();
  await tab(page, "Selected").click();
  await expect(easting).toHaveValue(moved);
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("Two bars close together");
  await page.getByRole("tabpanel").filter({ has: easting }).getByRole("button", { name: "Delete", exact: true }).click();
  await tab(page, "Expert points").click();
  await expect(table.getByRole("row")).toHaveCount(2);
  await page.locator("[data-testid=map]").hover();
  await page.keyboard.press("Control+z");
  await expect(table.getByRole("row")).toHaveCount(3);
});

test("points come from a CSV with a report that adds up, and go out as one that comes back", async ({ workbench: { page } }) => {
  await ready(page);
  const folder = mkdtempSync(join(tmpdir(), "hexbeat-expert-"));
  const { centre: [lon, lat] } = await mapLook(page);
  const csv = join(folder, "expert.csv");
  writeFileSync(csv, [
    "lon,lat,week,from,to,note,author",
    `${lon},${lat},2025-01-06,20,2,"Fair, until late",Beat team 3`,
    `${lon + 0.006},${lat + 0.002},2025-01-06,08:00,12:00,,`,
    `${lon},${lat},2025-01-06,20,26,,`,
    `${lat},${lon},2025-01-06,20,24,,`,
  ].join("\n"));
  const choose = async (path: string): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await command(page, "Import expert points");
    await (await chooser).setFiles(path);
  };
  await choose(csv);
  await expect(page.getByLabel("Sum of the expert points")).toHaveText("4 rows = 2 points + 2 set aside");
  await expect(page.getByText('Line 4: "26" is no hour from 0 to 24 for the window to end at.')).toBeVisible();
  await expect(page.getByText(/Line 5: .*km away from the incidents/)).toBeVisible();
  await expect(status(page)).toContainText("2 selected");
  await expect.poll(() => mapLayerIds(page)).toContain("expert-points-names"); // the map has flown there
  await mapLook(page);
  await page.waitForTimeout(1000);
  await shot(page, "expert-import");
  expect.soft(await faults(page), "light").toEqual([]);
  await page.getByRole("button", { name: "Dark theme" }).click();
  await mapLook(page);
  await shot(page, "expert-import-dark");
  expect.soft(await faults(page), "dark").toEqual([]);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const saved = join(folder, "out.csv");
  await (await downloading).saveAs(saved);
  expect(readFileSync(saved, "utf8")).toContain('2025-01-06,20:00,02:00,"Fair, until late",Beat team 3');
  await choose(saved);
  await expect(page.getByLabel("Sum of the expert points")).toHaveText("2 rows = 2 points + 0 set aside");
  await page.getByRole("button", { name: "Put away" }).click();
  await expect(page.getByRole("table", { name: "Expert points" }).getByRole("row")).toHaveCount(5);

  // By the keys alone: the arrows move the map under its middle, Enter places.
  await page.mouse.move(5, 5);
  await page.getByRole("application", { name: "Map" }).locator("canvas").first().focus();
  await page.keyboard.press("i");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("table", { name: "Expert points" }).getByRole("row")).toHaveCount(6);
  await page.keyboard.press("Control+z");

  writeFileSync(csv, `lon,lat,date,from,to\n${lon},${lat},05/03/2025,20,24`);
  await choose(csv);
  await expect(page.getByText(/"05\/03\/2025".*no date of the column proves which/)).toBeVisible();
  await expect(page.getByRole("table", { name: "Expert points" }).getByRole("row")).toHaveCount(5);
  rmSync(folder, { recursive: true, force: true });
});
