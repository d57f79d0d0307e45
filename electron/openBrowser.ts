// A browser window for the web host, with a profile of its own that is deleted afterwards: no extension of the
// user's reads the page, and nothing of it stays behind.

import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "./findBrowser.ts";

export interface BrowserWindow {
  /** Settles when the browser has ended: how long it lived, in ms. */
  readonly ended: Promise<number>;
  close(): void;
}

const FIREFOX_PREFERENCES: Readonly<Record<string, boolean | string>> = {
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.enabled": false,
};

/** `asRoot`: browsers refuse to start their sandbox as root, so it is turned off there. */
export function openBrowser(browser: Browser, url: string, asRoot: boolean): BrowserWindow {
  const folder = mkdtempSync(join(visibleFolder(browser), "hexbeat-window-"));
  const clean = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const child = spawn(browser.path, browserArguments(browser, folder, url, asRoot), { stdio: "ignore" });
  process.once("exit", clean);
  return { ended: lifetime(child).finally(clean), close: () => void child.kill() };
}

/** The link goes through a file that only this user can read: every user sees the arguments of a process. */
function browserArguments(browser: Browser, folder: string, url: string, asRoot: boolean): string[] {
  const page = join(folder, "open.html");
  writeFileSync(page, redirectPage(url), { mode: 0o600 });
  const address = pathToFileURL(page).href;
  if (browser.kind === "firefox") {
    const lines = Object.entries(FIREFOX_PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
    writeFileSync(join(folder, "user.js"), lines.join("\n"));
    return ["--no-remote", "--profile", folder, "--new-window", address];
  }
  return [
    `--user-data-dir=${folder}`,
    `--app=${address}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--window-size=1440,900",
    // A workstation without a graphics card (a remote desktop) draws the map in software; the page is ours alone.
    "--enable-unsafe-swiftshader",
    ...(asRoot ? ["--no-sandbox"] : []),
  ];
}

const redirectPage = (url: string): string =>
  `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">` +
  `<meta http-equiv="refresh" content="0;url=${url}"><title>Hexbeat</title>\n`;

/** A browser from a snap sees neither /tmp nor hidden folders, only a folder of its own. */
function visibleFolder(browser: Browser): string {
  const name = basename(browser.path).replace(/-browser$/, "");
  const own = join(homedir(), "snap", name, "common");
  return existsSync(join("/snap/bin", name)) && existsSync(own) ? own : tmpdir();
}

function lifetime(child: ChildProcess): Promise<number> {
  const started = performance.now();
  return new Promise((resolve) => {
    const done = (): void => resolve(performance.now() - started);
    child.once("exit", done);
    child.once("error", done);
  });
}
