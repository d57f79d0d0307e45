// Steps that every walk takes: the sample is open, a command by its words, a field filled in, what axe finds, a screenshot.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./workbench.ts";

/** The sample project is open. */
export const ready = async (page: Page): Promise<void> => expect(page.locator(".status-bar")).toContainText("56,714 incidents", { timeout: 90_000 });

export async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

export async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel(label, { exact: true }).press("Tab");
}

/** What WCAG 2.1 A and AA find fault with, but for the map's canvas. */
export async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).exclude(".map-canvas").analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary?.split("\n")[1] ?? ""}`));
}

/** Into out/walk, for people to look at. @param settle - until what was asked for is drawn, ms: a map takes its time, a plain page none */
export async function shot(page: Page, name: string, settle = 800): Promise<void> {
  const shots = join(import.meta.dirname, "..", "..", "out", "walk");
  mkdirSync(shots, { recursive: true });
  await page.waitForTimeout(settle);
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** An option of a list that opens by its button. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.locator(".select-button").and(page.getByRole("button", { name: new RegExp(`${label}$`) })).click();
  await page.getByRole("option", { name: option }).first().click();
}

/** One of a few that stand side by side. */
export const turnTo = async (page: Page, name: string): Promise<void> => page.getByRole("radio", { name, exact: true }).click();

/** The window anew, with the project that it had. */
export async function reopen(page: Page): Promise<void> {
  await page.waitForTimeout(1000); // settings are kept half a second after a change
  await page.reload();
  await ready(page);
}

/** What `hexbeat replay` says of the only project in the folder. */
export function replayOf(projectsFolder: string): unknown {
  const [file] = readdirSync(projectsFolder).filter((name) => name.endsWith(".hexbeat"));
  const cli = join(import.meta.dirname, "..", "..", "electron", "cli.ts");
  const replayed = spawnSync(process.execPath, [cli, "replay", join(projectsFolder, file)], { encoding: "utf8" });
  if (replayed.stdout === "") throw new Error(replayed.stderr);
  return JSON.parse(replayed.stdout);
}
