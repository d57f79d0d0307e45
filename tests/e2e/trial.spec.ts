// The sample's trial from its files to the report: units, schedule, logs, evaluation, texts, the file saved, printed and looked into.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { csvRows } from "../../core/formats/csvRows.ts";
import { PATROL_COLUMNS } from "../../core/trial/pack/patrolCsv.ts";
import { choose, command, faults, fill, ready, reopen, shot, turnTo } from "./steps.ts";
import { expect, test } from "./workbench.ts";

test.use({ viewport: { width: 1280, height: 1000 } });

const folder = mkdtempSync(join(tmpdir(), "hexbeat-trial-"));
test.afterAll(() => rmSync(folder, { recursive: true }));
const walk = join(import.meta.dirname, "..", "..", "out", "walk");
const sample = (name: string): string => join(import.meta.dirname, "..", "..", "assets", "sample", name);

/** As the tasking pack writes it. */
const PACK_LOG =
  `${PATROL_COLUMNS.join(",")}\r\n` +
  "a1b2,,4711,T1,T1,2024-09-29,2024-09-29 12:00:00,2024-09-29 12:16:00,16.0,,,,,,,foot patrol,\r\n" +
  "a1b2,,4711,T2,T2,2024-09-29,2024-09-29 13:00:00,2024-09-29 13:14:00,14.0,,,,,,,foot patrol,\r\n";

async function give(page: Page, button: string, ...files: readonly string[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button, exact: true }).click();
  await (await choosing).setFiles(files);
}

async function saved(page: Page, button: string, name: string): Promise<string> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).click();
  const path = join(folder, name);
  await (await downloading).saveAs(path);
  return path;
}

test("a trial that was run is told to a person who was not there", async ({ workbench: { page }, browser }) => {
  await ready(page);
  await command(page, "Trial panel");
  await turnTo(page, "Report");
  await expect(page.getByText("No trial is planned yet.", { exact: false })).toBeVisible();
  await turnTo(page, "Design");
  await page.getByRole("button", { name: "Design a trial" }).click();
  await choose(page, "From", "Trial hotspots 2024");
  await page.getByRole("button", { name: "Take these units" }).click();
  await fill(page, "Title", "Harrowmere foot patrols");
  await fill(page, "A trial day begins at, hour", "0");
  await turnTo(page, "Report");
  await expect(page.getByText(/^4 of 36 items/)).toBeVisible();

  await turnTo(page, "Schedule");
  await give(page, "Bring one in …", sample("trial-schedule.csv"));
  await page.getByRole("button", { name: "Seal version 1" }).click();
  await turnTo(page, "Delivery");
  const log = join(folder, "patrols 2024-09-29.csv");
  writeFileSync(log, PACK_LOG);
  await give(page, "Patrol logs …", sample("patrol-logs.csv.gz"), log);
  await expect(page.getByText("patrols 2024-09-29.csv: 2 rows = 2 kept + 0 set aside", { exact: true })).toBeAttached();
  await turnTo(page, "Results");
  await page.getByRole("button", { name: "Evaluate the trial" }).click();
  await expect(page.getByText("−13.2 % (count)").first()).toBeVisible();

  // A chart's three files say the same.
  const name = /treatment against control as SVG/i;
  const chart = ((await page.getByRole("button", { name }).first().getAttribute("aria-label")) ?? "").replace(/ as SVG$/, "");
  const [svg, png, csv] = [await saved(page, `${chart} as SVG`, "c.svg"), await saved(page, `${chart} as PNG`, "c.png"), await saved(page, `${chart} as CSV`, "c.csv")];
  expect(readFileSync(svg, "utf8")).toMatch(/^<svg [^>]+><rect [^>]+fill="#fff"\/>/);
  const bytes = readFileSync(png);
  expect([bytes.toString("latin1", 1, 4), bytes.readUInt32BE(16)]).toEqual(["PNG", 2 * 680]);
  expect(csvRows(readFileSync(csv, "utf8"))[1].cells.slice(0, 5)).toEqual(["All crime", "count", "treatment", "1820", "825"]);

  await turnTo(page, "Report");
  await expect(page.getByText(/^19 of 36 items/)).toBeVisible();
  await fill(page, "Author", "A. Analyst");
  await choose(page, "Protective marking", "OFFICIAL");
  await fill(page, "Background (2a)", "Patrols of 15 minutes are said to suffice.\n\nIn small towns that is not known.");
  await fill(page, "Funding (25)", "None: the town is invented.");
  await expect(page.getByRole("list", { name: "Items that are missing" })).not.toContainText("Funding");
  await shot(page, "trial-report-light", 300);
  expect.soft(await faults(page), "light").toEqual([]);
  await command(page, "Dark theme");
  await shot(page, "trial-report-dark", 300);
  expect.soft(await faults(page), "dark").toEqual([]);
  await command(page, "Light theme");
  await reopen(page);
  await command(page, "Trial panel");
  await turnTo(page, "Report");
  await expect(page.getByText(/^21 of 36 items/)).toBeVisible();
  await expect(page.getByLabel("Background (2a)", { exact: true })).toHaveValue(/small towns/);

  const path = await saved(page, "Save the report", "report.html");
  const requests: string[] = [];
  const sheets = await browser.newPage();
  sheets.on("request", (request) => requests.push(request.url()));
  await sheets.goto(pathToFileURL(path).href);
  await expect(sheets.getByRole("heading", { level: 1 })).toContainText("Harrowmere foot patrols: report of a randomised controlled trial");
  await expect(sheets.locator("#summary")).toContainText("p = 0.012, the randomisation test, exact");
  await expect(sheets.getByText("In small towns that is not known.")).toBeVisible();
  await expect(sheets.locator("figure.map, figure svg.map")).toHaveCount(1);
  expect(requests).toEqual([pathToFileURL(path).href]);
  const pdf = await sheets.pdf({ preferCSSPageSize: true });
  writeFileSync(join(walk, "trial-report.pdf"), pdf);
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(8);
  expect(pages).toBeLessThan(25);
  await sheets.close();
});
