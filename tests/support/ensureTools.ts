// Installs what the tests need from outside npm: a browser, and GDAL to read our exports with somebody else's software.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { testBrowser } from "./testBrowser.ts";

/** @throws Error in one line where there is no browser and none can be had. */
export function ensureBrowser(): string {
  const found = testBrowser();
  if (found) return found;
  if (isDebianRoot()) aptInstall("chromium");
  else run("playwright", ["install", "chromium"]);
  const installed = testBrowser();
  if (installed) return installed;
  throw new Error("The browser walks need Chromium, and it could not be installed: install Chromium, Chrome or Edge and run `npm test` again.");
}

/** Without GDAL the tests that read exports with it skip themselves. */
export function ensureGdal(): void {
  if (succeeds("ogrinfo", ["--version"]) && succeeds("python3", ["-c", "import osgeo_utils"])) return;
  if (isDebianRoot()) aptInstall("gdal-bin", "python3-gdal");
  if (!succeeds("ogrinfo", ["--version"])) {
    console.warn("SKIPPED: GDAL is not installed; the tests that read our exports with it do not run. Install gdal-bin and python3-gdal.");
  }
}

const isDebianRoot = (): boolean => existsSync("/etc/debian_version") && process.getuid?.() === 0;

function aptInstall(...packages: string[]): void {
  console.log(`Installing ${packages.join(" and ")} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = (): boolean => run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], env);
  if (!install()) {
    run("apt-get", ["update", "-qq"], env);
    install();
  }
}

const run = (command: string, args: readonly string[], env = process.env): boolean =>
  spawnSync(command, args, { stdio: ["ignore", 2, 2], env, shell: process.platform === "win32" }).status === 0;

const succeeds = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: "ignore" }).status === 0;
