// A trial by hand: the protocol designed, the schedule drawn, sealed, verified, changed with a reason, and there again after a restart.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { independentVerifier } from "../core/trial/schedule/independentVerifier.ts";
import { choose, command, faults, fill, ready, reopen, replayOf, shot, turnTo } from "./steps.ts";
import { expect, test } from "./workbench.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-schedule-"));
test.afterAll(() => rmSync(folder, { recursive: true }));

const press = (page: Page, name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();

async function saved(page: Page, button: string, name: string): Promise<string> {
  const downloading = page.waitForEvent("download");
  await press(page, button);
  const path = join(folder, name);
  await (await downloading).saveAs(path);
  return path;
}

async function give(page: Page, button: string, path: string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await press(page, button);
  await (await choosing).setFiles(path);
}

test("a protocol is designed, its schedule sealed and verified, and changed only by a new version", async ({ workbench: { page, projectsFolder } }) => {
  await ready(page);
  await command(page, "Trial panel");
  await turnTo(page, "Design");
  await press(page, "Design a trial");
  await choose(page, "From", "Trial hotspots 2024");
  await press(page, "Take these units");
  await expect(page.getByRole("button", { name: "20 units" })).toBeVisible();
  await fill(page, "Title", "Harrowmere spring");
  await page.getByLabel("First day").fill("2024-03-25");
  await page.getByLabel("First day").press("Enter");
  await fill(page, "Days", "28");
  await expect(page.getByText("30 March 2024 has 23 hours; all others 24.")).toBeVisible();
  await fill(page, "Seed", "harrow 24");
  await press(page, "Count");
  await expect(page.getByText(/^0\.\d\d to 1\.\d\d a day/)).toBeVisible();
  await page.getByText("Draw again until it is balanced").click();
  await fill(page, "Imbalance, at most", "0.2");
  await shot(page, "design-light");
  expect.soft(await faults(page), "design").toEqual([]);

  await turnTo(page, "Schedule");
  await press(page, "Draw");
  await expect(page.getByText(/^Drawn from the seed "harrow 24"/)).toBeVisible();
  await expect(page.getByRole("table", { name: "Location-days by stratum" })).toContainText("all280280");
  await expect(page.getByRole("list", { name: "Treatment" }).getByRole("listitem")).toHaveCount(10);
  await press(page, "Seal version 1");
  await expect(page.locator("summary", { hasText: "Version 1 in force" })).toBeVisible();
  await shot(page, "schedule-light");
  // What leaves the project is what a script without our code finds.
  const csv = await saved(page, "CSV", "schedule.csv"), registration = await saved(page, "Registration", "registration.txt");
  expect(independentVerifier(readFileSync(csv, "utf8"), readFileSync(registration, "utf8"))).toEqual([]);
  await give(page, "Verify a file …", csv);
  await expect(page.getByRole("status", { name: "Verified file" })).toContainText("schedule.csv is version 1 as it was sealed: 560 location-days");
  const changed = join(folder, "changed.csv");
  writeFileSync(changed, readFileSync(csv, "utf8").replace("2024-04-02,T5,,control", "2024-04-02,T5,,treatment!").replace("2024-04-02,T5,,treatment\n", "2024-04-02,T5,,control\n").replace("treatment!", "treatment"));
  await give(page, "Verify a file …", changed);
  await expect(page.getByRole("table", { name: "Differences" }).getByRole("row", { name: /2024-04-02 T5/ })).toBeVisible();

  // Undo takes the protocol's last step back, and no sealed version.
  await turnTo(page, "Design");
  await fill(page, "On treatment, %", "40");
  await expect(page.getByText(/differs from the sealed one \(version 1\) in the share on treatment\./)).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByText(/differs from the sealed one/)).toHaveCount(0);

  // The days have begun: a new version keeps them all, unless another schedule is brought in.
  await turnTo(page, "Schedule");
  await give(page, "Bring one in …", join(import.meta.dirname, "..", "..", "assets", "sample", "trial-schedule.csv"));
  await expect(page.getByText(/^Brought in from trial-schedule.csv\. 28 days of version 1 have begun/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Seal version 2" })).toBeDisabled();
  await fill(page, "Reason", "The schedule that was patrolled");
  await press(page, "Seal version 2");
  await expect(page.getByText(/^The schedule that was patrolled \([\d,]+ location-days changed or new, [\d,]+ of them on days that had begun\)/)).toBeVisible();

  await command(page, "Dark theme");
  await reopen(page);
  await command(page, "Trial panel");
  await turnTo(page, "Schedule");
  await expect(page.locator("summary", { hasText: /^Version/ })).toHaveCount(2);
  await shot(page, "schedule-dark");
  expect.soft(await faults(page), "schedule, dark").toEqual([]);
  await command(page, "Results and how they were made");
  await page.locator("summary", { hasText: "version 2, sealed" }).click();
  await expect(page.getByRole("button", { name: "Delete this result" })).toHaveCount(0);
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "randomiseSchedule" }, { job: "randomiseSchedule" }] });
});
