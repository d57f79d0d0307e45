// What a trial could detect: asked on the sample's hotspots, answered, kept with its project, and the same when it is run again.

import { command, faults, fill, ready, replayOf, shot, turnTo } from "./steps.ts";
import { expect, test } from "./workbench.ts";

test.use({ viewport: { width: 1400, height: 900 } });

test("a verdict before anything is promised: formulas beside simulated trials, curves, and the result kept", async ({ workbench: { page, projectsFolder } }) => {
  await ready(page);
  await command(page, "Trial panel");
  await turnTo(page, "Power");
  await expect(page.getByText("No trial is designed yet: the plan’s 12 hotspots", { exact: false })).toBeVisible();
  await fill(page, "Days", "120");
  await fill(page, "Fall expected, %", "9");
  await expect(page.getByText(/^1,09\d days: 2022-01-01 to 2024-12-/)).toBeVisible();
  await page.getByRole("button", { name: "Ask what it could detect" }).click();
  const verdict = page.locator(".verdict");
  await expect(verdict).toHaveText(/^With 12 hotspots and 120 days this trial detects a fall of \d+\.\d % or more \(count\) with 80 % power; you expect 9 %: it would detect that \d+ times in 100\./, { timeout: 90_000 });
  await turnTo(page, "Prevalence");
  await expect(verdict).toContainText("(prevalence)");
  const answers = page.getByRole("table", { name: "Smallest detectable fall and power" });
  await expect(answers.getByRole("row", { name: /^By the draw/ })).toHaveCount(2);
  await expect(page.getByRole("img", { name: "Smallest detectable fall by days" })).toBeVisible();
  await verdict.evaluate((element) => element.scrollIntoView({ block: "start" }));
  await shot(page, "power-light");
  expect.soft(await faults(page), "light").toEqual([]);
  await command(page, "Dark theme");
  await page.getByText("Why they differ").scrollIntoViewIfNeeded();
  await shot(page, "power-dark");
  expect.soft(await faults(page), "dark").toEqual([]);
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "powerOfTrial", same: true }] });
});
