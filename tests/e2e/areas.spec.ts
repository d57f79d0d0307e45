// Hexagons placed with a bound, and patrol areas drawn from concentrations, on the sample project: both of the trials' designs by hand.

import type { Page } from "@playwright/test";
import { mapLayerIds } from "./mapPoint.ts";
import { command, faults, fill, ready, replayOf, reopen, shot, turnTo } from "./steps.ts";
import { expect, test } from "./workbench.ts";

test.use({ viewport: { width: 1400, height: 900 } });

const table = (page: Page, name: string) => page.getByRole("table", { name, exact: true });
const number = (text: string): number => Number(text.replaceAll(/[^\d.]/g, ""));

async function bothThemes(page: Page, name: string): Promise<void> {
  await shot(page, `${name}-light`);
  expect.soft(await faults(page), `${name}, light`).toEqual([]);
  await page.getByRole("button", { name: "Dark theme" }).click();
  await shot(page, `${name}-dark`);
  expect.soft(await faults(page), `${name}, dark`).toEqual([]);
  await page.getByRole("button", { name: "Dark theme" }).click();
}

test("hexagons are nudged all at once, the best set is found with its bound and taken over, and concentration is measured", async ({ workbench: { page, projectsFolder } }) => {
  test.setTimeout(180_000);
  await ready(page);
  await turnTo(page, "Place");
  const before = await page.getByRole("button", { name: /^For all \d+ unlocked$/ }).innerText();
  await page.getByRole("button", { name: /^For all \d+ unlocked$/ }).click();
  await expect(page.getByText(/hexagons moved: \d+ incidents inside, \d+ more than before/)).toBeVisible({ timeout: 60_000 });
  const gained = await table(page, "What each gained").getByRole("row").count();
  expect(gained).toBeGreaterThan(1);
  await page.keyboard.press("Control+z");

  await fill(page, "Hexagons", `${number(before)}`);
  await fill(page, "Search for, s", "5");
  await page.getByRole("button", { name: "Find the best set" }).click();
  await expect(page.getByRole("heading", { name: /^\d+ hexagons proposed$/ })).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => mapLayerIds(page)).toContain("proposed-line");
  const compared = table(page, "Sets compared");
  const inside = async (set: string): Promise<number> => number(await compared.getByRole("row", { name: new RegExp(`^${set}`) }).getByRole("cell").nth(1).innerText());
  expect(await inside("Proposed")).toBeGreaterThanOrEqual(await inside("Greedy"));
  await expect(compared.getByRole("row", { name: /^Proposed/ }).getByRole("cell").nth(3)).toHaveText("0");
  await page.getByText("Hexagon by hexagon", { exact: true }).click();
  await bothThemes(page, "areas-best-set");
  await page.getByRole("button", { name: /^Replace \d+ hotspots$/ }).click();
  await expect.poll(() => mapLayerIds(page)).not.toContain("proposed-line");
  const spacing = table(page, "Hotspots").getByText("violated", { exact: true });
  await expect(spacing).toHaveCount(0);

  await turnTo(page, "Concentration");
  await page.getByRole("button", { name: "Measure it" }).click();
  await expect(page.locator("p", { hasText: /of cells hold 25 % of incidents, .* hold 50 % and .* hold 80 %/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel("The plan against the best")).toContainText("Plan ÷ best");
  await bothThemes(page, "areas-concentration");

  // In the project, found again, and made again to the same numbers.
  await reopen(page);
  await turnTo(page, "Place");
  await expect(page.getByRole("heading", { name: /^\d+ hexagons proposed$/ })).toBeVisible({ timeout: 30_000 });
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "placeHexagons" }, { job: "concentrationOfCrime" }] });
});

test("patrol areas are drawn from the cells that hold 30 % of crime, with the meter beside them", async ({ workbench: { page } }) => {
  test.setTimeout(180_000);
  await ready(page);
  await command(page, "Select all hotspots");
  await page.keyboard.press("Delete");
  await command(page, "Kernel density");
  await page.getByRole("button", { name: "Make the surface" }).click();
  await expect(page.getByText("Peak, incidents per km²")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("tab", { name: "Hotspots", exact: true }).click();
  await turnTo(page, "Areas");
  await page.getByRole("button", { name: "Find the cells" }).click();
  await expect(page.getByText(/of \d+ cells? .* hold 30\.\d % of the incidents/)).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => mapLayerIds(page)).toContain("target-cells-outline");
  await shot(page, "areas-target");
  await table(page, "Concentrations").getByRole("button", { name: "C1", exact: true }).click();
  await page.getByRole("button", { name: "Outline C1", exact: true }).click();
  const meter = table(page, "What the areas hold");
  await expect(meter.getByRole("button", { name: "P19", exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator(".status-bar")).toContainText("1 selected");

  // A second patrol area of the same hotspot, drawn by hand.
  await command(page, "Draw a patrol area");
  const box = (await page.locator("[data-testid=map]").boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  for (const [dx, dy] of [[-60, -60], [40, -60], [40, 50], [-60, 50]]) await page.mouse.click(middle.x + dx, middle.y + dy);
  await page.keyboard.press("Enter");
  await expect(meter.locator("th.part").getByRole("button", { name: "P20", exact: true })).toBeVisible();

  // The meter follows a drag, and stands again when it is given up.
  const drawn = meter.getByRole("row", { name: /^P20/ });
  const held = await drawn.innerText();
  await page.keyboard.press("v");
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 150, middle.y - 100, { steps: 5 });
  await expect.poll(() => drawn.innerText()).not.toBe(held);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect.poll(() => drawn.innerText()).toBe(held);

  await page.getByText("Every offence beside those of the filter", { exact: true }).click();
  await expect(meter.getByRole("columnheader", { name: "All", exact: true })).toBeVisible({ timeout: 30_000 });
  await page.getByText("Mark on the map what is just outside", { exact: true }).click();
  await expect.poll(() => mapLayerIds(page)).toContain("just-outside");
  await bothThemes(page, "areas-meter");
  await turnTo(page, "Ground and around");
  await expect(meter).toContainText(/\d+ min/);

  // The hours without offences, of all hotspots and of one.
  await page.getByRole("button", { name: "Leave out the quiet hours of all" }).click();
  const hours = table(page, "Hours of the hotspots");
  await expect(hours.getByRole("row", { name: /^H18/ })).toBeVisible();
  await shot(page, "areas-hours");
  await hours.getByRole("button", { name: "H18", exact: true }).click();
  const strip = page.getByRole("group", { name: "Incidents by hour of the day" });
  const fifth = strip.getByRole("button", { name: /^5:/ });
  const was = await fifth.getAttribute("aria-pressed");
  await fifth.click();
  await expect(fifth).toHaveAttribute("aria-pressed", was === "true" ? "false" : "true");
  await bothThemes(page, "areas-hotspot-hours");
});
