// The sample's trial evaluated in the window: the finding, the table, every section, its charts and files, and again after reopening.

import { readFileSync } from "node:fs";
import { csvRows } from "../../core/formats/csvRows.ts";
import { sealSample } from "./sealedSample.ts";
import { command, faults, ready, reopen, replayOf, shot, turnTo } from "./steps.ts";
import { expect, test } from "./workbench.ts";

test.use({ viewport: { width: 1280, height: 1000 }, before: { change: (folder) => sealSample(folder) } });

test("treatment is compared with control, in the table of the papers and by the draw itself", async ({ workbench: { page, projectsFolder } }) => {
  await ready(page);
  await command(page, "Trial panel");
  await turnTo(page, "Results");
  await page.getByRole("button", { name: "Evaluate the trial" }).click();
  const finding = page.getByRole("region", { name: "Primary outcome" });
  await expect(finding).toContainText("−13.2 % (count)");
  await expect(finding).toContainText("−22.2 to −3.1 % (count); p = 0.012, exact randomisation test.");
  await expect(finding).toContainText("825 incidents on 1,820 treatment and 950 on 1,820 control location-days");
  const outcomes = page.getByRole("table", { name: "Outcomes" });
  await expect(outcomes.getByRole("row", { name: /^count/ })).toHaveText("count0.4538250.522950−13.2 %0.011");
  await expect(outcomes).toContainText("Welch's t-test: t = −2.544, df 3,623.8, p = 0.011");
  await expect(outcomes).toContainText("Chi-squared with Yates' correction: χ² = 6.983, df 1, p = 0.008");
  await shot(page, "results-light", 300);

  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  const [header, ...rows] = csvRows(readFileSync(await (await saving).path(), "utf8")).map(({ cells }) => cells);
  expect(rows.map((cells) => `${cells[1]}: ${cells[header.indexOf("test")]}`)).toEqual([
    "prevalence: Chi-squared with Yates' correction", "prevalence: Chi-squared without correction", "prevalence: Fisher's exact test, two-sided", "count: Welch's t-test", "count: Student's t-test, pooled variance",
  ]);

  const open = (name: string) => page.locator("summary", { hasText: name }).click();
  for (const name of ["Randomisation inference", "Rates from models of counts", "Per protocol and as treated", "Day by day", "Displacement and diffusion", "Flow and conventions"]) await open(name);
  await expect(page.getByRole("table", { name: "Rate ratios" })).toContainText("0.872");
  await expect(page.getByText("No patrol logs were read: bring them in on the Delivery page, then evaluate again.")).toBeVisible();
  await expect(page.getByRole("paragraph").filter({ hasText: /^After 182 days 825 incidents on treatment days and 950 on control days/ })).toBeVisible();
  await expect(page.getByText(/neither displacement nor diffusion is shown, nor ruled out/)).toBeVisible();
  expect.soft(await faults(page), "light").toEqual([]);
  await page.getByRole("table", { name: "Randomisation tests" }).scrollIntoViewIfNeeded();
  await shot(page, "results-sections-light", 300);
  await command(page, "Dark theme");
  await page.locator("summary", { hasText: "Displacement and diffusion" }).scrollIntoViewIfNeeded();
  await shot(page, "results-sections-dark", 300);
  expect.soft(await faults(page), "dark").toEqual([]);
  await command(page, "Light theme");

  await reopen(page);
  await command(page, "Trial panel");
  await turnTo(page, "Results");
  await expect(finding).toContainText("−13.2 % (count)");
  await expect(page.getByText(/^Stale/)).toHaveCount(0);
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "randomiseSchedule" }, { job: "evaluateTrial", same: true }] });
});
