// The delivery of the sample's trial: its logs and positions read, the alarm, a setting, the export, and all of it again after reopening.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { sealSample } from "./sealedSample.ts";
import { command, faults, fill, ready, reopen, replayOf, shot } from "./steps.ts";
import { expect, test } from "./workbench.ts";

const sample = (name: string): string => join(import.meta.dirname, "..", "..", "assets", "sample", name);

async function pick(page: Page, button: string, ...files: readonly string[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await choosing).setFiles(files);
}

test.use({ before: { change: (folder) => sealSample(folder) } });

test("logs and positions are read, compared, exported and kept", async ({ workbench: { page, projectsFolder } }) => {
  await ready(page);
  await command(page, "Trial panel");
  await page.getByRole("radio", { name: "Delivery" }).click();
  await pick(page, "Patrol logs …", sample("patrol-logs.csv.gz"));
  await expect(page.getByText("patrol-logs.csv.gz: 6,426 rows = 6,410 kept + 16 set aside", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Logged patrols alone say little of control days/)).toBeVisible();
  await pick(page, "Positions …", sample("radio-pings.csv.gz"));
  await expect(page.getByText("Positions: 7,078 = 7,021 in a hotspot on a trial day + 57 nearby.")).toBeVisible();
  await expect(page.getByText(/^Logged patrols alone/)).toHaveCount(0);

  const alarm = page.getByRole("region", { name: "Alarm" });
  await expect(alarm).toContainText("In the 14 days to 29 September 2024 treatment days had 85.68 times the pings of control days");
  await expect(alarm.getByText("delivered", { exact: true })).toHaveCount(2);
  await expect(page.getByRole("table", { name: "Activity of treatment and control days" }).getByRole("row", { name: /^Full patrols/ })).toContainText("1.615");
  await expect(page.getByText("1,602 of 1,820 = 88.0 %")).toBeVisible();
  await shot(page, "delivery-light", 300);
  expect(await faults(page)).toEqual([]);

  await page.getByText("Settings", { exact: true }).click();
  await fill(page, "Least ratio of the arms", "10");
  const exporting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export location-days" }).click();
  const lines = readFileSync(await (await exporting).path(), "utf8").trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + 20 * 182);
  expect(lines[0]).toMatch(/^date,hotspot,name,stratum,arm,full patrols,patrols,officer patrols,minutes patrolled,pings,pings nearby,minutes on site,Day: patrols/i);

  await reopen(page);
  await command(page, "Trial panel");
  await page.getByRole("radio", { name: "Delivery" }).click();
  await expect(page.getByText("1,602 of 1,820 = 88.0 %")).toBeVisible();
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "randomiseSchedule" }, { job: "dosageOfTrial", same: true }] });
});
