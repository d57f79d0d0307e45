// `npm run pictures`: the pictures of the README, taken of the real thing on the invented sample project.

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { openWebHost } from "../electron/openWebHost.ts";
import { testBrowser } from "./support/testBrowser.ts";
import { trialPictures } from "./trialPictures.ts";

const root = join(import.meta.dirname, "..");
const folder = process.argv[2] ?? join(root, "assets", "pictures");
const [width, height] = (process.argv[3] ?? "1280x800").split("x").map((part) => Number.parseInt(part, 10));

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: testBrowser() ?? undefined,
  args: ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
try {
  await onSample(walk);
  await onSample((window, scratch) => trialPictures({ window, folder, scratch, picture: pictureOf(window), command: commandIn(window) }));
} finally {
  await browser.close();
}

/** A window with the sample project, and a folder that is removed afterwards. */
async function onSample(work: (window: Page, scratch: string) => Promise<void>): Promise<void> {
  const projectsFolder = mkdtempSync(join(tmpdir(), "hexbeat-pictures-"));
  const server = await openWebHost({ projectsFolder, rendererFolder: join(root, "out", "renderer") });
  const window = await browser.newPage({ viewport: { width, height } });
  try {
    await window.goto(server.url);
    await window.locator(".status-bar").getByText("56,714 incidents").waitFor({ timeout: 120_000 });
    await window.waitForTimeout(6500);
    await work(window, projectsFolder);
  } finally {
    await window.close();
    await server.close();
    rmSync(projectsFolder, { recursive: true, force: true });
  }
}

function pictureOf(window: Page): (name: string) => Promise<void> {
  return async (name) => {
    await window.waitForTimeout(2500);
    await window.screenshot({ path: join(folder, `${name}.png`) });
    console.log(name);
  };
}

function commandIn(window: Page): (words: string) => Promise<void> {
  return async (words) => {
    await window.keyboard.press("Control+k");
    await window.keyboard.type(words);
    await window.keyboard.press("Enter");
  };
}

async function walk(window: Page): Promise<void> {
  const picture = pictureOf(window), command = commandIn(window);
  const hide = async (layer: string): Promise<void> => window.getByRole("button", { name: `Hide ${layer}` }).click();

  await window.getByRole("button", { name: "Count cells" }).click();
  await window.getByText(/cells hold incidents/).waitFor();
  await picture("cells");

  await command("H12");
  await picture("spacing");

  await command("Find hotspots");
  await window.getByRole("button", { name: "Compare the methods" }).click();
  const agreed = window.getByRole("table", { name: "Cells and the methods that name them" });
  await agreed.waitFor({ timeout: 60_000 });
  await agreed.getByRole("row").nth(1).getByRole("button").click();
  await agreed.scrollIntoViewIfNeeded();
  await command("Zoom to the incidents");
  await picture("find");
  await hide("Methods side by side");

  await command("Find the best set of hexagons");
  await window.getByLabel("Hexagons", { exact: true }).fill("12");
  await window.getByRole("button", { name: "Find the best set" }).click();
  const proposed = window.getByRole("heading", { name: /^\d+ hexagons proposed$/ });
  await proposed.waitFor({ timeout: 120_000 });
  await proposed.evaluate((heading) => heading.scrollIntoView({ block: "start" }));
  await picture("place");
  await window.getByRole("button", { name: "Take it off the map" }).click();

  await command("Outline concentrations of crime");
  await window.getByText("Mark on the map what is just outside", { exact: true }).click();
  await command("H1");
  await window.getByRole("button", { name: "Leave out the quiet hours of all" }).click();
  await window.getByRole("table", { name: "What the areas hold" }).scrollIntoViewIfNeeded();
  await picture("areas");
  await hide("Just outside");
  await command("Best place nearby");

  const downloading = window.waitForEvent("download");
  await command("Save the design document");
  await sheet(await (await downloading).path(), "H1", "document");

  await command("Kernel density");
  await window.getByRole("button", { name: "Make the surface" }).click();
  await window.getByText("Peak, incidents per km²").waitFor({ timeout: 60_000 });
  await command("Zoom to the incidents");
  await picture("density");

  await command("Forecast");
  const error = window.getByLabel("Place error", { exact: false });
  await error.fill("30");
  await error.press("Tab");
  await window.getByRole("button", { name: "Make the forecast" }).click();
  await window.getByText("As it was made").waitFor({ timeout: 180_000 });
  await window.getByRole("slider", { name: "Window" }).press("End");
  await window.getByRole("button", { name: "Explain the highest cell" }).click();
  await picture("forecast");

  await command("Patrol allocation");
  await hide("Forecast");
  await window.getByRole("button", { name: /Objective$/ }).click();
  await window.getByRole("option", { name: "Least mean distance" }).click();
  await window.getByRole("button", { name: "Find the best places" }).click();
  await window.getByRole("heading", { name: "10 cars, least mean distance" }).waitFor({ timeout: 120_000 });
  await command("Zoom to the incidents");
  await window.getByRole("button", { name: "car 3", exact: true }).click();
  await window.locator("canvas.maplibregl-canvas").focus();
  await window.keyboard.press("ArrowUp");
  await window.getByText(/^Best move:/).waitFor();
  await window.getByRole("heading", { name: "10 cars, least mean distance" }).scrollIntoViewIfNeeded();
  await command("Dark theme");
  await picture("allocation-dark");

  await command("Trade-off");
  await window.getByRole("button", { name: "Find the trade-off" }).click();
  await window.getByRole("heading", { name: /none better in both/ }).waitFor({ timeout: 120_000 });
  await window.locator(".status-bar .job").waitFor({ state: "detached", timeout: 120_000 });
  const points = window.getByRole("radiogroup", { name: "Coverage against mean distance" }).getByRole("radio");
  // Points lie over each other: whichever of them is on top will do.
  await points.nth(Math.floor((await points.count()) / 2)).click({ force: true });
  await window.getByText(/^On the map: point/).waitFor();
  await window.getByRole("heading", { name: /none better in both/ }).evaluate((heading) => heading.scrollIntoView({ block: "start" }));
  await picture("trade-off-dark");

  await window.keyboard.press("Control+k");
  await window.keyboard.type("hot");
  await picture("palette-dark");
}

/** One sheet of a design's document, as a browser shows it. */
async function sheet(document: string, id: string, name: string): Promise<void> {
  const reader = await browser.newPage({ viewport: { width: 900, height: 1300 } });
  await reader.setContent(readFileSync(document, "utf8"));
  await reader.locator(`.sheet#${id}`).screenshot({ path: join(folder, `${name}.png`) });
  await reader.close();
  console.log(name);
}
