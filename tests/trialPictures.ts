// The README's pictures of a trial: what it could detect, its results, a phone with the tasking pack, and the report.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";

interface Album {
  /** The sample project is open. */
  readonly window: Page;
  /** Of the pictures. */
  readonly folder: string;
  /** For what is saved on the way. */
  readonly scratch: string;
  picture(name: string): Promise<void>;
  command(words: string): Promise<void>;
}

const sample = (file: string): string => join(import.meta.dirname, "..", "assets", "sample", file);
/** On a day of the sample's trial. */
const PATROL = new Date("2024-05-01T13:02:00Z");

export async function trialPictures({ window, folder, scratch, picture, command }: Album): Promise<void> {
  const turnTo = (name: string): Promise<void> => window.getByRole("radio", { name, exact: true }).click();
  const press = (name: string): Promise<void> => window.getByRole("button", { name, exact: true }).click();
  const give = async (button: string, file: string): Promise<void> => {
    const choosing = window.waitForEvent("filechooser");
    await press(button);
    await (await choosing).setFiles(sample(file));
  };
  const saved = async (button: string): Promise<string> => {
    const downloading = window.waitForEvent("download");
    await press(button);
    const path = join(scratch, `${button}.html`);
    await (await downloading).saveAs(path);
    return path;
  };
  const toTop = (element: ReturnType<Page["locator"]>): Promise<void> => element.evaluate((node) => node.scrollIntoView({ block: "start" }));

  await command("Design a trial");
  await press("Design a trial");
  await window.getByRole("button", { name: /From$/ }).click();
  await window.getByRole("option", { name: "Trial hotspots 2024" }).click();
  await press("Take these units");
  for (const [field, text] of [["Title", "Harrowmere foot patrols"], ["A trial day begins at, hour", "0"]]) {
    await window.getByLabel(field, { exact: true }).fill(text);
    await window.getByLabel(field, { exact: true }).press("Tab");
  }

  await turnTo("Schedule");
  await give("Bring one in …", "trial-schedule.csv");
  await press("Seal version 1");
  await turnTo("Power");
  await press("Ask what it could detect");
  await window.locator(".verdict").waitFor({ timeout: 90_000 });
  await toTop(window.locator(".verdict"));
  await command("Zoom to the incidents");
  await picture("power");

  await turnTo("Tasking");
  await window.getByLabel("First day", { exact: true }).fill("2024-05-01");
  await window.getByLabel("First day", { exact: true }).press("Tab");
  await phone(window, await saved("Save the pack"), folder);

  await turnTo("Delivery");
  await give("Patrol logs …", "patrol-logs.csv.gz");
  await window.getByText("patrol-logs.csv.gz: 6,426 rows", { exact: false }).first().waitFor({ timeout: 60_000 });
  await turnTo("Results");
  await press("Evaluate the trial");
  await window.getByRole("heading", { name: /^Primary outcome/ }).waitFor({ timeout: 60_000 });
  await toTop(window.getByRole("heading", { name: /^Primary outcome/ }));
  const messages = window.getByRole("button", { name: "Dismiss" });
  while ((await messages.count()) > 0) await messages.first().click();
  await picture("results");

  await turnTo("Report");
  await report(window, await saved("Save the report"), folder);
}

/** The list and the timer side by side. */
async function phone(window: Page, pack: string, folder: string): Promise<void> {
  const context = await window.context().browser()!.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, timezoneId: "Europe/London", offline: true });
  const page = await context.newPage();
  await page.clock.install({ time: PATROL });
  await page.goto(pathToFileURL(pack).href);
  await page.screenshot({ path: join(folder, "phone-list.png") });
  await page.getByLabel("Your number").fill("4711");
  await page.getByRole("listitem").first().getByRole("button").tap();
  await page.getByRole("button", { name: "Start the patrol" }).tap();
  await page.clock.fastForward("13:20");
  await page.getByText(/Amber/).first().waitFor();
  await page.screenshot({ path: join(folder, "phone-timer.png") });
  await context.close();
  console.log("phone-list\nphone-timer");
}

/** Its beginning, as a browser shows it. */
async function report(window: Page, html: string, folder: string): Promise<void> {
  const reader = await window.context().browser()!.newPage({ viewport: { width: 900, height: 1250 } });
  await reader.setContent(readFileSync(html, "utf8"));
  await reader.screenshot({ path: join(folder, "report.png") });
  await reader.close();
  console.log("report");
}
