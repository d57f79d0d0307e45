// Hotspots found by several methods on the sample project: agreement, exclusions by rule, hotspots, whether they last.

import type { Page } from "@playwright/test";
import { mapLayerIds } from "./mapPoint.ts";
import { choose, faults, fill, ready, replayOf, reopen, shot, turnTo } from "./steps.ts";
import { expect, test } from "./workbench.ts";

// A tall window: the panel shows a page at once.
test.use({ viewport: { width: 1400, height: 1500 } });

const agreement = (page: Page) => page.getByRole("table", { name: "Cells and the methods that name them" });

test("methods side by side, exclusions by rule, hotspots from the agreement, and whether they last", async ({ workbench: { page, projectsFolder } }) => {
  test.setTimeout(240_000);
  await ready(page);

  // Harm by a table of the person's own; what it does not name is said.
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Load …" }).click();
  await (await choosing).setFiles({ name: "weights.csv", mimeType: "text/csv", buffer: Buffer.from("offence,days\nViolence against the person,20\nRobbery,365\n") });
  await page.getByText(/^Harm by weights.csv: [\d,]+ incidents without a weight/).click();
  await expect(page.getByRole("table", { name: "Offences without a weight" })).toContainText("Shoplifting");

  await page.getByRole("button", { name: "Compare the methods" }).click();
  await expect(agreement(page)).toBeVisible({ timeout: 60_000 });
  await expect(agreement(page).getByRole("columnheader", { name: "harm" })).toBeVisible();
  await expect.poll(() => mapLayerIds(page)).toContain("find");
  await expect(page.getByRole("region", { name: "Legend" })).toContainText("methods that name the cell");
  const rows = agreement(page).getByRole("row");
  const all = await rows.count();
  await fill(page, "Named by at least, methods", "5");
  await expect.poll(() => rows.count()).toBeLessThan(all);
  await rows.nth(1).getByRole("button").click();
  await expect.poll(() => mapLayerIds(page)).toContain("find-cell-line");
  await shot(page, "find-methods");
  await turnTo(page, "Gi*");
  await expect(page.getByRole("region", { name: "Legend" })).toContainText("hot, 99 %");
  await shot(page, "find-gi-star");

  // The sample's places: a rule, one of its exclusions overruled.
  await turnTo(page, "Exclude");
  await choose(page, "Layer", "places");
  await choose(page, "Features", "By kind");
  for (const kind of ["hospital", "prison", "school"]) await page.getByRole("group", { name: "Values of kind" }).getByText(new RegExp(`^${kind}`)).click();
  await fill(page, "Distance around, m", "100");
  await fill(page, "Called", "Indoors");
  await page.getByRole("button", { name: "Exclude by this rule" }).click();
  const rule = page.getByRole("table", { name: /^Indoors: kind is hospital or prison or school, 100 m around/ });
  await expect(rule).toBeVisible();
  await rule.getByRole("button", { name: "Harrowmere Hospital" }).click();
  await fill(page, "Overruled because", "The forecourt is open to patrols");
  await page.getByRole("button", { name: "Overrule", exact: true }).click();
  await expect(rule.getByRole("row", { name: /Harrowmere Hospital/ })).toContainText("overruled");
  await expect(page.getByText("Overruled: The forecourt is open to patrols")).toBeVisible();
  await shot(page, "find-exclude");
  await page.getByRole("button", { name: "Exclude by the text" }).click();
  await expect(page.getByRole("table", { name: /^location ends with/ })).toBeVisible();

  await turnTo(page, "Find");
  await fill(page, "Named by at least, methods", "2");
  await expect(agreement(page).getByRole("row", { name: /HM Prison Stonefleet/ }).first()).toBeVisible();
  await fill(page, "How many of them", "10");
  await page.getByRole("button", { name: "Make these hotspots" }).click();
  await expect(page.getByText(/10 hotspots made; \d+ cells passed over/)).toBeVisible();
  await page.getByText(/passed over, and why/).click();
  await expect(page.getByRole("region", { name: "Cells passed over" })).toContainText(/needs 150 m|overlaps the exclusion/);

  await turnTo(page, "Stability");
  await turnTo(page, "Named cells");
  await page.getByRole("button", { name: "Show how they last" }).click();
  await expect(page.getByText(/Each place by month and by hour/)).toBeVisible({ timeout: 60_000 });
  await choose(page, "Order", "Most in its busiest days");
  // The festival of Lantern Park.
  const [first] = await page.getByRole("region", { name: /^Cell / }).all();
  await expect(first).toContainText("a few days hold much of it");
  await expect(first).toContainText(/1[1-7] July 202[234]/);
  await expect(first).toContainText("Mann–Kendall");
  await shot(page, "find-stability");

  await page.getByRole("button", { name: "Dark theme" }).click();
  for (const name of ["Stability", "Exclude", "Find"]) {
    await turnTo(page, name);
    expect.soft(await faults(page), `${name}, dark`).toEqual([]);
    await shot(page, `find-${name.toLowerCase()}-dark`);
  }
  await page.getByRole("button", { name: "Dark theme" }).click();
  for (const name of ["Find", "Exclude", "Stability"]) {
    await turnTo(page, name);
    expect.soft(await faults(page), `${name}, light`).toEqual([]);
  }

  // Day and night in one press; every run is kept, comes back, and is made again to the same numbers.
  await turnTo(page, "Find");
  await turnTo(page, "Day and night");
  await page.getByRole("button", { name: "Compare the methods" }).click();
  await expect(page.getByRole("heading", { name: /day, 08:00–19:59/ })).toBeVisible({ timeout: 60_000 });
  await turnTo(page, "Night");
  await expect(page.getByRole("heading", { name: /night, 20:00–07:59/ })).toBeVisible();
  await reopen(page);
  await expect(agreement(page)).toBeVisible();
  expect(replayOf(projectsFolder)).toMatchObject({ same: true, results: [{ job: "identifyHotspots" }, { job: "stabilityOfAreas" }, { job: "identifyHotspots" }, { job: "identifyHotspots" }] });
});
