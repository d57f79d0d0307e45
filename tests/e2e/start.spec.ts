// `npm start` as a process: with a browser, without a display, and how it ends.

import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium, expect, test } from "@playwright/test";
import { testBrowser } from "../support/testBrowser.ts";

const root = join(import.meta.dirname, "..", "..");
let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hexbeat-start-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  text(): string;
  readonly ended: Promise<number | null>;
}

function start(args: readonly string[], env: Readonly<Record<string, string>>): Started {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== "DISPLAY" && name !== "WAYLAND_DISPLAY"));
  const child = spawn(process.execPath, [join(root, "electron", "start.ts"), "--projects", join(folder, "projects"), ...args], { env: { ...clean, TMPDIR: folder, ...env } });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return { child, text: () => text, ended: new Promise((resolve) => child.once("exit", resolve)) };
}

test("with no display it prints the address, serves, and ends on Ctrl+C", async ({ page }) => {
  test.skip(process.platform !== "linux", "every macOS and Windows has a display");
  const started = start([], {});
  await expect.poll(started.text, { timeout: 60_000 }).toMatch(/there is no display\. Open this link .*#code=/);
  const [link] = /http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]{43}/.exec(started.text()) ?? [""];
  await page.goto(link);
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("hexbeat-token"))).toMatch(/^[\w-]{43}$/);
  started.child.kill("SIGINT");
  expect(await started.ended).toBe(0);
});

test("in a browser: said in one line, the code not in the process list, and nothing left behind", async () => {
  test.skip(process.platform !== "linux" || process.getuid?.() !== 0, "elsewhere it may open Electron");
  // The browser that is found first: the real one, without its window, and noting how it was called.
  const noted = join(folder, "arguments.txt");
  const fake = join(folder, "chromium");
  writeFileSync(fake, `#!/bin/sh\nprintf '%s\\n' "$@" > '${noted}'\nexec '${testBrowser()}' --headless=new --disable-gpu --remote-debugging-port=0 "$@"\n`);
  chmodSync(fake, 0o755);
  const started = start([], { DISPLAY: ":99", PATH: [folder, process.env.PATH].join(delimiter) });
  await expect.poll(started.text, { timeout: 60_000 }).toMatch(/opening in Chromium, because .*\. Closing its window ends Hexbeat\.\n/);
  await expect.poll(() => existsSync(noted) && readFileSync(noted, "utf8")).toBeTruthy();
  const given = readFileSync(noted, "utf8");
  expect(given).not.toContain("code=");
  const profile = join(folder, readdirSync(folder).find((name) => name.startsWith("hexbeat-window-")) ?? "");
  expect(statSync(join(profile, "open.html")).mode & 0o777).toBe(0o600);
  expect(statSync(profile).mode & 0o777).toBe(0o700);

  const portFile = join(profile, "DevToolsActivePort");
  await expect.poll(() => existsSync(portFile), { timeout: 30_000 }).toBe(true);
  const [port] = readFileSync(portFile, "utf8").split("\n");
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts()[0].pages()[0];
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem("hexbeat-token"))).toMatch(/^[\w-]{43}$/);
  await new Promise((resolve) => setTimeout(resolve, 5500)); // sooner would be taken for a browser that did not start
  await (await browser.newBrowserCDPSession()).send("Browser.close");
  expect(await started.ended).toBe(0);
  expect(started.text()).toContain("the window was closed; stopped.");
  expect(existsSync(profile)).toBe(false);
});
