// Allocations explored by hand: the trade-off, every fleet, effects; places over the draws of a forecast; a grid of predictors.

import { mapLayerIds } from "./mapPoint.ts";
import { choose, command, faults, fill, ready, reopen, replayOf, shot, turnTo } from "./steps.ts";
import { expect, test } from "./workbench.ts";

// A tall window: the panel shows a page at once.
test.use({ viewport: { width: 1400, height: 1500 } });

test("the trade-off and every fleet stand on the map point by point, their effects are told, and all is found again", async ({ workbench: { page, projectsFolder } }) => {
  test.setTimeout(300_000);
  await ready(page);
  await command(page, "Trade-off");
  await fill(page, "Cars", "4");
  await page.getByRole("button", { name: "Find the trade-off" }).click();
  await expect(page.getByRole("heading", { name: /none better in both/ })).toBeVisible({ timeout: 120_000 });

  // A point by pointer, its neighbours by keys.
  const points = page.getByRole("radiogroup", { name: "Coverage against mean distance" }).getByRole("radio");
  await points.first().click();
  await expect(page.getByText(/^On the map: point 1,/)).toBeVisible();
  await expect.poll(() => mapLayerIds(page)).toContain("vehicles");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText(/^On the map: point 2,/)).toBeVisible();
  await expect(points.nth(1)).toBeFocused();
  const table = page.getByRole("table", { name: "Allocations of the trade-off" });
  await table.getByRole("button", { name: "covered" }).click();
  await expect(table.getByRole("columnheader", { name: /covered/ })).toHaveAttribute("aria-sort", "descending");
  await shot(page, "tradeoff-light");
  expect.soft(await faults(page), "trade-off, light").toEqual([]);

  // It is the allocation of the first page, to be moved by hand from there.
  await turnTo(page, "Optimise");
  await expect(page.getByRole("heading", { name: "Trade-off, point 2" })).toBeVisible();
  await shot(page, "tradeoff-optimise");

  // Every fleet, and what a wish needs.
  await turnTo(page, "Fleet");
  await page.getByRole("button", { name: "Try every fleet" }).click();
  await expect(page.getByRole("heading", { name: "1 to 4 cars" })).toBeVisible({ timeout: 120_000 });
  await fill(page, "Cars for, % covered", "30");
  await expect(page.getByText("3 cars; fewer cannot, which is proved.")).toBeVisible();
  await page.getByRole("table", { name: "Fleets" }).getByRole("button", { name: "2", exact: true }).click();
  await expect(page.getByText("On the map: 2 cars.")).toBeVisible();
  await shot(page, "fleet-light");
  await turnTo(page, "Distance");
  await expect(page.getByRole("img", { name: "Mean distance by the number of cars" })).toBeVisible();
  expect.soft(await faults(page), "fleet, light").toEqual([]);

  // Who is covered more and less.
  await turnTo(page, "Explore");
  await page.getByRole("button", { name: "Show the effects" }).click();
  const effects = page.getByRole("table", { name: "Effects on offence types" });
  await expect(effects.getByRole("row").nth(1)).toContainText(/^All together56,71\d/, { timeout: 30_000 });
  await choose(page, "On", "areas of Districts");
  await page.getByRole("button", { name: "Show the effects" }).click();
  await expect(page.getByRole("table", { name: "Effects on Districts" }).getByRole("row").nth(1)).toContainText("All together", { timeout: 30_000 });
  await shot(page, "effects-light");
  expect.soft(await faults(page), "effects, light").toEqual([]);
  await page.getByRole("button", { name: "Dark theme" }).click();
  await shot(page, "effects-dark");
  await turnTo(page, "Fleet");
  await shot(page, "fleet-dark");
  await turnTo(page, "Trade-off");
  await shot(page, "tradeoff-dark");
  expect.soft(await faults(page), "trade-off, dark").toEqual([]);

  // In the project, and made again by the command line to the same numbers.
  await reopen(page);
  await command(page, "Trade-off");
  await expect(page.getByRole("heading", { name: /none better in both/ })).toBeVisible({ timeout: 30_000 });
  await points.first().click();
  await expect(page.getByText(/^On the map: point 1,/)).toBeVisible();
  await turnTo(page, "Fleet");
  await expect(page.getByRole("heading", { name: "1 to 4 cars" })).toBeVisible();
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "frontier" }, { job: "fleetSizes" }] });
});

test("places over the draws of a forecast, and a grid of predictors judged by what happened", async ({ workbench: { page, projectsFolder } }) => {
  test.setTimeout(300_000);
  await ready(page);
  await command(page, "Patrol allocation");
  await turnTo(page, "Uncertainty");
  await expect(page.getByText(/^Make a forecast first/)).toBeVisible();

  // Predictors, objectives and fleets on the last day.
  await turnTo(page, "Explore");
  await page.getByText("Random forest", { exact: true }).click();
  await fill(page, "Training, days", "14");
  expect.soft(await faults(page), "choices").toEqual([]);
  await fill(page, "Cars", "5, 10");
  await page.getByRole("button", { name: "Explore 8 combinations" }).click();
  await expect(page.getByRole("heading", { name: "8 combinations on 6 slots" })).toBeVisible({ timeout: 120_000 });
  const table = page.getByRole("table", { name: "Combinations of 5 cars" });
  await expect(table.getByRole("row")).toHaveCount(1 + 4);
  await table.getByRole("button", { name: "Regression, coverage" }).click();
  await expect.poll(() => mapLayerIds(page)).toContain("vehicles");
  await expect(page.getByText("Regression, coverage, 5 cars: 30 December 2024, late night 02:00–06:00")).toBeVisible();
  await page.getByRole("slider", { name: "Slot on the map" }).press("ArrowRight");
  await expect(page.getByText(/5 cars: 30 December 2024, morning 06:00–10:00/)).toBeVisible();
  await expect(page.getByRole("table", { name: "Every offence with this combination" })).toBeVisible();
  await shot(page, "explore-light");
  expect.soft(await faults(page), "explore, light").toEqual([]);
  await page.getByRole("button", { name: "Dark theme" }).click();
  await shot(page, "explore-dark");

  // A small forecast, and the places in its draws.
  await command(page, "Forecast");
  await fill(page, "Past blocks", "6");
  await page.getByText("Sampling", { exact: true }).click();
  await fill(page, "Warm-up draws", "20");
  await fill(page, "Kept draws", "20");
  await page.getByRole("button", { name: "Make the forecast" }).click();
  await expect(page.getByText("As it was made")).toBeVisible({ timeout: 120_000 });
  await command(page, "Places over the draws");
  await fill(page, "Draws at most", "8");
  await page.getByRole("button", { name: "Post cars in every draw" }).click();
  await expect(page.getByRole("heading", { name: "7 draws" })).toBeVisible({ timeout: 120_000 });
  await expect.poll(() => mapLayerIds(page)).toContain("uncertainty");
  await expect(page.locator(".legend")).toContainText("share of 7 draws in which a car stands there");
  await page.getByRole("button", { name: "Cautious", exact: true }).click();
  await shot(page, "uncertainty-dark");
  expect.soft(await faults(page), "uncertainty, dark").toEqual([]);
  await page.getByRole("button", { name: "Dark theme" }).click();
  await shot(page, "uncertainty-light");
  expect.soft(await faults(page), "uncertainty, light").toEqual([]);

  await reopen(page);
  await command(page, "Places over the draws");
  await expect(page.getByRole("heading", { name: "7 draws" })).toBeVisible({ timeout: 30_000 });
  await turnTo(page, "Explore");
  await table.getByRole("button", { name: "Regression, coverage" }).click();
  await expect(page.getByText(/^Regression, coverage, 5 cars: 30 December 2024/)).toBeVisible();
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "exploration" }, { job: "forecast" }, { job: "robust" }] });
});
