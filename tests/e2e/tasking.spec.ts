// A tasking pack on a phone without a network: what is listed at which hour, the timer's colours, positions, the log kept and handed back.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { planeProjection } from "../../core/geo/plane.ts";
import { readActivity } from "../../core/trial/dosage/readActivity.ts";
import { taskingPack } from "../../core/trial/pack/taskingPack.ts";
import { at, INPUT, PLANE } from "../core/trial/pack/inventedSchedule.ts";
import { nodeContext } from "../support/nodeContext.ts";
import { sampleUnits } from "../support/sampleTrial.ts";
import { sealSample } from "./sealedSample.ts";
import { choose, command, faults, fill, ready, shot } from "./steps.ts";
import { expect, test } from "./workbench.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-pack-"));
const file = join(folder, "pack.html");
test.beforeAll(() => writeFileSync(file, taskingPack(INPUT)));
test.afterAll(() => rmSync(folder, { recursive: true }));

const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, timezoneId: "Europe/London", locale: "en-GB",
};
/** In the bus station, 40 m to the east and 30 m to the north of the middle of T1. */
const [longitude, latitude] = planeProjection(PLANE).inverse(at(40, 30)).map((degrees) => Math.round(degrees * 1e6) / 1e6);

/** A phone with the network off, whose clock stands at a local time. */
async function phoneAt(browser: Browser, time: string, more: BrowserContextOptions = {}, pack = file): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, ...more });
  const page = await context.newPage();
  const seen: string[] = [];
  page.on("console", (message) => message.type() === "error" && seen.push(message.text()));
  page.on("pageerror", (error) => seen.push(error.message));
  page.on("request", (request) => !/^(?:file|blob):/.test(request.url()) && seen.push(request.url()));
  page.on("close", () => expect(seen).toEqual([]));
  await context.setOffline(true);
  await page.clock.install({ time: new Date(time) });
  await page.goto(pathToFileURL(pack).href);
  return page;
}

/** Sets the phone's clock on until the patrol has lasted so many seconds. */
async function forwardTo(page: Page, seconds: number): Promise<void> {
  const [minutes, rest] = ((await page.getByRole("timer").textContent()) ?? "").split(":").map(Number);
  await page.clock.fastForward(1000 * (seconds - 60 * minutes - rest));
}

const tap = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name }).tap();

test("a patrol from start to the file that is handed back, with the timer white, amber and green", async ({ browser }) => {
  const page = await phoneAt(browser, "2024-05-01T13:02:00Z", { permissions: ["geolocation"], geolocation: { longitude, latitude, accuracy: 9 } });
  await expect(page.getByText("Day of 1 May 2024, until 06:00 the next")).toBeVisible();
  await expect(page.locator("#clock")).toHaveText("14:02"); // summer time
  await expect(page.getByText("Choose your team to see its hotspots.")).toBeVisible();
  await page.getByLabel("Your team").selectOption("North");
  await expect(page.getByRole("button", { name: /Market <Square>.*High Street, Mill Lane.*Not patrolled/ })).toBeEnabled();
  await expect(page.getByRole("button", { name: /Night Quay.*from 20:00/ })).toBeDisabled();
  await expect(page.getByText(/South Street|Station|Never Lane/)).toHaveCount(0);
  await shot(page, "pack-list-light", 50);
  expect(await faults(page), "list").toEqual([]);

  // Without a number no patrol starts.
  await tap(page, /Market/);
  await tap(page, "Start the patrol");
  await expect(page.getByRole("alert")).toHaveText("Enter your number first: it goes into the log.");
  await page.getByLabel("Your number").fill("4711");
  await tap(page, /Market/);
  await page.getByLabel("Patrol area").selectOption("Bus station");
  await page.clock.setSystemTime(new Date("2024-05-01T13:02:00Z")); // however long it took until here
  await tap(page, "Start the patrol");
  await expect(page.locator("#timer")).toHaveClass("timer white");
  await expect(page.getByText(/Bus station\. Started 14:02\. Position at the start known to 9 m\./)).toBeVisible();
  await expect(page.getByRole("timer")).not.toHaveText("00:00"); // it runs by itself
  await tap(page, "Show where I am");
  await expect(page.getByText("The dot is you, to 9 m.")).toBeVisible();
  const dot = page.locator("circle.you");
  for (const [axis, metres] of [["cx", 40], ["cy", -30]] as const) expect(Number(await dot.getAttribute(axis))).toBeCloseTo(metres, 0);
  await page.mouse.wheel(0, -2000);
  await shot(page, "pack-white-light", 50);
  expect(await faults(page), "running").toEqual([]);

  // The screen is locked, the page is thrown away; the time goes on.
  await forwardTo(page, 12 * 60 + 50);
  await page.reload();
  await expect(page.getByRole("timer")).toHaveText(/^12:5\d$/);
  await expect(page.locator("#timer")).toHaveClass("timer white");
  await forwardTo(page, 13 * 60);
  await expect(page.locator("#timer")).toHaveClass("timer amber");
  await expect(page.locator("#timer")).toContainText("Amber: a full patrol. Green at 15 minutes");
  await shot(page, "pack-amber-light", 50);
  await forwardTo(page, 15 * 60);
  await expect(page.locator("#timer")).toHaveClass("timer green");
  await expect(page.locator("#timer")).toContainText("Green: 15 minutes reached");
  await expect(page.getByRole("status").filter({ hasText: "Green" })).toHaveText("Green: 15 minutes reached");
  await shot(page, "pack-green-light", 50);
  expect(await faults(page), "green").toEqual([]);

  // A stop by mistake is undone with the start kept.
  await tap(page, "Stop the patrol");
  await expect(page.getByText("14:02 to 14:17, 15 minutes, by 4711. It is in the log.")).toBeVisible();
  await tap(page, "Stopped by mistake: carry on");
  await forwardTo(page, 17 * 60);
  await tap(page, "Stop the patrol");
  await page.getByLabel("Stop and search").check();
  await page.getByLabel("Note (no names, no addresses)").fill('=Two "youths", moved on');
  await expect(page.getByText("at the end known to 9 m.")).toBeVisible();
  await tap(page, "Done");
  await tap(page, /Market.*17 minutes, stop and search/);
  await tap(page, "Done");
  await shot(page, "pack-log-light", 50);
  expect(await faults(page), "log").toEqual([]);

  const downloading = page.waitForEvent("download");
  await tap(page, "Save the log as a file");
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("patrol-log_2024-05-01-to-2024-05-02-3f9a02c1_4711.csv");
  const csv = readFileSync(await download.path(), "utf8"), lines = csv.split("\r\n");
  const read = await readActivity.run({ source: { kind: "text", file: new Blob([csv]) }, name: "log.csv", kind: "patrols", units: sampleUnits(), ring: 75, plane: PLANE, mapping: {}, crs: "EPSG:4326" }, nodeContext);
  expect(read.report).toMatchObject({ rows: 1, kept: 1, setAside: [] });
  const place = `${longitude},${latitude},9`;
  expect(lines[1].replaceAll(/:\d\d,|17\.\d/g, "*")).toBe(`2024-05-01-to-2024-05-02-3f9a02c1,North,4711,T1,Bus station,2024-05-01,2024-05-01 14:02*2024-05-01 14:19**,${place},${place},stop and search,"'=Two ""youths"", moved on"`);
  expect(lines).toHaveLength(3);
  await page.context().close();
});

test("after midnight it is still yesterday's list; where position is refused the patrol goes on without, in the dark too", async ({ browser }) => {
  const page = await phoneAt(browser, "2024-05-01T23:10:00Z", { colorScheme: "dark" });
  await expect(page.getByText("Day of 1 May 2024")).toBeVisible();
  await page.getByLabel("Your team").selectOption("North");
  await page.getByLabel("Your number").fill("4712");
  await expect(page.getByRole("button", { name: /Night Quay/ })).toBeEnabled();
  await shot(page, "pack-list-dark", 50);
  await tap(page, /Night Quay/);
  await tap(page, "Start the patrol");
  await expect(page.getByText("Position is not permitted.")).toBeVisible();
  await shot(page, "pack-white-dark", 50);
  await forwardTo(page, 13 * 60);
  await shot(page, "pack-amber-dark", 50);
  await forwardTo(page, 15 * 60);
  await shot(page, "pack-green-dark", 50);
  expect(await faults(page), "dark").toEqual([]);
  await page.getByRole("button", { name: "Hotspots" }).tap();
  await expect(page.getByRole("button", { name: "On patrol: Night Quay, 15:" })).toBeVisible();
  await tap(page, /On patrol/);
  await tap(page, "Stop the patrol");
  await shot(page, "pack-patrol-dark", 50);
  expect(await faults(page), "patrol, dark").toEqual([]);
  await tap(page, "Done");
  await shot(page, "pack-log-dark", 50);
  page.on("dialog", (dialog) => void dialog.accept());
  await tap(page, /Night Quay/);
  await tap(page, "Delete this patrol");
  await expect(page.getByText("No patrol yet.")).toBeVisible();
  await page.context().close();
});

test("on a day outside the pack nothing is listed, and a phone that keeps nothing says so", async ({ browser }) => {
  const late = await phoneAt(browser, "2024-05-03T05:01:00Z");
  await expect(late.getByRole("alert")).toContainText("This pack is for 1 May 2024 to 2 May 2024; a day runs from 06:00 to 06:00 of the next. This phone's clock says 3 May 2024, 06:01.");
  await expect(late.getByRole("listitem")).toHaveCount(0);
  // A log that cannot be read is put aside.
  await late.evaluate(() => Object.keys(localStorage).forEach((key) => localStorage.setItem(key, "{}")));
  await late.reload();
  await expect(late.getByText("The log that was on this phone cannot be read.")).toBeVisible();
  expect(await late.evaluate(() => Object.entries(localStorage).filter(([key]) => key.endsWith("-unread")).map(([, text]) => String(text)))).toEqual(["{}"]);
  await late.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } }));
  await late.reload();
  await expect(late.getByText("This phone does not keep the log for this page.")).toBeVisible();
  await late.context().close();
});

test.describe("in the window", () => {
  // The sample's trial, its schedule sealed as it is in the file, with two teams.
  test.use({
    before: {
      change: (folder) => sealSample(folder, (unit, u) => ({ ...unit, team: u % 2 === 0 ? "North" : "South" })),
    },
  });

  test("packs are saved for the days and teams that are chosen, and open on the phone with the town's streets", async ({ workbench: { page }, browser }) => {
    await ready(page);
    await command(page, "Trial panel");
    await page.getByRole("radio", { name: "Tasking" }).click();
    await fill(page, "First day", "2024-05-01");
    const treated = page.getByRole("table", { name: "On treatment" }).getByRole("row");
    await expect(treated).toHaveCount(1 + 10);
    await choose(page, "Teams", "North only");
    const north = (await treated.count()) - 1;
    expect(north).toBeLessThan(10);
    await shot(page, "tasking-light", 300);
    expect(await faults(page)).toEqual([]);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save the pack" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("tasking-2024-05-01-north.html");
    const pack = join(folder, "north.html");
    await download.saveAs(pack);

    const phone = await phoneAt(browser, "2024-05-01T08:30:00Z", {}, pack);
    await expect(phone.getByRole("listitem")).toHaveCount(north);
    await phone.getByRole("listitem").first().getByRole("button").tap();
    await expect(phone.getByText(/^Streets: /)).toBeVisible();
    const map = phone.getByRole("img", { name: /^Map of T/ });
    const seen = await map.getAttribute("viewBox");
    await tap(phone, "Nearer");
    await map.dragTo(map, { sourcePosition: { x: 60, y: 200 }, targetPosition: { x: 120, y: 150 } });
    const [x, y, width] = ((await map.getAttribute("viewBox")) ?? "").split(" ").map(Number), [, , before] = (seen ?? "").split(" ").map(Number);
    expect(before / width).toBeCloseTo(1.5);
    expect([x + width / 2 < -10, y + width / 2 > 10]).toEqual([true, true]);
    await tap(phone, "The whole hotspot");
    expect(await map.getAttribute("viewBox")).toBe(seen);
    await shot(phone, "pack-sample-map", 50);
    await phone.context().close();

    await fill(page, "Length, days", "7");
    await choose(page, "Teams", "A file for each team");
    await page.getByRole("button", { name: "Save the pack" }).click();
    await expect(page.getByText("Exported tasking-2024-05-01-to-2024-05-07.zip.")).toBeVisible();
  });
});
