// Four-hour slots by hand: predicted by regression, looked at by a slider, scored, found again, stale after another filter, made again.

import { mapLayerIds } from "./mapPoint.ts";
import { command, faults, fill, ready, reopen, replayOf, shot } from "./steps.ts";
import { expect, test } from "./workbench.ts";

test.use({ viewport: { width: 1400, height: 900 } });

test("slots are predicted, looked at one by one, scored by block of the day, found again, and stale after another filter", async ({ workbench: { page, projectsFolder } }) => {
  test.setTimeout(180_000);
  await ready(page);
  await command(page, "Slots");
  await fill(page, "Predicted, last days", "3");
  await page.getByText("Further predictors", { exact: true }).click();
  await page.getByText("Burglary, slot before", { exact: true }).click();
  await page.getByText(/^Places, \d+ points$/).click();
  expect.soft(await faults(page), "settings").toEqual([]);
  await shot(page, "slots-further");
  await page.getByRole("button", { name: /Predictor$/ }).scrollIntoViewIfNeeded();
  await shot(page, "slots-settings");
  await page.getByRole("button", { name: "Predict the slots" }).click();

  // The last whole days of the data, on the map and scored beside a random order.
  await expect(page.getByRole("heading", { name: "28 December 2024 to 30 December 2024" })).toBeVisible({ timeout: 120_000 });
  await expect.poll(() => mapLayerIds(page)).toContain("slots");
  await expect(page.locator(".legend")).toContainText("predicted incidents per km² per slot, 28 December 2024, late night 02:00–06:00");
  const scores = page.getByRole("table", { name: "AUC by block of the day" });
  await expect(scores.getByRole("row")).toHaveCount(8);
  await expect(scores.getByRole("row").last()).toContainText(/^All\d+\/18\d+0\.\d{3}0\.\d{3}$/);
  await expect(page.getByRole("img", { name: "Mean AUC by block of the day" })).toBeVisible();
  const coefficients = page.getByRole("table", { name: "Coefficients" });
  await expect(coefficients.getByRole("row")).toHaveCount(1 + 1 + 4 + 2);
  await expect(coefficients).toContainText("Burglary, slot before");
  await expect(page.getByText("R²", { exact: true })).toBeVisible();

  // Another slot, by keys: another day has another fit.
  const slider = page.getByRole("slider", { name: "Slot" });
  for (let i = 0; i < 10; i++) await slider.press("ArrowRight");
  await expect(page.locator(".legend")).toContainText("29 December 2024, evening 18:00–22:00");
  await expect(page.getByRole("heading", { name: /before 29 December 2024$/ })).toBeVisible();
  await shot(page, "slots-light");
  expect.soft(await faults(page), "light").toEqual([]);
  await coefficients.scrollIntoViewIfNeeded();
  await page.getByText("Rows, tiles × slots").scrollIntoViewIfNeeded();
  await shot(page, "slots-light-fit");
  await page.getByRole("button", { name: "Dark theme" }).click();
  await shot(page, "slots-dark-fit");
  await slider.scrollIntoViewIfNeeded();
  await shot(page, "slots-dark");
  await scores.getByRole("row").last().scrollIntoViewIfNeeded();
  await shot(page, "slots-dark-scores");
  expect.soft(await faults(page), "dark").toEqual([]);

  // It is in the project, and on the map again.
  await reopen(page);
  await command(page, "Slots");
  await expect(page.getByRole("heading", { name: "28 December 2024 to 30 December 2024" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^Stale/)).toHaveCount(0);
  await expect.poll(() => mapLayerIds(page)).toContain("slots");

  // Trees say what they split on.
  await page.getByText("Predict slots from 56,714 incidents", { exact: true }).click();
  await page.getByRole("button", { name: /Predictor$/ }).click();
  await page.getByRole("option", { name: "Gradient boosting" }).click();
  await fill(page, "Trees", "20");
  await fill(page, "Predicted, last days", "1");
  await page.getByRole("button", { name: "Predict the slots" }).click();
  await expect(page.getByRole("table", { name: "Importance" }).getByRole("row")).toHaveCount(1 + 4, { timeout: 60_000 });
  await expect(page.getByRole("heading", { name: "30 December 2024", exact: true })).toBeVisible();
  await page.getByText("As it was made", { exact: true }).click();
  await page.getByText("Rows, tiles × slots").scrollIntoViewIfNeeded();
  await shot(page, "slots-boosting");

  // Another filter.
  await page.getByText("Burglary", { exact: true }).click();
  await expect(page.getByText("Stale: the filter changed since it was made.")).toBeVisible();

  // The command line makes it again, to the same numbers.
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "slotForecast" }, { job: "slotForecast" }] });
});

test("a prediction that is cancelled leaves nothing behind", async ({ workbench: { page } }) => {
  await ready(page);
  await command(page, "Slots");
  await fill(page, "Predicted, last days", "60");
  await page.getByRole("button", { name: /Predictor$/ }).click();
  await page.getByRole("option", { name: "Random forest" }).click();
  await page.getByRole("button", { name: "Predict the slots" }).click();
  await page.getByRole("button", { name: "Cancel Predicting slots" }).click();
  await expect(page.getByText("Predicting slots was cancelled. Nothing was changed.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Predict the slots" })).toBeEnabled();
  expect(await mapLayerIds(page)).not.toContain("slots");
});
