// The forecast by hand: made, looked at, explained, changed by an expert point, found again, stale after another filter, tested.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { mapLayerIds, mapLook } from "./mapPoint.ts";
import { choose, command, faults, fill, ready, reopen, replayOf, shot } from "./steps.ts";
import { expect, test } from "./workbench.ts";

const shots = join(import.meta.dirname, "..", "..", "out", "walk");
/** The Forecast panel's page. */
const turnTo = (page: Page, name: "Make" | "Map" | "Fit" | "Test") => page.locator(".pages").getByText(name, { exact: true }).click();

/** Few blocks and draws: the walk is about the window, not about the numbers. */
async function small(page: Page): Promise<void> {
  await fill(page, "Past blocks", "6");
  await page.getByText("Sampling", { exact: true }).click();
  await fill(page, "Warm-up draws", "20");
  await fill(page, "Kept draws", "20");
}

async function make(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Make the forecast" }).click();
  await expect(page.getByText("As it was made")).toBeVisible({ timeout: 120_000 });
}

test("a forecast is made, explained, compared, changed by an expert point, found again, and stale after another filter", async ({ workbench: { page, projectsFolder } }) => {
  test.setTimeout(400_000);
  await ready(page);
  await command(page, "Forecast");
  await small(page);
  expect.soft(await faults(page), "make").toEqual([]);
  await make(page);
  await expect(page.getByRole("heading", { name: "1 January 2025 to 7 January 2025" })).toBeVisible();
  await expect.poll(() => mapLayerIds(page)).toContain("forecast");
  await expect(page.locator(".legend")).toContainText("share of cells, 00:00–04:00");
  await expect(page.getByText(/^Stale/)).toHaveCount(0);

  // Another window, by keys.
  await page.getByRole("slider", { name: "Window" }).press("ArrowRight");
  await expect(page.locator(".legend")).toContainText("share of cells, 04:00–08:00");
  await shot(page, "forecast-classes");

  // A cell explains itself: by the button the highest, by a click any.
  const explanation = page.getByRole("region", { name: "Why this cell" });
  await page.getByRole("button", { name: "Explain the highest cell" }).click();
  await expect(explanation).toContainText("among the first 20 % of the cells");
  const { box } = await mapLook(page);
  await page.mouse.click(box.x + box.width / 2 - 20, box.y + box.height / 2 + 130);
  await expect(explanation.getByRole("table", { name: "Past events by share" }).getByRole("row").nth(1)).toContainText(/2024, \d\d:\d\d/);
  await expect.poll(() => mapLayerIds(page)).toContain("forecast-events");
  await shot(page, "forecast-explained");
  expect.soft(await faults(page), "map").toEqual([]);

  // Against another window: what changes, and both beside each other with a divider that the keys move.
  await choose(page, "Compare with", "20:00–24:00");
  await expect(page.getByRole("table", { name: "Transitions between classes" })).toBeVisible();
  await expect.poll(() => mapLayerIds(page)).toContain("forecast-change");
  await page.getByText("Swipe", { exact: true }).click();
  const divider = page.getByRole("slider", { name: "Divider between the two forecasts" });
  await divider.press("PageUp");
  await expect(divider).toHaveAttribute("aria-valuenow", "60");
  await expect(divider).toContainText("04:00–08:00");
  await expect.poll(() => mapLayerIds(page)).toContain("forecast-right");
  await shot(page, "forecast-swipe");

  // An expert point of the forecast's own block: the forecast says that it is stale, and the next one has it.
  await page.locator("[data-testid=map]").hover();
  await page.keyboard.press("i");
  await page.mouse.click(box.x + box.width / 2 - 90, box.y + box.height / 2 + 60);
  await page.keyboard.press("Escape");
  await expect(page.getByText("Stale: the expert points changed since it was made.")).toBeVisible();
  await turnTo(page, "Make");
  await fill(page, "Expert weight", "0.3");
  await make(page);
  await expect(page.getByText(/^Stale/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Week from 1 January 2025, model 5, 1 expert point/ })).toBeVisible();
  await choose(page, "Compare with", "Week from 1 January 2025, model 5");
  await expect(page.getByText(/^New in the first 40 %/)).toBeVisible();
  await shot(page, "forecast-expert-change");
  await turnTo(page, "Fit");
  await expect(page.getByText("Expert weight, as given")).toBeVisible();
  await expect(page.getByText(/^\d\.\d h/)).toBeVisible();
  await expect(page.getByRole("img", { name: "Weight of a past block" })).toBeVisible();
  expect.soft(await faults(page), "fit").toEqual([]);
  await shot(page, "forecast-fit");

  // Both are in the project, and the last is on the map again.
  await reopen(page);
  await command(page, "Forecast");
  await turnTo(page, "Map");
  await expect(page.getByRole("heading", { name: "1 January 2025 to 7 January 2025" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^Stale/)).toHaveCount(0);
  await expect.poll(() => mapLayerIds(page)).toContain("forecast");

  // Another filter.
  await page.getByText("Burglary", { exact: true }).click();
  await expect(page.getByText("Stale: the filter changed since it was made.")).toBeVisible();
  await shot(page, "forecast-stale");

  // The command line makes both again, to the same numbers.
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "forecast" }, { job: "forecast" }] });
});

test("for working days, in the districts alone: the kind of day has its weight, and the command line makes it again", async ({ workbench: { page, projectsFolder } }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 1400, height: 900 });
  await ready(page);
  await command(page, "Forecast");
  await small(page);
  await choose(page, "Days", "Working days");
  const holidays = "Public holidays, as 2025-12-25, …";
  await fill(page, holidays, "2024-12-25, 2025-02-30");
  await expect(page.getByRole("alert").filter({ hasText: "2025-02-30" })).toHaveText(/^"2025-02-30" is not a day. Write year, month and day/);
  await fill(page, holidays, "2024-12-25, 2024-12-26");
  await expect(page.getByText(/is not a day/)).toHaveCount(0);
  await choose(page, "Study area", /^Layer Districts/i);
  expect.soft(await faults(page), "make").toEqual([]);
  await shot(page, "forecast-days-make");
  await make(page);
  await expect(page.getByText("working days", { exact: true })).toBeVisible();
  await expect(page.getByText("2 named")).toHaveAttribute("title", "2024-12-25, 2024-12-26");
  await expect(page.getByText(/whose centre lies in the study area, the layer Districts\.$/i)).toBeVisible();
  await page.getByRole("button", { name: "Explain the highest cell" }).click();
  await expect(page.getByRole("region", { name: "Why this cell" })).toContainText("among the first 20 % of the cells");
  await turnTo(page, "Fit");
  await expect(page.getByLabel("Kind of day", { exact: true })).toContainText(/λ0\.\d\d0\.\d\d to 0\.\d\d/);
  await expect(page.getByRole("table", { name: "Diagnostics of each parameter" })).toContainText("λ, kind of day");
  expect.soft(await faults(page), "fit").toEqual([]);
  await shot(page, "forecast-days-fit");
  await page.getByRole("button", { name: "Dark theme" }).click();
  await turnTo(page, "Map");
  await page.getByText("As it was made").scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "Take it off the map" }).scrollIntoViewIfNeeded();
  await shot(page, "forecast-days-map-dark");

  // Silverman's rule has nothing to learn it with.
  await turnTo(page, "Make");
  await choose(page, "Model", /^3 /);
  await expect(page.getByText(/^Silverman’s rule estimates nothing, and so not/)).toBeVisible();
  await shot(page, "forecast-days-silverman-dark");

  await command(page, "Results and how they were made");
  await expect(page.getByRole("dialog")).toContainText("Week from 1 January 2025, model 5, working days");
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "forecast" }] });
});

test("models are tested on the last blocks, side by side, and the scores go out as CSV", async ({ workbench: { page, projectsFolder } }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 1400, height: 900 });
  await ready(page);
  await command(page, "Forecast");
  await small(page);
  await page.getByText("Plug-in", { exact: true }).click();
  await turnTo(page, "Test");
  await page.getByText("3 · Space and time, Silverman's rule").click();
  await page.getByText("Self-exciting (near repeats)").click();
  await page.getByText("Random", { exact: true }).click();
  await fill(page, "Last blocks", "2");
  await fill(page, "Old maps, blocks", "1");
  await page.getByRole("button", { name: "Test", exact: true }).last().click();
  const scores = page.getByRole("table", { name: "Scores by model" });
  await expect(scores.getByRole("row")).toHaveCount(5, { timeout: 120_000 });
  await expect(scores.getByRole("row").nth(1)).toContainText(/^30\.[5-9]\d\d ± 0\.\d\d\d/);
  await expect(scores.getByRole("row").nth(3)).toContainText(/^self-exciting0\.[5-9]\d\d ± 0\.\d\d\d/);
  await expect(scores.getByRole("row").nth(4)).toContainText(/^random0\.[45]\d\d ± 0\.\d\d\d/);
  await expect(page.getByText("Model 3 less model 5")).toBeVisible();
  await expect(page.getByText("Self-exciting less model 5")).toBeVisible();
  await expect(page.getByRole("img", { name: "Event-area curve" })).toBeVisible();
  await expect(page.getByRole("img", { name: "AUC by block" })).toBeVisible();
  await page.getByText("The cost of old maps").click();
  await expect(page.getByRole("table", { name: "AUC on old maps" }).getByRole("row")).toHaveCount(9);
  await page.getByText("Hit rate, PAI, PEI*").click();
  await expect(page.getByRole("table", { name: "Hit rate, PAI and PEI* by model" }).getByRole("row")).toHaveCount(5);
  await page.getByText("The self-exciting model’s fits").click();
  await expect(page.getByLabel("The self-exciting model’s fits", { exact: true })).toContainText("of 100, 200, 400, 800 m");
  expect.soft(await faults(page), "test").toEqual([]);
  await scores.scrollIntoViewIfNeeded();
  await shot(page, "forecast-test");
  await page.getByRole("button", { name: "Dark theme" }).click();
  await page.getByRole("img", { name: "AUC by block" }).scrollIntoViewIfNeeded();
  await shot(page, "forecast-test-dark");

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export as CSV" }).click();
  const saved = join(shots, "forecast-test.csv");
  await (await downloading).saveAs(saved);
  const lines = readFileSync(saved, "utf8").trim().split("\r\n");
  expect(lines[0]).toMatch(/^model,block_start,window_from_h,window_to_h,events,/);
  expect(lines).toHaveLength(1 + 4 * 2 * 6);
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "backtest" }] });
});

test("the value of expert knowledge is measured with simulated experts, can be cancelled, and is found again", async ({ workbench: { page, projectsFolder } }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 1400, height: 900 });
  await ready(page);
  await command(page, "Forecast");
  await small(page);
  await fill(page, "Windows, hours of the day", "0-12, 12-24");
  await page.getByText("Plug-in", { exact: true }).click();
  await choose(page, "Study area", "Layer Study area");
  await turnTo(page, "Test");
  await page.getByText("Value of expert knowledge", { exact: true }).click();
  await expect(page.getByText("13 forecasts for each block, 39 in all.")).toBeVisible();
  await fill(page, "Known, %", "10, 500");
  await expect(page.getByText('"500" is not a share in % from 1 to 100. Write numbers such as 10, 20, 30, 50.')).toBeVisible();
  await fill(page, "Known, %", "10, 50");
  await fill(page, "Within, m", "100, 1000");
  await fill(page, "Blocks forecast", "1");
  await page.getByRole("button", { name: "Measure the value" }).click();
  await page.getByRole("button", { name: "Cancel Value of expert knowledge" }).click();
  await expect(page.getByText("Value of expert knowledge was cancelled. Nothing was changed.")).toBeVisible();
  await page.getByRole("button", { name: "Measure the value" }).click();
  const table = page.getByRole("table", { name: "AUC by what an expert knows" });
  await expect(table.getByRole("row")).toHaveCount(1 + 1 + 2 * 2, { timeout: 120_000 });
  await expect(table.getByRole("row").nth(1)).toContainText(/^nothing0\.\d\d\d–0\.\d\d\d0\.\d\d\d$/);
  await expect(table.getByRole("row", { name: /^50 % in 100 m/ })).toContainText(/0\.\d\d\d\+\d+\.\d/);
  await page.getByRole("button", { name: "Export the values as CSV" }).scrollIntoViewIfNeeded();
  expect.soft(await faults(page), "expert value").toEqual([]);
  await shot(page, "forecast-expert-value");
  await page.getByRole("button", { name: "Dark theme" }).click();
  await shot(page, "forecast-expert-value-dark");

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export the values as CSV" }).click();
  const saved = join(shots, "forecast-expert-value.csv");
  await (await downloading).saveAs(saved);
  expect(readFileSync(saved, "utf8").trim().split("\r\n")).toHaveLength(1 + 5 * 2);

  await page.waitForTimeout(1000);
  await page.reload();
  await ready(page);
  await command(page, "Forecast");
  await turnTo(page, "Test");
  await page.getByText("Value of expert knowledge", { exact: true }).click();
  await expect(table.getByRole("row")).toHaveCount(6, { timeout: 30_000 });
  await expect(page.getByText(/^Stale/)).toHaveCount(0);
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "expertValue" }] });
});

test("a forecast that is cancelled leaves nothing behind", async ({ workbench: { page } }) => {
  await ready(page);
  await command(page, "Forecast");
  await page.getByRole("button", { name: "Make the forecast" }).click();
  await page.getByRole("button", { name: "Cancel Forecast" }).click();
  await expect(page.getByText("Forecast was cancelled. Nothing was changed.")).toBeVisible();
  await turnTo(page, "Map");
  await expect(page.getByText("No forecast is on the map.")).toBeVisible();
  expect(await mapLayerIds(page)).not.toContain("forecast");
});
