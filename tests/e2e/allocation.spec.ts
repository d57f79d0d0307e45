// An allocation by hand: searched with its proof, a car dragged with the numbers live, the best move, undo; kinds; a search that is stopped; found again.

import type { Page } from "@playwright/test";
import { mapLayerIds, mapLook } from "./mapPoint.ts";
import { choose, command, faults, fill, ready, reopen, replayOf, shot } from "./steps.ts";
import { expect, test } from "./workbench.ts";

test.use({ viewport: { width: 1400, height: 900 } });

const worth = (page: Page) => page.getByLabel("What it is worth");
const byHand = (page: Page) => page.getByText("moved by hand", { exact: true });

async function search(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Find the best places" }).click();
}

test("cars are posted with a proof, dragged, brought back by the best move, posted by kind, and found again", async ({ workbench: { page } }) => {
  test.setTimeout(180_000);
  await ready(page);
  await command(page, "Patrol allocation");
  await choose(page, "Objective", "Least mean distance");
  await page.getByText("When the search ends", { exact: true }).click();
  await fill(page, "Gap, %", "0");
  await page.getByText("Kinds of vehicles", { exact: true }).click();
  await page.getByText(/^Places and rules/).click();
  expect.soft(await faults(page), "choices").toEqual([]);
  await search(page);
  await expect(page.getByRole("heading", { name: "10 cars, least mean distance" })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText("the best possible", { exact: true })).toBeVisible();
  await expect.poll(() => mapLayerIds(page)).toEqual(expect.arrayContaining(["vehicles", "vehicles-reach", "vehicles-covered"]));
  await expect(page.locator(".legend")).toContainText("reaches 500 m");
  await expect(page.getByRole("table", { name: "Vehicles", exact: true }).getByRole("row")).toHaveCount(1 + 10);
  await shot(page, "allocation-light");
  expect.soft(await faults(page), "light").toEqual([]);
  const best = await worth(page).textContent();

  // A double click on its line brings a car into the middle of the map. Esc gives a drag up.
  await page.getByRole("button", { name: "car 3", exact: true }).dblclick();
  await page.waitForTimeout(1500);
  const { box } = await mapLook(page);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 120, middle.y + 80, { steps: 5 });
  await expect(worth(page)).not.toHaveText(best!);
  await expect(page.locator(".floater")).toContainText(/% covered .* mean/);
  await expect(page.getByText(/m worse than the best found/)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(worth(page)).toHaveText(best!);
  await expect(byHand(page)).toHaveCount(0);

  // Let go, it is the person's own allocation; the best move makes it the optimum again.
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 150, middle.y, { steps: 5 });
  await page.mouse.up();
  await expect(byHand(page)).toBeVisible();
  await expect(page.getByText(/m worse than the best found/)).toBeVisible();
  await expect(page.getByText(/^Best move: car 3 by/)).toBeVisible();
  await expect.poll(() => mapLayerIds(page)).toContain("vehicles-best-move");
  await shot(page, "allocation-moved");
  const moved = await worth(page).textContent();
  await page.getByRole("button", { name: "Do the best move" }).click();
  await expect(page.getByText(/^As good as the best found/)).toBeVisible();
  await expect(worth(page)).toHaveText(best!);
  await page.getByRole("button", { name: "Undo the move" }).click();
  await expect(worth(page)).toHaveText(moved!);
  await page.getByRole("button", { name: "Undo the move" }).click();
  await expect(byHand(page)).toHaveCount(0);

  // By keys too: the selected car goes a tile.
  await page.getByRole("button", { name: "car 3", exact: true }).click();
  await page.locator("canvas.maplibregl-canvas").focus();
  await page.keyboard.press("ArrowUp");
  await expect(byHand(page)).toBeVisible();
  await page.getByRole("button", { name: "Keep it in the project" }).click();
  await expect(page.getByText(/^Kept in the project/)).toBeVisible();
  await page.getByRole("button", { name: "Dark theme" }).click();
  await shot(page, "allocation-dark-moved");
  expect.soft(await faults(page), "dark").toEqual([]);

  // Kinds, each with a reach of its own.
  await page.getByRole("button", { name: "Use kinds" }).click();
  await choose(page, "Objective", "Most within reach");
  await search(page);
  await expect(page.getByRole("heading", { name: "10 car, 5 foot, most within reach" })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole("table", { name: "Vehicles", exact: true })).toContainText("foot");
  await expect(page.locator(".legend")).toContainText("reaches 300 m");
  await command(page, "Zoom to the incidents");
  await shot(page, "allocation-kinds");

  // A search whose proof takes long: its best stays.
  await choose(page, "Objective", "Distance targets");
  await search(page);
  await expect(page.getByRole("button", { name: "Stop and keep the best" })).toBeEnabled({ timeout: 60_000 });
  await expect(page.getByText("Distance in steps, best so far")).toBeVisible();
  await page.getByRole("button", { name: "Stop and keep the best" }).click({ timeout: 20_000 });
  await expect(page.getByRole("heading", { name: /^10 car, 5 foot, distance targets\s*stopped$/ })).toBeVisible();

  // It is in the project, and on the map again.
  await expect(page.locator(".status-bar .job")).toHaveCount(0);
  await reopen(page);
  await command(page, "Patrol allocation");
  await expect(page.getByRole("heading", { name: /^10 car, 5 foot, distance targets\s*stopped$/ })).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => mapLayerIds(page)).toContain("vehicles");
  await expect(page.getByText(/^Stale/)).toHaveCount(0);
  await page.getByRole("group", { name: "Offences" }).getByText("Burglary", { exact: true }).click();
  await expect(page.getByText("Stale: the filter changed since it was made.")).toBeVisible();
});

test("places are fixed and forbidden by a click, and the command line makes the allocation again", async ({ workbench: { page, projectsFolder } }) => {
  await ready(page);
  await command(page, "Patrol allocation");
  await page.getByText(/^Places and rules/).click();
  await page.getByRole("button", { name: "Fix places" }).click();
  const { box } = await mapLook(page);
  await page.mouse.click(box.x + box.width / 2 - 100, box.y + box.height / 2);
  await page.getByRole("button", { name: "Forbid places" }).click();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Fixed places" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("list", { name: "Forbidden places" }).getByRole("listitem")).toHaveCount(1);
  await expect.poll(() => mapLayerIds(page)).toContain("vehicles-rules");
  expect.soft(await faults(page), "rules").toEqual([]);
  await search(page);
  await expect(page.getByText("the best possible", { exact: true })).toBeVisible({ timeout: 90_000 });
  await page.locator("canvas.maplibregl-canvas").focus();
  await page.getByRole("button", { name: "car 1", exact: true }).click();
  await page.locator("canvas.maplibregl-canvas").focus();
  await page.keyboard.press("ArrowUp");
  await page.getByRole("button", { name: "Keep it in the project" }).click();
  await page.getByText("As it was made", { exact: true }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  expect((await downloading).suggestedFilename()).toMatch(/vehicles\.geojson$/);
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "maximalCovering" }, { job: "maximalCovering" }] });
});
