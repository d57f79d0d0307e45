// The workbench in Electron itself, wherever its binary is; says loudly where it is not.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, expect, test } from "@playwright/test";
import { electronBinary } from "../../electron/electronBinary.ts";
import type {} from "../../renderer/hostClient.ts"; // what the preload puts on window

const root = join(import.meta.dirname, "..", "..");
const binary = electronBinary();
if (!binary) {
  console.warn(
    "\n" + "!".repeat(100) + "\nSKIPPED: Electron's binary is not installed, so the walk in Electron does not run on this machine." +
      "\nRun `node node_modules/electron/install.js` and `npm test -- e2e` where it can be fetched.\n" + "!".repeat(100) + "\n",
  );
}

test("Electron opens the workbench: sandboxed, isolated, with one function and no Node", async () => {
  test.skip(!binary, "Electron's binary is not installed");
  const folder = mkdtempSync(join(tmpdir(), "hexbeat-electron-"));
  const asRoot = process.getuid?.() === 0;
  const app = await _electron.launch({ executablePath: binary ?? "", args: [...(asRoot ? ["--no-sandbox"] : []), root, `--projects=${folder}`] });
  const faults: string[] = [];
  const page = await app.firstWindow();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await expect(page).toHaveTitle(/Hexbeat/);
  expect(page.url()).toBe("app://bundle/");
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await page.evaluate(() => [typeof require, typeof process, Object.keys(window.hexbeat ?? {})])).toEqual(["undefined", "undefined", ["call"]]);
  expect(await page.evaluate(() => window.hexbeat?.call("about", {}))).toMatchObject({ ok: true, value: { shell: "electron", projectsFolder: folder } });
  expect(await page.evaluate(() => window.open("https://example.org"))).toBeNull();
  expect(await page.evaluate(() => fetch("https://example.org").then(() => "reached", () => "blocked"))).toBe("blocked");
  await app.close();
  rmSync(folder, { recursive: true, force: true });
  expect(faults.filter((fault) => !fault.includes("example.org"))).toEqual([]);
});
